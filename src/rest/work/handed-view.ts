/** A task as it is handed to a worker: never whether it is gold, nor its right answer. */
import { z } from '@hono/zod-openapi';
import { workId } from '#domain/assignments/assignment.ts';
import type { AcceptedTask } from '#domain/assignments/commands/accept-task.ts';
import { handedTask } from '#domain/assignments/queries/handed-task.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventExample, IDS, LATER } from '../examples.ts';
import { eventRef, id, instant } from '../schema.ts';

export const formView = z.record(z.string(), z.unknown()).openapi('TaskForm', {
  description:
    'As its client wrote it: {kind: "form", instructions, show, fields} or {kind: "html", html, scripts, height}. ${name} stands for a value of the input.',
  example: {
    kind: 'form',
    instructions: '',
    show: [{ kind: 'text', text: 'Which colour is ${thing}?' }],
    fields: [
      { kind: 'choice', name: 'colour', label: 'Colour', options: ['red', 'green', 'blue'] },
    ],
  },
});

export const formExample = {
  kind: 'form',
  instructions: '',
  show: [{ kind: 'text', text: 'Which colour is ${thing}?' }],
  fields: [{ kind: 'choice', name: 'colour', label: 'Colour', options: ['red', 'green', 'blue'] }],
};

export const inputView = z
  .record(z.string(), z.string())
  .openapi({ description: 'The values of the variables of the form.' });

export const fieldsView = z
  .record(z.string(), z.unknown())
  .openapi({ description: 'By field: a text, several texts, or boxes.' });

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
    form: formView.nullable(),
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

/** From what the act said, and one look at the task for its input. */
export async function presentHanded(
  { db, actor }: { db: ReadDb; actor: MemberActor },
  handed: AcceptedTask,
  asked: { withForm: boolean },
) {
  const { input, form } = await handedTask(db, handed.taskId, asked);
  const { assignmentId, taskId, batchId, deadline, seq, eventId } = handed;
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
