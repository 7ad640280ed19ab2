/** An assignment as its client, or as its worker, may see it. */
import { z } from '@hono/zod-openapi';
import { type AssignmentState, REJECT_CLASSES, workId } from '#domain/assignments/assignment.ts';
import {
  type AssignmentSight,
  assignmentPage,
} from '#domain/assignments/queries/assignment-page.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, CLIENT, eventExample, IDS, LATER, usd } from '../examples.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, money, orNull } from '../schema.ts';
import { fieldsView, formExample, formView, inputView } from './form-view.ts';

const STATES = [
  ...(['accepted', 'submitted', 'approved'] as const),
  ...(['rejected', 'returned', 'abandoned'] as const),
] satisfies readonly AssignmentState[];

export const assignmentState = z.enum(STATES);
export const appealState = z.enum(['open', 'upheld', 'dismissed']);

/** What both sides see of one assignment, and of one in a list. */
export const assignmentBase = {
  id,
  batch_id: id,
  task_id: id,
  state: assignmentState,
  title: z.string(),
  client: z.strictObject({ id, name: z.string() }),
  reward: money,
  bonus: money,
  accepted_at: instant,
  deadline: instant,
  submitted_at: instant.nullable(),
  decided_at: instant.nullable(),
  decided_by_rule: z.boolean().openapi({ description: 'Approved by silence, for instance.' }),
  due_at: instant
    .nullable()
    .openapi({ description: 'When the next thing happens by itself, such as the approval.' }),
  active_seconds: z.int().nullable(),
  reject_reason: z.enum(REJECT_CLASSES).nullable(),
  feedback: z.string(),
  versions: z.int().openapi({ description: '2 after a repair.' }),
};

export const assignmentView = z
  .strictObject({
    ...assignmentBase,
    side: z.enum(['client', 'worker']).openapi({ description: 'On which the key stands.' }),
    worker_id: id,
    description: z.string(),
    form: formView,
    input: inputView,
    answer: fieldsView.nullable(),
    draft: fieldsView.nullable().openapi({ description: 'For the worker only.' }),
    draft_seconds: z.int().nullable(),
    appeal: z
      .strictObject({ state: appealState, words: z.string(), verdict: z.string() })
      .nullable(),
    fee: orNull(money).openapi({ description: 'For the client only.' }),
    held: orNull(money).openapi({ description: 'In escrow for it; for the client only.' }),
  })
  .openapi('Assignment');

export const assignmentActed = extended(assignmentView, { event: eventRef }).openapi(
  'AssignmentActed',
);

export const assignmentBaseExample = {
  id: IDS.delivery,
  batch_id: IDS.project,
  task_id: IDS.milestone,
  state: 'submitted' as const,
  title: 'Name the colour of a thing',
  client: { id: CLIENT.id, name: CLIENT.name },
  reward: usd('0.05'),
  bonus: usd('0.00'),
  accepted_at: AT,
  deadline: LATER,
  submitted_at: AT,
  decided_at: null,
  decided_by_rule: false,
  due_at: LATER,
  active_seconds: 9,
  reject_reason: null,
  feedback: '',
  versions: 1,
};

export const assignmentExample = {
  ...assignmentBaseExample,
  side: 'worker' as const,
  worker_id: IDS.freelancer,
  description: 'Look at the word and choose.',
  form: formExample,
  input: { thing: 'a ripe tomato' },
  answer: { colour: 'red' },
  draft: null,
  draft_seconds: null,
  appeal: null,
  fee: null,
  held: null,
};

export const assignmentActedExample = {
  ...assignmentExample,
  event: eventExample(IDS.contract, 4),
};

type Based = Pick<
  AssignmentSight,
  | ('id' | 'batchId' | 'taskId' | 'state' | 'title' | 'clientId' | 'clientName')
  | ('currency' | 'rewardMinor' | 'bonusMinor' | 'acceptedAt' | 'deadline' | 'submittedAt')
  | ('decidedAt' | 'decidedByRule' | 'dueAt' | 'activeSeconds' | 'feedback' | 'versions')
> & { rejectClass: string | null };

export function presentBase(row: Based) {
  return {
    id: row.id,
    batch_id: row.batchId,
    task_id: row.taskId,
    state: row.state,
    title: row.title,
    client: { id: row.clientId, name: row.clientName },
    reward: moneyJson(row.rewardMinor, row.currency),
    bonus: moneyJson(row.bonusMinor, row.currency),
    accepted_at: time(row.acceptedAt),
    deadline: time(row.deadline),
    submitted_at: timeOrNull(row.submittedAt),
    decided_at: timeOrNull(row.decidedAt),
    decided_by_rule: row.decidedByRule,
    due_at: timeOrNull(row.dueAt),
    active_seconds: row.activeSeconds,
    reject_reason: REJECT_CLASSES.find((known) => known === row.rejectClass) ?? null,
    feedback: row.feedback,
    versions: row.versions,
  };
}

/** Drafts are the worker's alone; fee and escrow are the client's. */
export function presentAssignment(row: AssignmentSight) {
  const { side, currency, appeal } = row;
  const [ofClient, ofWorker] = [side === 'client', side === 'worker'];
  return {
    ...presentBase(row),
    side,
    worker_id: row.workerId,
    description: row.description,
    form: { ...row.form },
    input: row.input,
    answer: row.answer,
    draft: ofWorker ? row.draft : null,
    draft_seconds: ofWorker ? row.draftSeconds : null,
    appeal:
      appeal === null
        ? null
        : { state: appeal, words: row.appealWords ?? '', verdict: row.verdict ?? '' },
    fee: ofClient ? moneyJson(row.feeMinor, currency) : null,
    held: ofClient ? moneyJson(row.heldMinor, currency) : null,
  };
}

/** The assignment as it is after an act, with the act's event. */
export async function presentAssignmentActed(
  call: { db: ReadDb; sight: MemberActor },
  { assignmentId, seq }: { assignmentId: string; seq: number },
) {
  const row = await assignmentPage(call.db, call.sight, assignmentId);
  const event = await eventOf(call, workId(row.batchId, row.workerId), seq);
  return { ...presentAssignment(row), event };
}
