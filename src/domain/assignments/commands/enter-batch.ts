import { sql } from 'kysely';
import { refuse } from '#domain/kernel/refusal.ts';
import { ownsProject } from '#domain/projects/commands/lock-project.ts';
import { mayDo, whatIsMissing } from '#domain/qualifications/meets.ts';
import { heldQualifications } from '#domain/qualifications/queries/held-qualifications.ts';
import { isBlocked } from '#domain/qualifications/queries/is-blocked.ts';
import { requirementNames } from '#domain/qualifications/queries/requirement-names.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';

/** A worker's row in a batch, as far as handing out needs it. */
export type WorkRow = {
  cursor: bigint;
  goldCursor: bigint;
  handed: number;
  goldHanded: number;
  live: number;
  waiting: number;
  approved: number;
  rejected: number;
  events: number;
  checkedAt: Date;
};

export type EnteredBatch = {
  id: string;
  clientId: string;
  state: string;
  requirements: unknown;
  expiresAt: Date | null;
};

export const WORK_ROW =
  sql.raw(`w.cursor, w.gold_cursor, w.handed, w.gold_handed, w.live, w.waiting,
  w.approved, w.rejected, w.events, w.checked_at`);

/** How long a worker's qualifications count as looked at. */
const CHECK_MS = 10 * 60_000;

/**
 * Locks the worker's row in the batch, so that one hand-out at a time is made for it, unless the
 * caller did; makes the row at the first task. Refuses `own_task`, `work_refused` and
 * `not_qualified`; what was checked in the last ten minutes is not checked again.
 */
export async function enterBatch(
  ctx: Context,
  batch: EnteredBatch,
  workerId: string,
  locked?: WorkRow,
): Promise<WorkRow> {
  let row = locked ?? (await lockRow(ctx, batch.id, workerId));
  if (row === undefined) {
    await checkWorker(ctx, batch, workerId);
    await openRow(ctx, batch.id, workerId);
    row = await lockRow(ctx, batch.id, workerId);
  } else if (ctx.now.getTime() - row.checkedAt.getTime() > CHECK_MS) {
    await checkWorker(ctx, batch, workerId);
    await sql`update batch_worker set checked_at = ${ctx.now}
      where home = ${ctx.home} and batch_id = ${batch.id} and worker_id = ${workerId}`.execute(
      ctx.tx,
    );
  }
  return row ?? refuse('not_found', { thing: 'batch' });
}

async function lockRow(
  ctx: Context,
  batchId: string,
  workerId: string,
): Promise<WorkRow | undefined> {
  const { rows } = await sql<WorkRow>`
    select ${WORK_ROW} from batch_worker w
    where w.home = ${ctx.home} and w.batch_id = ${batchId} and w.worker_id = ${workerId}
    for no key update`.execute(ctx.tx);
  return rows[0];
}

async function checkWorker(ctx: Context, batch: EnteredBatch, workerId: string): Promise<void> {
  const db = ctx.tx as unknown as ReadDb;
  const { clientId } = batch;
  if (await ownsProject(ctx, clientId, workerId)) refuse('own_task');
  if (await isBlocked(db, { clientId, workerId })) refuse('work_refused');
  const requirements = batch.requirements as Requirement[];
  if (requirements.length === 0) return;
  const held = await heldQualifications(db, workerId, ctx.now);
  if (mayDo('accept', requirements, held)) return;
  const missing = whatIsMissing(requirements, held);
  const names = await requirementNames(db, requirements);
  const named = missing.map(
    ({ requirement }) => names.get(requirement.qualificationId)?.name ?? 'a qualification',
  );
  refuse('not_qualified', { missing: [...new Set(named)].join(', ') });
}

async function openRow(ctx: Context, batchId: string, workerId: string): Promise<void> {
  await sql`
    insert into batch_worker (home, batch_id, worker_id, checked_at, started_at, touched_at)
    values (${ctx.home}, ${batchId}, ${workerId}, ${ctx.now}, ${ctx.now}, ${ctx.now})
    on conflict do nothing`.execute(ctx.tx);
  await ctx.tx
    .insertInto('workerBatch')
    .values({ workerId, batchId, startedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
