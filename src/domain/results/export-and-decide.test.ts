import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { returnAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { assignmentPage } from '#domain/assignments/queries/assignment-page.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { shortName } from '#domain/kernel/ids.ts';
import type { SheetFormat } from '#domain/sheets/row-problem.ts';
import { csvLine } from '#domain/sheets/write-csv.ts';
import { answerAll } from '#test/cast/answers.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { type Act, decideRows } from './commands/decide-rows.ts';
import { checkDecisions } from './queries/check-decisions.ts';
import { exportResults } from './queries/export-results.ts';
import type { ResultFilter } from './queries/result-pages.ts';
import { type Decision, readDecisions } from './read-decisions.ts';

const { run, db, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const grace = await castMember(run, 'Grace Santos');
await payIn(run, client, { amountMinor: 1_000_000n });

async function answer(worker: MemberActor, batchId: string, colour = 'red'): Promise<string> {
  const { assignmentId } = await run(acceptNext, { batchId }, { actor: worker, root: batchId });
  const input = { assignmentId, fields: { colour }, activeSeconds: 9 };
  await run(submitAssignment, input, { actor: worker, root: batchId });
  return assignmentId;
}

type Cells = Record<string, string>;

async function textOf(batchId: string, format: SheetFormat, filter: ResultFilter = {}) {
  let text = '';
  for await (const part of exportResults(readDb, { batchId, format, filter })) text += part;
  return text;
}

async function csvOf(batchId: string, filter: ResultFilter = {}): Promise<Cells[]> {
  return parse(await textOf(batchId, 'csv', filter), { columns: true }) as Cells[];
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The results as they come back from a spreadsheet, with its last columns filled in. */
function filledIn(rows: readonly Cells[], fill: (row: Cells) => Partial<Cells>): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => {
    const filled: Partial<Cells> = { ...row, ...fill(row) };
    return csvLine(names.map((name) => filled[name] ?? ''));
  });
  return `\ufeff${csvLine(names)}${lines.join('')}`;
}

const decisionsIn = (text: string): AsyncGenerator<Decision> => readDecisions(bytes(text));

const as =
  (actor: MemberActor, batchId: string): Act =>
  (command, input) =>
    run(command, input, { actor, root: batchId });

async function stateOf(assignmentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('assignment')
    .select('state')
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  return row?.state;
}

test('results have the columns of the field, then what was asked and what was answered', async () => {
  const terms = { annotation: 'round 1', keywords: ['colour', 'quick'] };
  const tasks = [{ input: { thing: '=sky', note: '-5' } }, { input: { thing: 'sea', note: '' } }];
  const batchId = await orderedBatch(run, client, terms, { tasks });
  const first = await answer(chidi, batchId, 'blue');
  // What is given back is no decision, and counts in no rate.
  const { assignmentId } = await run(acceptNext, { batchId }, { actor: chidi, root: batchId });
  await run(returnAssignment, { assignmentId }, { actor: chidi, root: batchId });
  const returned = await assignmentPage(readDb, chidi, assignmentId);
  expect(returned).toMatchObject({ state: 'returned', decidedByRule: false });
  await answer(grace, batchId, 'green');
  const approval = { assignmentIds: [first], feedback: 'Well done' };
  await run(approveAssignments, approval, { actor: client, root: batchId });
  const rows = await csvOf(batchId);
  expect(Object.keys(rows[0] ?? {}).slice(27)).toEqual([
    ...['Input.thing', 'Input.note', 'Answer.colour', 'Approve', 'Reject'],
  ]);
  expect(rows).toMatchObject([
    {
      HITTypeId: batchId,
      Title: 'Name the colour of a thing',
      Keywords: 'colour, quick',
      Reward: '$0.05',
      MaxAssignments: '1',
      RequesterAnnotation: `BatchId:${shortName(batchId)};round 1`,
      AssignmentDurationInSeconds: '3600',
      AutoApprovalDelayInSeconds: '259200',
      NumberOfSimilarHITs: '2',
      LifetimeInSeconds: '604800',
      AssignmentId: first,
      WorkerId: chidi.memberId,
      AssignmentStatus: 'Approved',
      RequesterFeedback: 'Well done',
      WorkTimeInSeconds: '0',
      Last30DaysApprovalRate: '100% (1/1)',
      Last7DaysApprovalRate: '100% (1/1)',
      'Input.thing': "'=sky",
      'Input.note': '-5',
      'Answer.colour': 'blue',
      Approve: '',
      Reject: '',
    },
    { AssignmentStatus: 'Submitted', ApprovalTime: '', 'Input.note': '', 'Answer.colour': 'green' },
  ]);
  expect(rows[0]?.ApprovalTime).toMatch(
    /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}$/,
  );
  expect(rows[0]?.RejectionTime).toBe('');
  const text = await textOf(batchId, 'jsonl');
  const objects = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(objects).toMatchObject([
    {
      assignment_id: first,
      task_number: 1,
      state: 'approved',
      reward: { amount: '0.05', currency: 'USD' },
      input: { thing: '=sky', note: '-5' },
      answer: { colour: 'blue' },
    },
    { state: 'submitted', answer: { colour: 'green' } },
  ]);
});

test('every answer comes once and in order, however the pages fall', async () => {
  const batchId = await orderedBatch(run, client, { wantedEach: 3 }, { tasks: 600 });
  await answerAll(db, { batchId, each: 3 });
  const rows = await csvOf(batchId);
  expect(rows).toHaveLength(1_800);
  expect(new Set(rows.map((row) => row.AssignmentId)).size).toBe(1_800);
  const things = rows.map((row) => Number(row['Input.thing']?.split(' ')[1]));
  expect(things).toEqual([...things].sort((a, b) => a - b));
  const crowded = await orderedBatch(run, client, { wantedEach: 1_000 }, { tasks: 2 });
  const workers = await answerAll(db, { batchId: crowded, each: 700 });
  expect(await csvOf(crowded)).toHaveLength(1_400);
  const [workerId] = workers;
  expect(await csvOf(crowded, { workerId, state: 'submitted' })).toHaveLength(2);
  expect(await csvOf(crowded, { gold: true })).toHaveLength(0);
  expect(await csvOf(crowded, { state: 'rejected' })).toHaveLength(0);
});

test('free forms get a column for each name, and the rare ones share the last', async () => {
  const form = { kind: 'html', html: '<input name="a">${thing}' };
  const batchId = await orderedBatch(run, client, { form }, { tasks: 30 });
  await answerAll(db, {
    batchId,
    fields: (number) => ({
      b: `b${number}`,
      a: ['x', 'y'],
      ...Object.fromEntries(Array.from({ length: 20 }, (_none, at) => [`r${number}-${at}`, 'v'])),
    }),
  });
  const rows = await csvOf(batchId);
  const names = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('Answer.'));
  expect(names).toHaveLength(501);
  expect(names.at(-1)).toBe('Answer._others');
  expect(rows[0]).toMatchObject({ 'Answer.a': 'x|y', 'Answer.b': 'b1' });
  const kept = rows.map((row) => {
    const named = names.slice(0, -1).filter((name) => row[name] !== '').length;
    const rest = row['Answer._others'] ?? '';
    return named + (rest === '' ? 0 : Object.keys(JSON.parse(rest) as object).length);
  });
  expect(kept).toEqual(Array.from({ length: 30 }, () => 22));
});

test('decisions that come back are counted, taken, and taken no second time', async () => {
  const batchId = await orderedBatch(run, client, { wantedEach: 1 }, { tasks: 5 });
  const ids: string[] = [];
  for (let done = 0; done < 5; done += 1) ids.push(await answer(chidi, batchId));
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
  const verdicts: Record<string, Partial<Cells>> = {
    [first]: { Approve: 'x' },
    [second]: { Approve: ' X ' },
    [third]: { Reject: 'Careless: the sky is not red' },
    [fourth]: { Reject: '=wrong' },
  };
  const sheet = filledIn(await csvOf(batchId), (row) => verdicts[row.AssignmentId ?? ''] ?? {});
  const counts = await checkDecisions(readDb, { batchId, decisions: decisionsIn(sheet) });
  expect(counts).toEqual({ approve: 2, reject: 2, untouched: 1, decided: 0, rewardMinor: 10n });
  const decided = await decideRows(as(client, batchId), decisionsIn(sheet));
  expect(decided).toEqual({ approved: 2, rejected: 2, untouched: 1, skippedCount: 0, skipped: [] });
  const found = await db
    .selectFrom('assignment')
    .select(['id', 'state', 'rejectClass', 'feedback'])
    .where('batchId', '=', batchId)
    .execute();
  const byId = new Map(found.map((row) => [row.id, row]));
  expect(ids.map((id) => byId.get(id))).toMatchObject([
    { state: 'approved' },
    { state: 'approved' },
    { state: 'rejected', rejectClass: 'careless', feedback: 'the sky is not red' },
    { state: 'rejected', rejectClass: 'other', feedback: '=wrong' },
    { state: 'submitted' },
  ]);
  const again = await decideRows(as(client, batchId), decisionsIn(sheet));
  expect(again).toMatchObject({ approved: 0, rejected: 0, skippedCount: 4 });
  expect(again.skipped[0]).toEqual({ row: 2, assignmentId: first, why: 'approved' });
  expect((await checkLedger(readDb)).differences).toEqual([]);
  expect(await stateOf(fifth)).toBe('submitted');
});

test('a sheet with one wrong row decides nothing', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 2 });
  const elsewhere = await orderedBatch(run, client, {}, { tasks: 1 });
  const [first, second] = [await answer(chidi, batchId), await answer(chidi, batchId)];
  const other = await answer(chidi, elsewhere);
  const rows = await csvOf(batchId);
  const broken: [string, Partial<Cells>][] = [
    ['both_decided', { Approve: 'x', Reject: 'no' }],
    ['approve_mark', { Approve: 'yes' }],
    ['reject_words', { Reject: 'careless: ' }],
    ['assignment_id', { Approve: 'x', AssignmentId: '17' }],
    ['assignment_unknown', { Approve: 'x', AssignmentId: other }],
  ];
  for (const [rule, last] of broken) {
    const sheet = filledIn(rows, (row) => (row.AssignmentId === second ? last : { Approve: 'x' }));
    const check = checkDecisions(readDb, { batchId, decisions: decisionsIn(sheet) });
    await expect(check, rule).rejects.toMatchObject({ name: 'RowProblem', data: { rule, row: 3 } });
  }
  const headless = decisionsIn('AssignmentId,Approve\n');
  await expect(checkDecisions(readDb, { batchId, decisions: headless })).rejects.toMatchObject({
    data: { rule: 'result_column_missing', column: 'Reject' },
  });
  expect(await stateOf(first)).toBe('submitted');
});

test('a wave of rejections stops where the breaker does; approvals of the sheet go on', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 20 });
  for (let done = 0; done < 20; done += 1) await answer(chidi, batchId);
  const rows = await csvOf(batchId);
  const last = rows.at(-1)?.AssignmentId ?? '';
  const sheet = filledIn(rows, (row) =>
    row.AssignmentId === last ? { Approve: 'x' } : { Reject: 'no' },
  );
  const decided = await decideRows(as(client, batchId), decisionsIn(sheet));
  expect(decided).toMatchObject({ approved: 1, rejected: 10, skippedCount: 9 });
  expect(new Set(decided.skipped.map(({ why }) => why))).toEqual(new Set(['rejections_stopped']));
  expect((await checkLedger(readDb)).differences).toEqual([]);
});
