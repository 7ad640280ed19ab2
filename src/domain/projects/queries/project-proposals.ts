import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import { isLive, MOST_PROPOSALS, type ProposalState } from '../proposal.ts';
import { findOwnProject } from './find-project.ts';

export type ProposalOrder = 'sent' | 'price' | 'delivery';
type Stands = (proposal: { id: string; state: ProposalState }) => boolean;
export type ProjectProposal = Awaited<ReturnType<typeof projectProposals>>[number];

const COLUMNS = {
  sent: 'proposal.sentAt',
  price: 'proposal.priceMinor',
  delivery: 'proposal.deliveryDays',
} as const;

/**
 * All proposals on a project but the withdrawn ones, for its client only. What `stands` can be
 * chosen, or could until the project ended.
 */
export async function projectProposals(
  db: ReadDb,
  actor: Actor,
  question: { projectId: string; order?: ProposalOrder; descending?: boolean },
) {
  const project = await findOwnProject(db, actor, question.projectId);
  const stands = await standingProposals(db, project);
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('party', 'party.id', 'proposal.freelancerId')
    .leftJoin('member', 'member.id', 'proposal.freelancerId')
    .select([
      'proposal.id',
      'proposal.freelancerId',
      'party.name as freelancerName',
      'party.country as freelancerCountry',
      'member.headline as freelancerHeadline',
      'proposal.state',
      'proposal.pricing',
      'proposal.priceMinor',
      'proposal.hourlyRateMinor',
      'proposal.estimatedHours',
      'proposal.weeklyLimitHours',
      'proposal.deliveryDays',
      'proposal.sentAt',
      'proposal.changedAt',
      'proposal.version',
    ])
    .where('proposal.projectId', '=', project.id)
    .where('proposal.state', '!=', 'withdrawn')
    .orderBy(COLUMNS[question.order ?? 'sent'], question.descending ? 'desc' : 'asc')
    .orderBy('proposal.id')
    .limit(MOST_PROPOSALS)
    .execute();
  return rows.map((row) => ({ ...row, stands: stands(row) }));
}

/**
 * Tells the proposals of a project that can be chosen, and once it ended, could until then, from
 * those of which nothing comes any more: the same that its proposals count counts.
 */
export async function standingProposals(
  db: ReadDb,
  project: { id: string; endedAt: Date | null },
): Promise<Stands> {
  if (project.endedAt === null) return ({ state }) => isLive(state);
  const passed = await passedBefore(db, project.id);
  return ({ id, state }) => isLive(state) || (state === 'not_chosen' && !passed.has(id));
}

/** Those that were passed over before the project was opened again. */
async function passedBefore(db: ReadDb, projectId: string): Promise<Set<string | null>> {
  const rows = await db
    .selectFrom('event')
    .select('subjectId')
    .where('home', '=', homeOf(projectId))
    .where('rootId', '=', projectId)
    .where('kind', '=', 'proposal.not_chosen')
    .where('seq', '<', (on) =>
      on
        .selectFrom('event as opened')
        .select((max) => max.fn.max('opened.seq').as('seq'))
        .where('opened.home', '=', homeOf(projectId))
        .where('opened.rootId', '=', projectId)
        .where('opened.kind', '=', 'project.extended'),
    )
    .execute();
  return new Set(rows.map(({ subjectId }) => subjectId));
}
