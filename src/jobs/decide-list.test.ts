import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { reviewSums } from '#domain/assignments/queries/review-list.ts';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { DeciderLeft, inList, stopDecisions } from '#domain/results/commands/carry-out-list.ts';
import { type StartDecisions, startDecisions } from '#domain/results/commands/start-decisions.ts';
import { decisionList } from '#domain/results/queries/decision-list.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { createFileStore } from '#platform/file-store.ts';
import { answerAll } from '#test/cast/answers.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, payIn } from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';

const { run, db, readDb } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'anyshore-decide-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const files = createFileStore(folder);
const { work } = clockwork({ run, readDb, files });
const client = await castMember(run, 'Mara Oduya');
await payIn(run, client, { amountMinor: 1_000_000n });

/** Answers of two workers to each task, all waiting. */
async function answered(tasks: number, by = client) {
  const batchId = await orderedBatch(run, by, { wantedEach: 2 }, { tasks });
  const at = new Date(Date.now() - 60_000);
  const workers = await answerAll(db, { batchId, each: 2, at });
  for (const worker of workers) {
    await sql`
      insert into batch_worker (home, batch_id, worker_id, waiting, handed, checked_at, started_at,
        touched_at)
      values (${homeOf(batchId)}, ${batchId}, ${worker}, ${tasks}, ${tasks}, ${at}, ${at}, ${at})`.execute(
      db,
    );
  }
  const ids = await db
    .selectFrom('assignment')
    .select('id')
    .where('batchId', '=', batchId)
    .orderBy('submittedAt')
    .orderBy('id')
    .execute();
  return { batchId, workers, ids: ids.map(({ id }) => id) };
}

const start = (asked: StartDecisions) =>
  run(startDecisions, asked, { actor: client, root: asked.batchId });
const job = (batchId: string) => work('decide-list', new Date(), { rootId: batchId });
const list = (batchId: string) => decisionList(readDb, client, batchId);

async function statesOf(batchId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('assignment')
    .select(['state', ({ fn }) => fn.countAll<bigint>().as('count')])
    .where('batchId', '=', batchId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

async function sheet(rows: readonly string[]): Promise<string> {
  const fileId = newId(homeOf(client.memberId));
  const text = `AssignmentId,Approve,Reject\n${rows.join('\n')}\n`;
  const bytes = [Buffer.from(text)] as unknown as AsyncIterable<Uint8Array>;
  const stored = await files.save(fileId, bytes, { mostBytes: 10_000_000 });
  const named = { fileId, name: 'decisions.csv', ...stored };
  await run(recordFile, named, { actor: client, root: fileId });
  return fileId;
}

test('all that wait and fit are approved page by page, and nobody else’s', async () => {
  const { batchId, workers } = await answered(230);
  const batch = await findBatch(readDb, client, batchId);
  const question = { workerId: workers[0] ?? '' };
  const sums = await reviewSums(readDb, batch, { ...question, states: ['submitted'] });
  expect(sums).toEqual({ count: 230, workers: 1, rewardMinor: 1_150n, feeMinor: 230n });
  await start({ batchId, of: { question } });
  await expect(start({ batchId, of: { question } })).rejects.toMatchObject({
    code: 'wrong_state',
    data: { state: 'deciding' },
  });
  expect(await list(batchId)).toMatchObject({ state: 'running', looked: 0, total: 230 });
  await job(batchId);
  expect(await list(batchId)).toMatchObject({
    ...{ state: 'done', looked: 230, approved: 230, rejected: 0, skipped: 0, skips: [] },
  });
  expect(await statesOf(batchId)).toEqual({ submitted: 230, approved: 230 });
  const paid = await db
    .selectFrom('batchWorker')
    .select(['approved', 'earnedMinor'])
    .where('batchId', '=', batchId)
    .where('workerId', '=', workers[0] ?? '')
    .executeTakeFirst();
  expect(paid).toEqual({ approved: 230, earnedMinor: 1_150n });
  expect(await checkLedger(readDb)).toMatchObject({ differences: [] });
  await job(batchId);
  expect(await statesOf(batchId)).toEqual({ submitted: 230, approved: 230 });
});

test('a sheet is decided in the client’s name; what was decided before is named', async () => {
  const { batchId, ids } = await answered(150);
  const [first = '', second = '', third = ''] = ids;
  const by = { actor: client, root: batchId };
  await run(approveAssignments, { assignmentIds: [first] }, by);
  const rows = ids.slice(2).map((id) => `${id},x,`);
  const all = [`${first},x,`, `${second},,careless: It is blank.`, ...rows];
  await start({ batchId, of: { fileId: await sheet(all), total: all.length } });
  await job(batchId);
  expect(await list(batchId)).toMatchObject({
    ...{ state: 'done', looked: 300, approved: 298, rejected: 1, skipped: 1 },
    skips: [{ row: 2, assignmentId: first, why: 'approved' }],
  });
  const decided = await db
    .selectFrom('assignment')
    .select(['decidedBy', 'rejectClass'])
    .where('id', 'in', [second, third])
    .orderBy('rejectClass')
    .execute();
  expect(decided).toEqual([
    { decidedBy: client.memberId, rejectClass: 'careless' },
    { decidedBy: client.memberId, rejectClass: null },
  ]);
});

test('a list whose server died goes on, and counts each answer once', async () => {
  const { batchId, ids } = await answered(150);
  const fileId = await sheet(ids.map((id) => `${id},x,`));
  const { listId } = await start({ batchId, of: { fileId, total: ids.length } });
  // The first page is decided, and the server ends before it can note that.
  const page = { assignmentIds: ids.slice(0, 200) };
  const step = inList(approveAssignments, { listId, batchId });
  await run(step, page, { actor: systemActor('decision-clock'), root: batchId });
  expect(await list(batchId)).toMatchObject({ state: 'running', looked: 0, approved: 200 });
  const soon = new Date(Date.now() + 60_000);
  await work('resume-lists', soon);
  expect(await list(batchId)).toMatchObject({ state: 'running' });
  await work('resume-lists', new Date(soon.getTime() + 61_000));
  expect(await list(batchId)).toMatchObject({
    ...{ state: 'done', looked: 300, approved: 300, skipped: 0 },
  });
});

test('a list that is stopped decides no more, and makes room for another', async () => {
  const { batchId } = await answered(4);
  const by = { actor: client, root: batchId };
  const nothing = { code: 'wrong_state', data: { state: 'not deciding' } };
  await expect(run(stopDecisions, { batchId }, by)).rejects.toMatchObject(nothing);
  await start({ batchId, of: { question: {} } });
  await run(stopDecisions, { batchId }, by);
  await job(batchId);
  expect(await statesOf(batchId)).toEqual({ submitted: 8 });
  expect(await list(batchId)).toMatchObject({ state: 'stopped', approved: 0 });
  await start({ batchId, of: { question: {} } });
  await job(batchId);
  expect(await list(batchId)).toMatchObject({ state: 'done', approved: 8 });
  const stranger = await castMember(run, 'Chidi Okafor');
  const foreign = { actor: stranger, root: batchId };
  const asked = { batchId, of: { question: {} } };
  const unknown = { code: 'not_found' };
  await expect(run(startDecisions, asked, foreign)).rejects.toMatchObject(unknown);
  await expect(run(stopDecisions, { batchId }, foreign)).rejects.toMatchObject(unknown);
  await expect(decisionList(readDb, stranger, batchId)).rejects.toMatchObject(unknown);
});

test('whoever may not decide any more decides nothing further', async () => {
  const gone = await castMember(run, 'Noor Haddad');
  await payIn(run, gone, { amountMinor: 10_000n });
  const { batchId, ids } = await answered(2, gone);
  const asked = { batchId, of: { question: {} } };
  const { listId } = await run(startDecisions, asked, { actor: gone, root: batchId });
  const step = inList(approveAssignments, { listId, batchId });
  const byClock = { actor: systemActor('decision-clock'), root: batchId };
  await run(step, { assignmentIds: ids.slice(0, 1) }, byClock);
  const operator = await castOperator(run, 'Sam Lindqvist');
  const suspended = { memberId: gone.memberId, reason: 'Fraud' };
  await run(suspendMember, suspended, { actor: operator, root: gone.memberId });
  const next = run(step, { assignmentIds: ids.slice(1) }, byClock);
  await expect(next).rejects.toThrow(DeciderLeft);
  await job(batchId);
  expect(await statesOf(batchId)).toEqual({ submitted: 3, approved: 1 });
  expect(await decisionList(readDb, gone, batchId)).toMatchObject({ state: 'failed', approved: 1 });
});

test('nor does a manager who became a plain member', async () => {
  const studio = { name: 'Harrow & Lane', kind: 'client' as const };
  const owner = await castOrganization(run, await castMember(run, 'Lena Fischer'), studio);
  const { partyId } = owner;
  const manager = await castMember(run, 'Idris Kaya');
  await db
    .insertInto('membership')
    .values({
      organizationId: partyId,
      memberId: manager.memberId,
      role: 'manager',
      joinedAt: new Date(),
    })
    .execute();
  await payIn(run, owner, { amountMinor: 10_000n });
  const { batchId } = await answered(1, owner);
  const asked = { batchId, of: { question: {} } };
  const acting = { ...manager, partyId, role: 'manager' as const };
  await run(startDecisions, asked, { actor: acting, root: batchId });
  await db
    .updateTable('membership')
    .set({ role: 'member' })
    .where('memberId', '=', manager.memberId)
    .execute();
  await job(batchId);
  expect(await statesOf(batchId)).toEqual({ submitted: 2 });
  expect(await decisionList(readDb, owner, batchId)).toMatchObject({ state: 'failed', skipped: 0 });
});
