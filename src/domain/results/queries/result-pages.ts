import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { ResultRow } from '../result-columns.ts';

export type ResultFilter = {
  state?: ResultRow['state'] | undefined;
  workerId?: string | undefined;
  gold?: boolean | undefined;
};

/** Tasks whose inputs are held at once, and assignments whose answers are. */
const TASKS = 100;
const ROWS = 100;

type TaskOf = Pick<ResultRow, 'gold' | 'input' | 'wanted'> & {
  id: string;
  number: number;
  expiresAt: Date | null;
};
type Asked = { batchId: string; filter: ResultFilter };
type After = { place: number; workerId: string; attempt: number };

/**
 * Assignments that were handed in, by task, worker and attempt: an order in which nothing moves
 * when it is decided, so that each comes once. Each page is a read of its own.
 */
export async function* resultPages(db: ReadDb, asked: Asked): AsyncGenerator<ResultRow[]> {
  for (let after = 0; ; ) {
    const tasks = await taskPage(db, asked, after);
    const last = tasks.at(-1);
    if (last === undefined) return;
    yield* assignmentPages(db, asked, tasks);
    if (tasks.length < TASKS) return;
    after = last.number;
  }
}

async function taskPage(db: ReadDb, { batchId, filter }: Asked, after: number): Promise<TaskOf[]> {
  let page = db
    .selectFrom('task')
    .select(['id', 'number', 'gold', 'input', 'wanted', 'expiresAt'])
    .where('home', '=', homeOf(batchId))
    .where('batchId', '=', batchId)
    .where('number', '>', after);
  if (filter.gold !== undefined) page = page.where('gold', '=', filter.gold);
  const rows = await page.orderBy('number').limit(TASKS).execute();
  return rows.map((row) => ({ ...row, input: row.input as TaskOf['input'] }));
}

async function* assignmentPages(
  db: ReadDb,
  asked: Asked,
  tasks: readonly TaskOf[],
): AsyncGenerator<ResultRow[]> {
  let after: After = { place: 1, workerId: NOBODY, attempt: 0 };
  for (;;) {
    const found = await assignmentPage(db, asked, { tasks, after });
    const last = found.at(-1);
    if (last === undefined) return;
    yield found.flatMap(({ place, ...row }) => {
      const task = tasks[place - 1];
      return task === undefined ? [] : [{ ...row, ...ofTask(task) }];
    });
    if (found.length < ROWS) return;
    after = last;
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

function ofTask({ id, number, gold, input, wanted, expiresAt }: TaskOf) {
  return { taskId: id, taskNumber: number, gold, input, wanted, taskExpiresAt: expiresAt };
}

type Found = Omit<ResultRow, keyof ReturnType<typeof ofTask>> & { place: number };

/** Goes on behind one worker's attempt at one task; each task's part is a walk along one index. */
async function assignmentPage(
  db: ReadDb,
  { batchId, filter }: Asked,
  { tasks, after }: { tasks: readonly TaskOf[]; after: After },
): Promise<Found[]> {
  const home = homeOf(batchId);
  const { place, workerId, attempt } = after;
  const ofState = filter.state === undefined ? sql`` : sql`and a.state = ${filter.state}`;
  const ofWorker =
    filter.workerId === undefined ? sql`` : sql`and a.worker_id = ${filter.workerId}`;
  return readSql(
    db,
    sql<Found>`
      select t.place::int as place, a.*, w.fields
      from unnest(${tasks.map(({ id }) => id)}::uuid[]) with ordinality as t (id, place),
      lateral (
        select id, worker_id, attempt, state, reward_minor, fee_minor, accepted_at,
          submitted_at, decided_at, active_seconds, versions, gold_right, reject_class, feedback,
          appeal
        from assignment a
        where a.home = ${home} and a.task_id = t.id and a.submitted_at is not null
          and (a.worker_id, a.attempt) > (
            case when t.place = ${place} then ${workerId}::uuid else ${NOBODY}::uuid end,
            case when t.place = ${place} then ${attempt}::smallint else 0::smallint end)
          ${ofState} ${ofWorker}
        order by a.worker_id, a.attempt limit ${ROWS}
      ) a
      join answer w on w.home = ${home} and w.assignment_id = a.id and w.version = a.versions
      where t.place >= ${place}
      order by t.place, a.worker_id, a.attempt limit ${ROWS}`,
  );
}
