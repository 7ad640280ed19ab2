/** Answers in bulk, straight into the tables and without events: for what reads many of them. */
import { sql } from 'kysely';
import { homeOf, namedId } from '#domain/kernel/ids.ts';
import type { Database } from '#platform/database.ts';

export type Answers = {
  batchId: string;
  /** How many workers answered each task. */
  each?: number;
  fields?: (number: number, worker: number) => Record<string, unknown>;
  at?: Date;
};

/** Every task of the batch is answered and waits for the client. Gives the ids of the workers. */
export async function answerAll(
  db: Database,
  { batchId, each = 1, fields = () => ({ colour: 'red' }), at = new Date() }: Answers,
): Promise<string[]> {
  const home = homeOf(batchId);
  const workers = Array.from({ length: each }, (_none, place) =>
    namedId(home, 'answerer', String(place)),
  );
  const accepted = new Date(at.getTime() - 90_000);
  for (let after = 0; ; ) {
    const tasks = await db
      .selectFrom('task')
      .select(['id', 'number'])
      .where('home', '=', home)
      .where('batchId', '=', batchId)
      .where('number', '>', after)
      .orderBy('number')
      .limit(Math.ceil(5_000 / each))
      .execute();
    const last = tasks.at(-1);
    if (last === undefined) return workers;
    after = last.number;
    const rows = tasks.flatMap((task) =>
      workers.map((worker, place) => ({
        id: namedId(home, task.id, worker),
        task: task.id,
        worker,
        fields: fields(task.number, place),
      })),
    );
    await sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (id uuid, task uuid, worker uuid, fields jsonb)
      ), made as (
        insert into assignment (home, id, batch_id, task_id, worker_id, attempt, state,
          reward_minor, fee_minor, held_minor, accepted_at, deadline, submitted_at, versions,
          active_seconds)
        select ${home}, id, ${batchId}, task, worker, 1, 'submitted', 5, 1, 6, ${accepted}, ${at},
          ${at}, 1, 9 from given
      ), taken as (
        update task set slots = slots - ${each}, open = slots > ${each} + released
        where home = ${home} and id = any(${tasks.map(({ id }) => id)}::uuid[])
      )
      insert into answer (home, assignment_id, version, fields, at)
      select ${home}, id, 1, fields, ${at} from given`.execute(db);
  }
}
