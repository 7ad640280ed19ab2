import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { homeOf } from '#domain/kernel/ids.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { answerAll } from '#test/cast/answers.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { REVIEW_STATES, type ReviewState, reviewList } from './review-list.ts';

const { run, db, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
await payIn(run, client, { amountMinor: 10_000n });

/** Seven answers, a minute apart, every third of another state. */
async function reviewed() {
  const batchId = await orderedBatch(run, client, {}, { tasks: 7 });
  const [worker = ''] = await answerAll(db, { batchId });
  await sql`
    insert into batch_worker (home, batch_id, worker_id, checked_at, started_at, touched_at)
    values (${homeOf(batchId)}, ${batchId}, ${worker}, now(), now(), now())`.execute(db);
  await sql`
    update assignment a set submitted_at = a.submitted_at + t.number * interval '1 minute',
      state = (array['rejected', 'submitted', 'approved'])[1 + t.number % 3],
      reject_class = 'other', held_minor = 0
    from task t where t.id = a.task_id and a.batch_id = ${batchId}`.execute(db);
  return findBatch(readDb, client, batchId);
}

const batch = await reviewed();

async function numbers(states: readonly ReviewState[], limit: number): Promise<number[][]> {
  const pages: number[][] = [];
  for (let cursor: string | undefined; ; ) {
    const asked = { states, limit, ...(cursor === undefined ? {} : { cursor }) };
    const { rows, next } = await reviewList(readDb, batch, asked);
    pages.push(rows.map((row) => row.number));
    if (next === null) return pages;
    cursor = next;
  }
}

test('answers of several states stand in one line, page by page', async () => {
  expect(await numbers(REVIEW_STATES, 3)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  expect(await numbers(['approved', 'rejected'], 2)).toEqual([
    [2, 3],
    [5, 6],
  ]);
  expect(await numbers(['submitted', 'submitted'], 5)).toEqual([[1, 4, 7]]);
  expect(await numbers(['submitted'], 2)).toEqual([[1, 4], [7]]);
});
