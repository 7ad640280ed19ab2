import { sql } from 'kysely';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type Held, type Missing, mayDo, whatIsMissing } from '#domain/qualifications/meets.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import { readBatch } from '#domain/tasks/queries/find-batch.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type OfferedBatch = {
  id: string;
  clientId: string;
  clientName: string;
  state: 'open' | 'paused' | 'closing' | 'closed';
  /** An operator hides it after a report. */
  hidden: boolean;
  title: string;
  description: string;
  keywords: string[];
  currency: string;
  rewardMinor: bigint;
  timeLimitSeconds: number;
  autoApprovalSeconds: number;
  workerLimit: number | null;
  floorMinor: bigint | null;
  requirements: Requirement[];
  expiresAt: Date | null;
  available: bigint;
  medianActiveSeconds: number | null;
  hourlyMinor: bigint | null;
  form: TaskForm;
  /** The input of a task that can be previewed; null where the worker may not look, or none is left. */
  sample: { taskId: string; input: { [name: string]: string } } | null;
  mayAccept: boolean;
  missing: Missing[];
  /** What this worker has done here; null before the first task. */
  mine: {
    live: number;
    waiting: number;
    approved: number;
    rejected: number;
    earnedMinor: bigint;
  } | null;
};

/**
 * A batch before the first task of it: terms, pay, and one task to look at. Refuses `not_found` for
 * drafts and to those whom a requirement keeps from discovering it.
 */
export async function offeredBatch(
  db: ReadDb,
  seeker: { workerId: string; held: Held },
  batchId: string,
): Promise<OfferedBatch> {
  const batch = await readBatch(db, batchId);
  const { state, requirements } = batch;
  const mine = await myWork(db, batchId, seeker.workerId);
  const mayLook = mine !== null || mayDo('discover', requirements, seeker.held);
  if (state === 'draft' || !mayLook) return refuse('not_found', { thing: 'batch' });
  const [listing] = await readSql(
    db,
    sql<Pick<OfferedBatch, 'available' | 'medianActiveSeconds' | 'hourlyMinor' | 'clientName'>>`
    select l.available, l.median_active_seconds, l.hourly_minor, p.name as client_name
    from batch_listing l join party p on p.id = l.client_id where l.batch_id = ${batchId}`,
  );
  if (listing === undefined) return refuse('not_found', { thing: 'batch' });
  const mayPreview = mayDo('preview', requirements, seeker.held);
  const { id, clientId, title, description, keywords, currency, rewardMinor } = batch;
  const { timeLimitSeconds, autoApprovalSeconds, workerLimit, floorMinor, expiresAt, form } = batch;
  return {
    ...{ id, clientId, state, title, description, keywords, currency, rewardMinor },
    ...{ timeLimitSeconds, autoApprovalSeconds, workerLimit, floorMinor, expiresAt, form },
    ...{ requirements, mine, hidden: batch.hiddenAt !== null },
    ...listing,
    sample: mayPreview ? await sampleOf(db, batchId) : null,
    mayAccept: mayDo('accept', requirements, seeker.held),
    missing: whatIsMissing(requirements, seeker.held),
  };
}

async function myWork(
  db: ReadDb,
  batchId: string,
  workerId: string,
): Promise<OfferedBatch['mine']> {
  const row = await db
    .selectFrom('batchWorker')
    .select(['live', 'waiting', 'approved', 'rejected', 'earnedMinor'])
    .where('home', '=', homeOf(batchId))
    .where('batchId', '=', batchId)
    .where('workerId', '=', workerId)
    .executeTakeFirst();
  return row ?? null;
}

/** An ordinary task: gold stays hidden as gold, and is not shown twice. */
async function sampleOf(db: ReadDb, batchId: string): Promise<OfferedBatch['sample']> {
  const [task] = await readSql(
    db,
    sql<{ taskId: string; input: { [name: string]: string } }>`
    select id as task_id, input from task
    where home = ${homeOf(batchId)} and batch_id = ${batchId} and not gold and open
    order by pos limit 1`,
  );
  return task ?? null;
}
