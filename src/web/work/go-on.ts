import { redirect } from 'react-router';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { isRefusal, type RefusalCode } from '#domain/kernel/refusal.ts';
import type { Run } from '#platform/run.ts';
import { type Auto, assignmentHref, doneHref } from './addresses.ts';

/** What ends the work in a batch, but is no fault of the page that asked for more. */
const ENDS: readonly RefusalCode[] = [
  'no_task_left',
  'batch_not_open',
  'worker_limit_reached',
  'not_qualified',
  'work_refused',
  'queue_full',
];

/**
 * Takes the next task of the batch and leads to it, or to the page that says why there is none. The
 * same key leads to the same task, however often the form is sent.
 */
export async function goOn(
  { run, actor }: { run: Run; actor: MemberActor },
  { batchId, key, auto }: { batchId: string; key: string; auto: Auto },
): Promise<Response> {
  try {
    const options = { actor, root: batchId, key: `${key}-next` };
    const { assignmentId } = await run(acceptNext, { batchId }, options);
    return redirect(assignmentHref(assignmentId, auto), 303);
  } catch (error) {
    if (!isRefusal(error) || !ENDS.includes(error.code)) throw error;
    return redirect(doneHref(batchId, error.code, auto), 303);
  }
}
