import { type RawBuilder, sql } from 'kysely';
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { decodeOrderCursor, encodeOrderCursor } from '#domain/kernel/order-cursor.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { AssignmentState } from '../assignment.ts';

export const REVIEW_STATES = ['submitted', 'approved', 'rejected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export type ReviewQuestion = {
  states: readonly ReviewState[];
  workerId?: string;
  taskId?: string;
  /** Only answers to gold tasks that were right, or wrong. */
  gold?: 'right' | 'wrong';
  /** Only answers that agree, or do not, with most other answers to the same task. */
  agreement?: 'most' | 'few';
  since?: Date;
  until?: Date;
  /** Only answers that took less active time than this. */
  fasterThanSeconds?: number;
  cursor?: string;
  limit: number;
};

/** Which of the waiting answers are meant. */
export type WaitingQuestion = Omit<ReviewQuestion, 'states' | 'cursor' | 'limit'>;

export type ReviewRow = {
  id: string;
  taskId: string;
  number: number;
  gold: boolean;
  input: { [name: string]: string };
  key: AnswerFields | null;
  workerId: string;
  state: AssignmentState;
  answer: AnswerFields;
  rewardMinor: bigint;
  feeMinor: bigint;
  acceptedAt: Date;
  submittedAt: Date;
  decidedAt: Date | null;
  decidedByRule: boolean;
  dueAt: Date | null;
  activeSeconds: number;
  goldRight: boolean | null;
  /** How many answers the task has, and how many of them are the same as this one. */
  answers: number;
  same: number;
  rejectClass: string | null;
  feedback: string;
  versions: number;
  appeal: 'open' | 'upheld' | 'dismissed' | null;
  bonusMinor: bigint;
  workerApproved: number;
  workerRejected: number;
  workerGoldRight: number;
  workerGoldWrong: number;
};

/** Answers of a batch to look at, longest waiting first. */
export async function reviewList(
  db: ReadDb,
  batch: BatchRow,
  question: ReviewQuestion,
): Promise<{ rows: ReviewRow[]; next: string | null }> {
  const { limit, agreement: agreed } = question;
  const from = agreed === undefined ? firstOf(batch, question) : assignmentsOf(batch, question);
  const rows = await readSql(
    db,
    sql<ReviewRow & { place: string }>`
    select r.*, r.submitted_at::text as place from (${answersOf(batch, from)}) r
    where ${behind(question.cursor)} ${agreed === undefined ? sql`` : agreement(agreed)}
    order by r.submitted_at, r.id limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last && encodeOrderCursor({ order: 'submitted', value: last.place, id: last.id });
  return { rows: shown.map(({ place: _place, ...row }) => row), next: next ?? null };
}

function behind(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const { value, id } = decodeOrderCursor(cursor, { submitted: 'timestamptz' });
  return sql`(submitted_at, id) > (${value}::timestamptz, ${id}::uuid)`;
}

/** How many answers fit, and what they cost. */
export async function reviewSums(
  db: ReadDb,
  batch: { id: string },
  question: Omit<ReviewQuestion, 'cursor' | 'limit'>,
): Promise<{ count: number; workers: number; rewardMinor: bigint; feeMinor: bigint }> {
  const { agreement: agreed } = question;
  const [sums] = await readSql<Awaited<ReturnType<typeof reviewSums>>>(
    db,
    sql`
    select count(*)::int as count, count(distinct r.worker_id)::int as workers,
      coalesce(sum(r.reward_minor), 0)::bigint as reward_minor,
      coalesce(sum(r.fee_minor), 0)::bigint as fee_minor
    from (${answersOf(batch, assignmentsOf(batch, question))}) r
    where true ${agreed === undefined ? sql`` : agreement(agreed)}`,
  );
  return sums ?? { count: 0, workers: 0, rewardMinor: 0n, feeMinor: 0n };
}

/** One answer as the review shows it; undefined where it is not of this batch. */
export async function reviewOne(
  db: ReadDb,
  batch: BatchRow,
  assignmentId: string,
): Promise<ReviewRow | undefined> {
  const everything = { states: REVIEW_STATES };
  const [row] = await readSql(
    db,
    sql<ReviewRow>`select r.* from (${answersOf(batch, assignmentsOf(batch, everything))}) r where r.id = ${assignmentId}`,
  );
  return row;
}

function agreement(asked: 'most' | 'few') {
  return asked === 'most'
    ? sql`and r.answers > 1 and r.same * 2 > r.answers`
    : sql`and r.answers > 1 and r.same * 2 <= r.answers`;
}

/** Assignments with what the review shows beside them. */
function answersOf(batch: { id: string }, assignments: RawBuilder<unknown>) {
  const home = homeOf(batch.id);
  return sql`
    select a.id, a.task_id, t.number, t.gold, t.input, t.key, a.worker_id, a.state,
      n.fields as answer, a.reward_minor, a.fee_minor, a.accepted_at, a.submitted_at,
      a.decided_at, a.state in ('approved', 'rejected') and a.decided_by is null as decided_by_rule,
      a.due_at, a.active_seconds, a.gold_right, o.answers, o.same, a.reject_class, a.feedback,
      a.versions, a.appeal,
      coalesce((select sum(amount_minor) from bonus
        where home = ${home} and assignment_id = a.id), 0)::bigint as bonus_minor,
      w.approved as worker_approved, w.rejected as worker_rejected,
      w.gold_right as worker_gold_right, w.gold_wrong as worker_gold_wrong
    from (${assignments}) a
    join task t on t.home = ${home} and t.id = a.task_id
    join answer n on n.home = ${home} and n.assignment_id = a.id and n.version = a.versions
    join batch_worker w on w.home = ${home} and w.batch_id = a.batch_id
      and w.worker_id = a.worker_id
    cross join lateral (
      select count(*)::int as answers,
        count(*) filter (where other.fields = n.fields)::int as same
      from assignment b join answer other on other.home = ${home}
        and other.assignment_id = b.id and other.version = b.versions
      where b.home = ${home} and b.task_id = a.task_id and b.submitted_at is not null
    ) o`;
}

/**
 * As many of each state as a page holds, each in the order of its index. Asked for any of several
 * states at once, PostgreSQL would put all answers of the batch together and sort them.
 */
function firstOf(batch: BatchRow, question: ReviewQuestion): RawBuilder<unknown> {
  const pages = [...new Set(question.states)].map(
    (state) => sql`
      (${assignmentsOf(batch, { ...question, states: [state] })} and ${behind(question.cursor)}
      order by submitted_at, id limit ${question.limit + 1})`,
  );
  return sql.join(pages, sql` union all `);
}

function assignmentsOf(
  batch: { id: string },
  question: Omit<ReviewQuestion, 'cursor' | 'limit'>,
): RawBuilder<unknown> {
  const { states, workerId, taskId, gold, since, until, fasterThanSeconds } = question;
  return sql`
    select * from assignment
    where home = ${homeOf(batch.id)} and batch_id = ${batch.id} and submitted_at is not null
      and ${states.length === 1 ? sql`state = ${states[0]}` : sql`state = any(${[...states]}::text[])`}
      ${workerId === undefined ? sql`` : sql`and worker_id = ${workerId}`}
      ${taskId === undefined ? sql`` : sql`and task_id = ${taskId}`}
      ${gold === undefined ? sql`` : sql`and gold_right = ${gold === 'right'}`}
      ${since === undefined ? sql`` : sql`and submitted_at >= ${since}`}
      ${until === undefined ? sql`` : sql`and submitted_at < ${until}`}
      ${fasterThanSeconds === undefined ? sql`` : sql`and active_seconds < ${fasterThanSeconds}`}`;
}
