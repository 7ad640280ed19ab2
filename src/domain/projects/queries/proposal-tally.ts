import type { Actor } from '#domain/kernel/actor.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import { type FoundProject, findProject } from './find-project.ts';

export type ProposalTally = Awaited<ReturnType<typeof proposalTally>>;

/**
 * How many proposals of a project can be chosen, counted from its events: sent, less withdrawn,
 * less offers that were declined or lapsed, less those passed over before it was opened again. For
 * whoever may read the project; the numbers of the events, but not what they say.
 */
export async function proposalTally(db: ReadDb, actor: Actor | null, projectId: string) {
  const project = await findProject(db, actor, projectId);
  const told = await eventsOf(db, project, ['proposal.sent', 'proposal.withdrawn']);
  const [opened] = await eventsOf(db, project, ['project.extended']);
  const passed = await eventsOf(db, project, ['proposal.not_chosen'], opened?.last ?? 0);
  const rows = [...told, ...passed];
  const of = (kind: EventKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  const sent = of('proposal.sent');
  const withdrawn = of('proposal.withdrawn');
  const earlier = of('proposal.not_chosen');
  const failed = await failedOffers(db, project);
  return {
    projectId: project.id,
    title: project.title,
    /** What the pages show. */
    shown: project.proposalsCount,
    sent,
    withdrawn,
    failed: failed.length,
    earlier,
    counted: sent - withdrawn - failed.length - earlier,
    first: rows.length === 0 ? null : Math.min(...rows.map((row) => row.first)),
    last: rows.length === 0 ? null : Math.max(...rows.map((row) => row.last)),
    /** The events of the offers that came to nothing, each with its contract. */
    failedEvents: failed,
    isClient: project.relation.isClient,
  };
}

/** By kind, how many events of the project there are, and their lowest and highest numbers. */
async function eventsOf(
  db: ReadDb,
  project: FoundProject,
  kinds: readonly EventKind[],
  before?: number,
) {
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
    .where('kind', 'in', kinds)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .groupBy('kind')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The offers of the project that were declined or lapsed, which their contracts tell. */
async function failedOffers(db: ReadDb, project: FoundProject) {
  return db
    .selectFrom('contract')
    .innerJoin('event', 'event.rootId', 'contract.id')
    .select(['contract.id as contractId', 'event.seq'])
    .where('contract.clientId', '=', project.clientId)
    .where('contract.projectId', '=', project.id)
    .where('event.home', '=', homeOf(project.id))
    .where('event.kind', 'in', ['contract.declined', 'contract.lapsed'])
    .orderBy('event.id')
    .execute();
}
