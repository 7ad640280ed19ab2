import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import type { ContractData } from '../contract-data.ts';

/** The quiet acts on one milestone, under its name. */
export function MilestoneLinks({
  data,
  milestone,
}: {
  data: ContractData;
  milestone: MilestoneSight;
}) {
  const links = linksOf(data, milestone);
  if (links.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-4 font-normal text-[0.8125rem]">
      {links.map(({ act, label }) => (
        <a key={act} className="lk py-1" href={`/milestones/${milestone.id}/${act}`}>
          {label}
          <span className="sr-only">: {milestone.title}</span>
        </a>
      ))}
    </span>
  );
}

function linksOf(data: ContractData, milestone: MilestoneSight): { act: string; label: string }[] {
  const { page, rights } = data;
  const words = text.contracts.milestones;
  if (page.contract.state !== 'active') return [];
  const changing = page.changes.some((change) => change.milestoneId === milestone.id);
  if (milestone.state === 'agreed' && rights.sign && !changing) {
    return [
      { act: 'change', label: words.change },
      { act: 'drop', label: words.drop },
    ];
  }
  if (milestone.state === 'changes_requested' && page.side === 'client' && rights.accept) {
    return [{ act: 'accept', label: words.accept }];
  }
  return [];
}
