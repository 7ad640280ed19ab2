import { may } from '#domain/accounts/permission.ts';
import { memberView } from '#domain/accounts/queries/viewer.ts';
import type { WaitingQuestion } from '#domain/assignments/queries/review-list.ts';
import type { Actor, MemberActor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import type { ReadDb } from '#platform/database.ts';
import type { SkippedRow } from '../read-decisions.ts';

export type DecisionListView = {
  id: string;
  source: 'sheet' | 'waiting';
  state: 'running' | 'done' | 'stopped' | 'failed';
  /** Rows of the sheet, or answers, and how many of them were looked at. */
  total: number;
  looked: number;
  approved: number;
  rejected: number;
  /** What could not be decided so, and the first of them. */
  skipped: number;
  skips: SkippedRow[];
  askedAt: Date;
  touchedAt: Date;
};

/** How the last list of decisions of a batch stands, for its client; null where there was none. */
export async function decisionList(
  db: ReadDb,
  actor: Actor,
  batchId: string,
): Promise<DecisionListView | null> {
  await findBatch(db, actor, batchId);
  const row = await db
    .selectFrom('decisionList')
    .select(['id', 'source', 'state', 'total', 'looked', 'approved', 'rejected', 'skipped'])
    .select(['skips', 'askedAt', 'touchedAt'])
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, skips: row.skips as SkippedRow[] };
}

export type RunningList = {
  id: string;
  batchId: string;
  fileId: string | null;
  question: WaitingQuestion;
  looked: number;
  askedAt: Date;
  askedBy: string;
  /** Who asked, for the batch's client; null where that member may not decide for it any more. */
  actor: MemberActor | null;
};

/** What the job needs to begin a list or to go on with it; undefined when it no longer runs. */
export async function runningList(db: ReadDb, batchId: string): Promise<RunningList | undefined> {
  const row = await db
    .selectFrom('decisionList as l')
    .innerJoin('batch', 'batch.id', 'l.batchId')
    .select(['l.id', 'l.batchId', 'l.fileId', 'l.question', 'l.looked', 'l.askedAt', 'l.askedBy'])
    .select('batch.clientId')
    .where('batch.home', '=', homeOf(batchId))
    .where('l.batchId', '=', batchId)
    .where('l.state', '=', 'running')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { clientId, ...list } = row;
  const actor = await deciderOf(db, { askedBy: list.askedBy, clientId });
  return { ...list, question: questionIn(list.question), actor };
}

/** Who asked for a list, as far as that member may still decide for the client. */
export async function deciderOf(
  db: ReadDb,
  { askedBy, clientId }: { askedBy: string; clientId: string },
): Promise<MemberActor | null> {
  const view = await memberView(db, askedBy, clientId);
  if (view?.actor.partyId !== clientId) return null;
  return may(view.actor, 'accept') ? view.actor : null;
}

function questionIn(kept: unknown): WaitingQuestion {
  const { since, until, ...rest } = kept as Omit<WaitingQuestion, 'since' | 'until'> & {
    since?: string;
    until?: string;
  };
  return {
    ...rest,
    ...(since === undefined ? {} : { since: new Date(since) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}

const STALE_MS = 120_000;

/** Running lists that nothing has touched for a while: the server that decided them was stopped. */
export async function staleLists(db: ReadDb, now: Date, limit: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('decisionList')
    .select('batchId as id')
    .where('state', '=', 'running')
    .where('touchedAt', '<', new Date(now.getTime() - STALE_MS))
    .orderBy('touchedAt')
    .limit(limit)
    .execute();
}

/** Of these answers, those that the list itself has decided: a page that is done again finds them. */
export async function decidedBy(
  db: ReadDb,
  list: RunningList,
  assignmentIds: readonly string[],
): Promise<Set<string>> {
  if (assignmentIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('assignment')
    .select('id')
    .where('home', '=', homeOf(list.batchId))
    .where('id', 'in', [...assignmentIds])
    .where('decidedBy', '=', list.askedBy)
    .where('decidedAt', '>=', list.askedAt)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
