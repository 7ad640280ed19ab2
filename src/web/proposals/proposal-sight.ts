/** Everything the page of one proposal shows to its author or the client. Server only. */
import { may } from '#domain/accounts/permission.ts';
import { listedAmong } from '#domain/directory/queries/listed-among.ts';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { previewFees } from '#domain/ledger/fee.ts';
import { PROJECT_STATES } from '#domain/projects/project.ts';
import { PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import { proposalPage } from '#domain/projects/queries/proposal-page.ts';
import type { ReadDb } from '#platform/database.ts';
import { renderMarkdown } from '#web/ui/markdown.ts';
import { moneyGround } from './money-ground.ts';
import type { Sides } from './money-sides.tsx';

export type ProposalSight = Awaited<ReturnType<typeof proposalSight>>;

const EVENTS = 12;

export async function proposalSight(
  { readDb, actor, now }: { readDb: ReadDb; actor: MemberActor; now: Date },
  proposalId: string,
) {
  const page = await proposalPage(readDb, actor, proposalId);
  const { proposal, side } = page;
  const { projectId, currency } = proposal;
  const [ground, events] = await Promise.all([
    moneyGround(readDb, proposal, now),
    eventsOfRoot(readDb, actor, { rootId: projectId, subjectId: proposalId, limit: EVENTS }),
  ]);
  const payments =
    proposal.pricing === 'fixed'
      ? proposal.milestones.map((one) => one.amountMinor)
      : [proposal.priceMinor];
  const { rules, lifetimeMinor, clientName, freelancerName } = ground;
  const preview = previewFees(rules, payments, lifetimeMinor);
  const sides: Sides = { rules, preview, currency, reader: side, clientName, freelancerName };
  const freelancer = { who: 'freelancer' } as const;
  const awardable =
    mayAct(PROJECT_STATES, proposal.projectState, { act: 'award', who: 'client' }) &&
    mayAct(PROPOSAL_STATES, proposal.state, { act: 'offer', who: 'client' });
  return {
    ...page,
    cover: renderMarkdown(proposal.cover),
    sides,
    events: events.slice(0, EVENTS),
    partyId: actor.partyId,
    listed: (await listedAmong(readDb, [proposal.freelancerId])).has(proposal.freelancerId),
    mayAward: may(actor, 'award'),
    awardable: side === 'client' && awardable,
    changeable:
      side === 'freelancer' &&
      may(actor, 'propose') &&
      mayAct(PROPOSAL_STATES, proposal.state, { act: 'change', ...freelancer }),
  };
}
