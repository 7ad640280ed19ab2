/** The frame's answer → the command that takes it, acting as the worker whom the frame was made for. */
import {
  repairAnswer,
  type SubmitAssignment,
  submitAssignment,
} from '#domain/assignments/commands/submit-assignment.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { Run } from '#platform/run.ts';
import type { TakeAnswer } from './mount-task-frame.ts';

export function takeAnswer(run: Run): TakeAnswer {
  return async ({ assignmentId, workerId, state, fields, key }) => {
    const actor: MemberActor = {
      kind: 'member',
      memberId: workerId,
      partyId: workerId,
      role: 'self',
      scopes: ['work'],
      operator: false,
    };
    const command = state === 'rejected' ? repairAnswer : submitAssignment;
    const input: SubmitAssignment = { assignmentId, fields };
    await run(command, input, { actor, root: assignmentId, key });
  };
}
