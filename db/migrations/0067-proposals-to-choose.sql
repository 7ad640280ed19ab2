-- Projects that expired and were opened again counted the proposals that had been passed over.
update project set proposals_count = (
  select count(*) from proposal
  where proposal.project_id = project.id and proposal.state in ('sent', 'offered')
) where state in ('open', 'offered');
