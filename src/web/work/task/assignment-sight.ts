/** What the page of one assignment shows, by how far the work is. Server only. */
import { redirect } from 'react-router';
import { type AssignmentState, workId } from '#domain/assignments/assignment.ts';
import {
  type AssignmentSight,
  assignmentPage,
} from '#domain/assignments/queries/assignment-page.ts';
import { medianSeconds, workPace } from '#domain/assignments/queries/work-pace.ts';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import type { signedIn } from '#web/context.ts';
import { type DrawnForm, drawForm } from '#web/forms/draw-form.ts';
import { framePath } from '#web/task-frame/frame-token.ts';
import { autoIn } from '../addresses.ts';

type Ground = ReturnType<typeof signedIn>;

/** The task itself: drawn by us, or in a frame of its own. */
export type Shown =
  | { kind: 'form'; drawn: DrawnForm; boxes: boolean }
  | { kind: 'html'; src: string; height: number };

export type PageSight = Awaited<ReturnType<typeof assignmentSight>>;

const HOUR_MS = 3_600_000;
const EVENTS = 50;

export async function assignmentSight(ground: Ground, assignmentId: string) {
  const { readDb, actor, viewer, request, now } = ground;
  const sight = await assignmentPage(readDb, actor, assignmentId);
  if (sight.side === 'client') throw redirect(`/tasks/batches/${sight.batchId}/review`);
  const { form, input, ...work } = sight;
  const { timeZone } = viewer;
  const { batchId, workerId } = sight;
  const repairable = mayRepair(sight, now);
  const phase = phaseOf(sight.state);
  const log = { rootId: workId(batchId, workerId), subjectId: sight.id, limit: EVENTS };
  const [pace, median, events] = await Promise.all([
    workPace(readDb, actor, { batchId, timeZone, now }),
    medianSeconds(readDb, batchId),
    phase === 'work' ? [] : eventsOfRoot(readDb, actor, log),
  ]);
  return {
    ...work,
    phase,
    auto: autoIn(request.url),
    fields: form.kind === 'form' ? form.fields : null,
    shown: work.state === 'accepted' || repairable ? showTask(ground, sight) : null,
    repairable,
    appealable: sight.state === 'rejected' && sight.appeal === null && isAhead(sight.dueAt, now),
    draft: sight.draft as AnswerFields | null,
    pace,
    medianSeconds: median,
    events,
    partyId: actor.partyId,
  };
}

function phaseOf(state: AssignmentState): 'work' | 'over' | 'sent' {
  if (state === 'accepted') return 'work';
  return state === 'returned' || state === 'abandoned' ? 'over' : 'sent';
}

function mayRepair({ state, versions, appeal, dueAt }: AssignmentSight, now: Date): boolean {
  return state === 'rejected' && versions === 1 && appeal === null && isAhead(dueAt, now);
}

function isAhead(moment: Date | null, now: Date): boolean {
  return moment !== null && moment > now;
}

function showTask({ config }: Ground, sight: AssignmentSight): Shown {
  const { id, form, input, workerId, deadline, dueAt } = sight;
  if (form.kind === 'form') {
    const boxes = form.fields.some((field) => field.kind === 'boxes');
    return { kind: 'form', drawn: drawForm(form, input), boxes };
  }
  const until = new Date((dueAt ?? deadline).getTime() + HOUR_MS);
  const right = { shown: { kind: 'assignment', id }, workerId, until } as const;
  return { kind: 'html', src: framePath(right, config.secret), height: form.height };
}
