import { type RawBuilder, sql } from 'kysely';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { WorkRow } from './enter-batch.ts';

/**
 * Tasks that one statement looks at, the next of the batch behind the worker's cursor: few at
 * first, and many where an extension opened a long row again that this worker has all done. Their
 * sum is the end of what one hand-out costs.
 */
const PAGES = [50, 500, 5_000, 20_000];

export type FoundTask = {
  id: string;
  input: { [name: string]: string };
  gold: boolean;
  /** Which go of this worker at the task it is. */
  attempt: number;
  /** Where the worker's cursor stands from now on. */
  cursor: bigint;
};

type Search = {
  batch: { id: string };
  workerId: string;
  gold: boolean;
  work: Pick<WorkRow, 'cursor' | 'goldCursor'>;
};

/**
 * Finds and locks the next task with a slot that this worker never held. Rows that others are
 * taking this moment are passed over; the cursor stays before the first of them, so that this
 * worker meets it again should it keep a slot. Behind the last one it begins again at the first,
 * once: the clocks by which tasks are put last need not agree.
 */
export async function findTask(ctx: Context, search: Search): Promise<FoundTask | undefined> {
  const start = search.gold ? search.work.goldCursor : search.work.cursor;
  let after = start;
  let again = start < 0n;
  let passed: bigint | null = null;
  for (const page of PAGES) {
    const found = await lockFirst(ctx, search, { after, page });
    if (found !== undefined) {
      const { id, input, pos, first } = found;
      if (first < pos) passed ??= first;
      const cursor = passed !== null && passed < pos ? passed - 1n : pos;
      return { id, input, gold: search.gold, attempt: 1, cursor };
    }
    const looked = await lookOver(ctx, search, { after, page });
    if (looked.last !== null) {
      passed ??= looked.passed;
      after = looked.last;
    } else if (again) return undefined;
    else {
      again = true;
      passed = null;
      after = -1n;
    }
  }
  return undefined;
}

/**
 * Whether the worker held task `p` before, found by its key. As `exists` it might become a join,
 * and cost as much as the worker has done.
 */
function heldBefore({ home }: Context, workerId: string): RawBuilder<boolean> {
  return sql`(
    (select a.task_id from assignment a where a.home = ${home} and a.task_id = p.id
       and a.worker_id = ${workerId} limit 1) is not null)`;
}

/** So many rows from the first behind a position. */
type Page = { after: bigint; page: number };

type Locked = Pick<FoundTask, 'id' | 'input'> & {
  pos: bigint;
  /** Of the first that this worker may take, locked or not. */
  first: bigint;
};

/**
 * Reads no further than to the task it takes: `fitting` is made row by row, in its order, and each
 * is tried for a lock before the next is looked at.
 */
async function lockFirst(
  ctx: Context,
  { batch, workerId, gold }: Search,
  { after, page }: Page,
): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`
    with fitting as materialized (
      select id, pos from (
        select id, pos, expires_at from task
        where home = ${ctx.home} and batch_id = ${batch.id} and gold = ${gold} and open
          and pos > ${after}
        order by pos limit ${page}
      ) p
      where (expires_at is null or expires_at > ${ctx.now})
        and not ${heldBefore(ctx, workerId)}
      order by pos)
    select t.id, t.input, f.pos, (select pos from fitting limit 1) as first
    from fitting f cross join lateral (
      select id, input from task t where t.home = ${ctx.home} and t.id = f.id and t.open
      for no key update skip locked) t
    limit 1`.execute(ctx.tx);
  return rows[0];
}

/**
 * Looks over the page again without waiting: its last position, null where the batch ends on it;
 * and the first position of a task that this worker may still take, locked or not.
 */
async function lookOver(
  ctx: Context,
  { batch, workerId, gold }: Search,
  { after, page }: Page,
): Promise<{ last: bigint | null; passed: bigint | null }> {
  const { rows } = await sql<{ last: bigint | null; passed: bigint | null }>`
    select case when count(*) = ${page}::int then max(pos) end as last,
      min(pos) filter (where not done) as passed
    from (
      select p.pos, p.expires_at <= ${ctx.now} or ${heldBefore(ctx, workerId)} as done
      from (
        select id, pos, coalesce(expires_at, 'infinity') as expires_at from task
        where home = ${ctx.home} and batch_id = ${batch.id} and gold = ${gold} and open
          and pos > ${after}
        order by pos limit ${page}
      ) p
    ) looked`.execute(ctx.tx);
  return rows[0] ?? { last: null, passed: null };
}

/**
 * Locks one certain task for this worker. Refuses `no_task_left` when it has no slot or has
 * expired, `already_done` when the worker holds or answered it; one that was given back may be
 * taken again.
 */
export async function takeTask(
  ctx: Context,
  { taskId, workerId }: { taskId: string; workerId: string },
): Promise<FoundTask> {
  const { rows } = await sql<
    Pick<FoundTask, 'gold' | 'input'> & { attempts: number; busy: boolean }
  >`
    select t.gold, t.input, coalesce(a.attempts, 0)::int as attempts,
      coalesce(a.busy, false) as busy
    from task t, lateral (
      select count(*) as attempts, bool_or(state not in ('returned', 'abandoned')) as busy
      from assignment where home = ${ctx.home} and task_id = t.id and worker_id = ${workerId}
    ) a
    where t.home = ${ctx.home} and t.id = ${taskId} and t.open
      and (t.expires_at is null or t.expires_at > ${ctx.now})
    for no key update of t`.execute(ctx.tx);
  const [task] = rows;
  if (task === undefined) return refuse('no_task_left', { taskId });
  if (task.busy) return refuse('already_done', { act: 'accept' });
  const { gold, input, attempts } = task;
  const { rows: cursors } = await sql<{ cursor: bigint; goldCursor: bigint }>`
    select w.cursor, w.gold_cursor from batch_worker w, task t
    where t.home = ${ctx.home} and t.id = ${taskId} and w.home = ${ctx.home}
      and w.batch_id = t.batch_id and w.worker_id = ${workerId}`.execute(ctx.tx);
  const at = cursors[0] ?? { cursor: -1n, goldCursor: -1n };
  return {
    id: taskId,
    input,
    gold,
    attempt: attempts + 1,
    cursor: gold ? at.goldCursor : at.cursor,
  };
}
