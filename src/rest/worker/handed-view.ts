/** A task as it is handed to a worker: never whether it is gold, nor its right answer. */
import { z } from '@hono/zod-openapi';
import { workId } from '#domain/assignments/assignment.ts';
import type { AcceptedTask } from '#domain/assignments/commands/accept-task.ts';
import { handedForm } from '#domain/assignments/queries/handed-form.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventExample, IDS, LATER } from '../examples.ts';
import { eventRef, id, instant, orNull } from '../schema.ts';
import { formView, inputView } from '../tasks/form-view.ts';

/** `?with=form` of the acts that hand a task out. */
export const withForm = z.enum(['form']).optional().openapi({
  description: 'form: the answer carries the form too. It is the same for each task of a batch.',
});

export const handedView = z
  .strictObject({
    assignment_id: id,
    task_id: id,
    batch_id: id,
    deadline: instant.openapi({ description: 'Until then it is yours.' }),
    input: inputView,
    form: orNull(formView),
    event: eventRef,
  })
  .openapi('HandedTask');

export const handedExample = {
  assignment_id: IDS.delivery,
  task_id: IDS.milestone,
  batch_id: IDS.project,
  deadline: LATER,
  input: { thing: 'a ripe tomato' },
  form: null,
  event: eventExample(IDS.contract, 1),
};

/** From what the act said; the form is read where it is wanted. */
export async function presentHanded(
  { db, actor }: { db: ReadDb; actor: MemberActor },
  handed: AcceptedTask,
  asked: { withForm: boolean },
) {
  const { assignmentId, taskId, batchId, input, deadline, seq, eventId } = handed;
  const form = asked.withForm ? await handedForm(db, batchId) : null;
  return {
    assignment_id: assignmentId,
    task_id: taskId,
    batch_id: batchId,
    deadline,
    input,
    form,
    event: { id: eventId, root_id: workId(batchId, actor.memberId), seq },
  };
}
