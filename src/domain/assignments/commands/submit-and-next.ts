import { isRefusal, type RefusalCode } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { type AcceptedTask, acceptNext } from './accept-task.ts';
import { type SubmitAssignment, type Submitted, submitAssignment } from './submit-assignment.ts';

/** Why there is no next task, where there is none: the answer counts all the same. */
export type NextTask = { next: AcceptedTask | null; refused: RefusalCode | null };

/**
 * Hands in an answer and takes the next task of the same batch, in one transaction. Refuses what
 * `submitAssignment` refuses; where no task can be had the answer still stands.
 */
export async function submitAndNext(
  ctx: Context,
  input: SubmitAssignment,
): Promise<Submitted & NextTask> {
  const submitted = await submitAssignment(ctx, input);
  return { ...submitted, ...(await nextOf(ctx, submitted.batchId)) };
}

/** What refuses a task does so before anything of it is written that matters. */
async function nextOf(ctx: Context, batchId: string): Promise<NextTask> {
  try {
    return { next: await acceptNext(ctx, { batchId }), refused: null };
  } catch (error) {
    if (isRefusal(error)) return { next: null, refused: error.code };
    throw error;
  }
}
