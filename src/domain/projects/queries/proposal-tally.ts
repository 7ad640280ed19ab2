import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import { findProject } from './find-project.ts';

export type ProposalTally = Awaited<ReturnType<typeof proposalTally>>;

/**
 * How many proposals a project got, counted from its events: sent less withdrawn. For whoever may
 * read the project; the numbers of the events, but not what they say.
 */
export async function proposalTally(db: ReadDb, actor: Actor | null, projectId: string) {
  const project = await findProject(db, actor, projectId);
  const rows = await db
    .selectFrom('event')
    .select(['kind'])
    .select(({ fn }) => [
      fn.countAll<bigint>().as('count'),
      fn.min('seq').as('first'),
      fn.max('seq').as('last'),
    ])
    .where('home', '=', homeOf(project.id))
    .where('rootId', '=', project.id)
    .where('kind', 'in', ['proposal.sent', 'proposal.withdrawn'])
    .groupBy('kind')
    .execute();
  const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.count ?? 0n);
  const sent = of('proposal.sent');
  const withdrawn = of('proposal.withdrawn');
  return {
    projectId: project.id,
    title: project.title,
    /** What the pages show. */
    shown: project.proposalsCount,
    sent,
    withdrawn,
    counted: sent - withdrawn,
    first: rows.length === 0 ? null : Math.min(...rows.map((row) => row.first)),
    last: rows.length === 0 ? null : Math.max(...rows.map((row) => row.last)),
    isClient: project.relation.isClient,
  };
}
