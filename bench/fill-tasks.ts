/** Batches of any size: drafted and ordered by commands, their tasks written by one statement. */
import type pg from 'pg';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { BatchTerms } from '#domain/tasks/batch-terms.ts';
import { draftBatch } from '#domain/tasks/commands/draft-batch.ts';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import type { Run } from '#platform/run.ts';

/** Answers that each task is wanted for. */
export const WANTED_EACH = 3;

/** Tasks of one statement, so that none takes longer than the pool waits. */
const AT_ONCE = 100_000;

/** A batch of so many tasks that is open to workers. */
export async function fillBatch(
  { run, owner }: { run: Run; owner: pg.Pool },
  client: MemberActor,
  tasks: number,
): Promise<string> {
  const options = { actor: client, root: 'new' };
  const { batchId } = await run(draftBatch, { terms: TERMS }, options);
  for (let first = 1; first <= tasks; first += AT_ONCE) {
    const last = Math.min(tasks, first + AT_ONCE - 1);
    await owner.query(TASKS, [homeOf(batchId), batchId, first, last, WANTED_EACH, Date.now()]);
  }
  await owner.query(
    `update batch set tasks = $3, wanted = $4, variables = '{thing}' where home = $1 and id = $2`,
    [homeOf(batchId), batchId, tasks, tasks * WANTED_EACH],
  );
  await run(orderBatch, { batchId }, { actor: client, root: batchId });
  return batchId;
}

/** One answer to each task of a batch, by these workers in turn, waiting for the client. */
export async function fillAnswers(
  owner: pg.Pool,
  batchId: string,
  workerIds: readonly string[],
): Promise<string[]> {
  const home = homeOf(batchId);
  const { rows } = await owner.query<{ id: string }>(ANSWERS, [home, batchId, workerIds]);
  await owner.query(TAKEN, [home, batchId]);
  await owner.query(COUNTED, [home, batchId]);
  return rows.map((row) => row.id);
}

const TERMS: BatchTerms = {
  name: 'Colours',
  title: 'Name the colour of a thing',
  description: 'Look at the word and choose.',
  keywords: ['colour'],
  currency: 'USD',
  rewardMinor: 5n,
  timeLimitSeconds: 3_600,
  autoApprovalSeconds: 259_200,
  requirements: [],
  form: {
    kind: 'form',
    instructions: '',
    show: [{ kind: 'text', text: 'Which colour is $' + '{thing}?' }],
    fields: [
      {
        kind: 'choice',
        name: 'colour',
        label: 'Colour',
        hint: '',
        required: true,
        options: ['red', 'green', 'blue'],
      },
    ],
  },
  wantedEach: WANTED_EACH,
  lifetimeSeconds: 604_800,
  goldPercent: 0,
  workerLimit: null,
  groupKey: null,
  groupLimit: null,
  priority: 0,
  reopenRejected: false,
  budgetCapMinor: null,
  floorMinor: null,
  reserveMinor: 0n,
  annotation: '',
};

/** Ids as `newId` shapes them: the millisecond, the home in ten bits, chance. */
const TASKS = `
  insert into task (home, id, batch_id, number, pos, gold, input, wanted, slots, open)
  select $1::int, (lpad(to_hex($6::bigint), 12, '0') || '7'
      || lpad(to_hex($1::int * 4), 3, '0') || '8' || substr(md5($2::text || n), 1, 15))::uuid,
    $2::uuid, n, n, false, jsonb_build_object('thing', 'thing ' || n), $5::int, $5::int, true
  from generate_series($3::int, $4::int) n`;

const ANSWERS = `
  insert into assignment (home, id, batch_id, task_id, worker_id, attempt, state, reward_minor,
    fee_minor, held_minor, accepted_at, deadline, submitted_at, due_at, active_seconds, versions)
  select t.home, (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0')
      || right(replace(t.id::text, '-', ''), 20))::uuid,
    t.batch_id, t.id, ($3::uuid[])[1 + t.number % cardinality($3::uuid[])], 1, 'submitted',
    b.reward_minor, b.fee_minor, b.reward_minor + b.fee_minor, now(), now() + interval '1 hour',
    now(), now() + interval '3 days', 5, 1
  from task t join batch b on b.home = $1 and b.id = t.batch_id
  where t.home = $1 and t.batch_id = $2
  returning id`;

const TAKEN = `update task set slots = slots - 1 where home = $1 and batch_id = $2`;

const COUNTED = `
  insert into batch_worker (home, batch_id, worker_id, waiting, handed, checked_at, started_at,
    touched_at)
  select home, batch_id, worker_id, count(*), count(*), now(), now(), now() from assignment
  where home = $1 and batch_id = $2 group by home, batch_id, worker_id`;
