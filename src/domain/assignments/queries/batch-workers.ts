import { sql } from 'kysely';
import { homeOf, isId, shortName } from '#domain/kernel/ids.ts';
import { decodeOrderCursor, encodeOrderCursor } from '#domain/kernel/order-cursor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** What one worker did in a batch. Clients know it by a short name, never by its own. */
export type BatchWorker = {
  workerId: string;
  live: number;
  waiting: number;
  approved: number;
  rejected: number;
  goldRight: number;
  goldWrong: number;
  /** Rewards, bonuses and top-ups. */
  earnedMinor: bigint;
  /** Of a measured answer, in seconds; null before the first. */
  meanSeconds: number | null;
  blocked: boolean;
  /** The newest answer, by which the worker can be written to; null before the first. */
  lastAnswerId: string | null;
};

/** Workers of a batch, most answers first. */
export async function batchWorkers(
  db: ReadDb,
  batch: BatchRow,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ rows: BatchWorker[]; next: string | null }> {
  const after = cursor === undefined ? null : decodeOrderCursor(cursor, { answers: 'integer' });
  const rows = await read(
    db,
    batch,
    sql`${
      after === null
        ? sql`true`
        : sql`(${ANSWERS}, w.worker_id) < (${Number(after.value)}::int, ${after.id}::uuid)`
    } order by ${ANSWERS} desc, w.worker_id desc limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next =
    last && encodeOrderCursor({ order: 'answers', value: sumOf(last), id: last.workerId });
  return { rows: shown, next: next ?? null };
}

/** One worker of a batch; refuses `not_found`. */
export async function batchWorker(
  db: ReadDb,
  batch: BatchRow,
  workerId: string,
): Promise<BatchWorker> {
  if (!isId(workerId)) return refuse('not_found', { thing: 'worker' });
  const [row] = await read(db, batch, sql`w.worker_id = ${workerId}`);
  return row ?? refuse('not_found', { thing: 'worker' });
}

/** The worker of this short name in a batch; null where there is none. */
export async function workerOfName(
  db: ReadDb,
  batch: BatchRow,
  name: string,
): Promise<string | null> {
  const asked = name.trim().toUpperCase();
  const rows = await db
    .selectFrom('batchWorker')
    .select('workerId')
    .where('home', '=', homeOf(batch.id))
    .where('batchId', '=', batch.id)
    .execute();
  return rows.find(({ workerId }) => shortName(workerId) === asked)?.workerId ?? null;
}

const ANSWERS = sql`(w.waiting + w.approved + w.rejected)`;

function sumOf({ waiting, approved, rejected }: BatchWorker): string {
  return String(waiting + approved + rejected);
}

function read(db: ReadDb, batch: BatchRow, rest: ReturnType<typeof sql>): Promise<BatchWorker[]> {
  const home = homeOf(batch.id);
  return readSql(
    db,
    sql<BatchWorker>`
    select w.worker_id, w.live, w.waiting, w.approved, w.rejected, w.gold_right, w.gold_wrong,
      w.earned_minor + w.bonus_minor + w.top_up_minor as earned_minor,
      case when w.measured = 0 then null
        else round(w.active_seconds::numeric / w.measured)::int end as mean_seconds,
      exists (select from worker_block k
        where k.client_id = ${batch.clientId} and k.worker_id = w.worker_id) as blocked,
      (select a.id from assignment a
        where a.home = ${home} and a.worker_id = w.worker_id and a.batch_id = ${batch.id}
          and a.submitted_at is not null
        order by a.accepted_at desc limit 1) as last_answer_id
    from batch_worker w
    where w.home = ${home} and w.batch_id = ${batch.id} and ${rest}`,
  );
}
