import type { Selectable } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Batch } from '#platform/schema.ts';
import { requireClient } from '../batch.ts';

export type BatchRow = Omit<Selectable<Batch>, 'form' | 'requirements' | 'feeRule'> & {
  form: TaskForm;
  requirements: Requirement[];
  feeRule: FeeRule;
};

/** A batch of the actor's own; to others it does not exist. */
export async function findBatch(db: ReadDb, actor: Actor, batchId: string): Promise<BatchRow> {
  requireMember(actor, 'see_work');
  const row = await readBatch(db, batchId);
  requireClient(actor, row);
  return row;
}

/** A batch whoever asks; refuses `not_found`. */
export async function readBatch(db: ReadDb, batchId: string): Promise<BatchRow> {
  if (!isId(batchId)) return refuse('not_found', { thing: 'batch' });
  const row = await db
    .selectFrom('batch')
    .selectAll()
    .where('home', '=', homeOf(batchId))
    .where('id', '=', batchId)
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'batch' });
  return {
    ...row,
    form: row.form as unknown as TaskForm,
    requirements: row.requirements as unknown as Requirement[],
    feeRule: row.feeRule as unknown as FeeRule,
  };
}
