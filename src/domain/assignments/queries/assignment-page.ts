import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { type AssignmentState, type RejectClass, sideOf } from '../assignment.ts';

export type AssignmentSight = {
  id: string;
  batchId: string;
  taskId: string;
  workerId: string;
  clientId: string;
  clientName: string;
  state: AssignmentState;
  title: string;
  description: string;
  batchState: string;
  /** An operator hides the batch after a report. */
  batchHidden: boolean;
  form: TaskForm;
  input: { [name: string]: string };
  currency: string;
  rewardMinor: bigint;
  feeMinor: bigint;
  heldMinor: bigint;
  acceptedAt: Date;
  deadline: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
  decidedByRule: boolean;
  /** When the next thing happens by itself: deadline, silent approval, end of the answer to a no. */
  dueAt: Date | null;
  activeSeconds: number | null;
  rejectClass: RejectClass | null;
  feedback: string;
  versions: number;
  appeal: 'open' | 'upheld' | 'dismissed' | null;
  appealWords: string | null;
  verdict: string | null;
  /** The latest answer; null before it was handed in. */
  answer: AnswerFields | null;
  draft: AnswerFields | null;
  draftSeconds: number | null;
  bonusMinor: bigint;
  side: 'client' | 'worker';
};

/** An assignment for its worker or its client; to everybody else it does not exist. */
export async function assignmentPage(
  db: ReadDb,
  actor: Actor,
  assignmentId: string,
): Promise<AssignmentSight> {
  requireMember(actor, 'see_work');
  const row = await readAssignment(db, assignmentId);
  return { ...row, side: sideOf(actor, row) };
}

/** The same for whoever asks, such as a rule or an operator; refuses `not_found`. */
export async function readAssignment(
  db: ReadDb,
  assignmentId: string,
): Promise<Omit<AssignmentSight, 'side'>> {
  if (!isId(assignmentId)) return refuse('not_found', { thing: 'assignment' });
  const home = homeOf(assignmentId);
  const [row] = await readSql(
    db,
    sql<Omit<AssignmentSight, 'side'>>`
    select a.id, a.batch_id, a.task_id, a.worker_id, b.client_id, p.name as client_name, a.state,
      b.title, b.description, b.state as batch_state,
      b.hidden_at is not null as batch_hidden, b.form, t.input, b.currency, a.reward_minor,
      a.fee_minor, a.held_minor, a.accepted_at, a.deadline, a.submitted_at, a.decided_at,
      a.state in ('approved', 'rejected') and a.decided_by is null as decided_by_rule, a.due_at,
      a.active_seconds, a.reject_class, a.feedback, a.versions, a.appeal,
      l.words as appeal_words, l.verdict, n.fields as answer, d.fields as draft,
      d.active_seconds as draft_seconds,
      coalesce((select sum(amount_minor) from bonus
        where home = ${home} and assignment_id = a.id), 0)::bigint as bonus_minor
    from assignment a
    join batch b on b.home = ${home} and b.id = a.batch_id
    join task t on t.home = ${home} and t.id = a.task_id
    join party p on p.id = b.client_id
    left join answer n on n.home = ${home} and n.assignment_id = a.id and n.version = a.versions
    left join answer_draft d on d.home = ${home} and d.assignment_id = a.id
    left join appeal l on l.assignment_id = a.id
    where a.home = ${home} and a.id = ${assignmentId}`,
  );
  return row ?? refuse('not_found', { thing: 'assignment' });
}
