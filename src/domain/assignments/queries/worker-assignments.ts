import { sql } from 'kysely';
import { requireWorkerReader } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { AssignmentState } from '../assignment.ts';
import { midnight } from './midnight.ts';

export type WorkerAssignment = {
  id: string;
  batchId: string;
  taskId: string;
  title: string;
  clientId: string;
  clientName: string;
  state: AssignmentState;
  currency: string;
  rewardMinor: bigint;
  bonusMinor: bigint;
  acceptedAt: Date;
  deadline: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
  decidedByRule: boolean;
  dueAt: Date | null;
  activeSeconds: number | null;
  rejectClass: string | null;
  feedback: string;
  versions: number;
  appeal: 'open' | 'upheld' | 'dismissed' | null;
};

const COLUMNS = sql`a.id, a.batch_id, a.task_id, b.title, b.client_id, p.name as client_name,
  a.state, b.currency, a.reward_minor, a.accepted_at, a.deadline, a.submitted_at, a.decided_at,
  a.state in ('approved', 'rejected') and a.decided_by is null as decided_by_rule, a.due_at,
  a.active_seconds, a.reject_class, a.feedback, a.versions, a.appeal,
  coalesce((select sum(amount_minor) from bonus o
    where o.home = a.home and o.assignment_id = a.id), 0)::bigint as bonus_minor`;

/** Tasks that the worker holds, the nearest deadline first. */
export async function workerQueue(db: ReadDb, actor: Actor): Promise<WorkerAssignment[]> {
  const { memberId } = requireWorkerReader(actor);
  return readSql(
    db,
    sql<WorkerAssignment>`
    select ${COLUMNS}
    from worker_batch m
    join batch b on b.home = ${HOME} and b.id = m.batch_id
    join batch_worker w on w.home = ${HOME} and w.batch_id = m.batch_id
      and w.worker_id = m.worker_id and w.live > 0
    join assignment a on a.home = ${HOME} and a.worker_id = m.worker_id
      and a.batch_id = m.batch_id and a.state = 'accepted'
    join party p on p.id = b.client_id
    where m.worker_id = ${memberId}
    order by a.deadline, a.id limit 500`,
  );
}

/** The home that the id of a batch carries: ten bits behind the version (ids.ts). */
const HOME = sql`(('x' || substr(m.batch_id::text, 16, 3))::bit(12)::int >> 2)`;

export type SubmissionsQuestion = {
  state?: 'submitted' | 'approved' | 'rejected';
  /** Only what was handed in on this day of UTC, such as 2026-12-24. */
  day?: string;
  /** Only what was decided since midnight, where the worker lives. */
  decidedToday?: { timeZone: string; now: Date };
  currency?: string;
  clientId?: string;
  cursor?: string;
  limit: number;
};

const DAY_MS = 86_400_000;

/** What the worker handed in, newest first. */
export async function workerSubmissions(
  db: ReadDb,
  actor: Actor,
  question: SubmissionsQuestion,
): Promise<Page<WorkerAssignment & { submittedAt: Date }>> {
  const { memberId } = requireWorkerReader(actor);
  const { state, day, decidedToday, currency, clientId, cursor, limit } = question;
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const from = day === undefined ? null : new Date(`${day}T00:00:00Z`);
  const since =
    decidedToday === undefined ? null : midnight(decidedToday.timeZone, decidedToday.now);
  const until = from === null ? null : new Date(from.getTime() + DAY_MS);
  const rows = await readSql(
    db,
    sql<WorkerAssignment & { submittedAt: Date }>`
    select ${COLUMNS}
    from (
      select m.batch_id, ${HOME} as home from worker_batch m where m.worker_id = ${memberId}
    ) m
    join batch b on b.home = m.home and b.id = m.batch_id
    join party p on p.id = b.client_id
    cross join lateral (
      select * from assignment a
      where a.home = m.home and a.worker_id = ${memberId} and a.batch_id = m.batch_id
        and a.submitted_at is not null
        ${state === undefined ? sql`` : sql`and a.state = ${state}`}
        ${from === null ? sql`` : sql`and a.submitted_at >= ${from} and a.submitted_at < ${until}`}
        ${since === null ? sql`` : sql`and a.decided_at >= ${since}`}
        ${after === null ? sql`` : sql`and (a.submitted_at, a.id) < (${after.at}, ${after.id}::uuid)`}
      order by a.submitted_at desc, a.id desc limit ${limit + 1}
    ) a
    where true ${clientId === undefined ? sql`` : sql`and b.client_id = ${clientId}`}
      ${currency === undefined ? sql`` : sql`and b.currency = ${currency}`}
    order by a.submitted_at desc, a.id desc limit ${limit + 1}`,
  );
  return toPage(rows, limit, (row) => ({ at: row.submittedAt, id: row.id }));
}
