/** Tasks that an operator hid after a report, as their client and their workers find them. */
import { afterAll, expect, test } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { decideReport } from '#domain/reputation/commands/decide-report.ts';
import { reportAbuse } from '#domain/reputation/commands/report-abuse.ts';
import { orderedBatch } from '../cast/batches.ts';
import { payIn } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { castOperator } from '../cast/operators.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
const chidi = await castMember(run, 'Chidi Okafor');
const sam = await castOperator(run, 'Sam Whitlock');
await payIn(run, mara, { amountMinor: 10_000n });
const site = await serveAs(database, { mara, ioana, chidi, sam });
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
afterAll(() => site.stop());

const NOTE = 'The pictures show private letters.';
const batchId = await orderedBatch(run, mara, { description: 'Read these letters.' });
const { assignmentId } = await run(acceptNext, { batchId }, { actor: ioana, root: batchId });
const subject = { subjectKind: 'batch', subjectId: batchId, reason: 'private_data' } as const;
const { reportId } = await run(reportAbuse, subject, { actor: ioana, root: batchId });
const decision = { reportId, decision: 'hide', note: NOTE } as const;
await run(decideReport, decision, { actor: sam, root: reportId });

test('their client reads who hid them and why, and is offered no act that is refused', async () => {
  const { html } = await site.get('mara', `/tasks/batches/${batchId}`);
  expect(plain(html)).toContain('An operator of this marketplace hid these tasks after a report.');
  expect(plain(html)).toContain(NOTE);
  expect(plain(html)).toMatch(/Sam Whitlock hid .* after a report/);
  expect(plain(html)).not.toContain('Paused');
  expect(html).not.toContain('value="resume"');
});

test('a page from before says why it can go on no more', async () => {
  const fields = { _intent: 'resume', _key: crypto.randomUUID() };
  const { status, html } = await site.post('mara', `/tasks/batches/${batchId}`, fields);
  expect(status).toBe(409);
  expect(plain(html.slice(html.indexOf('role="alert"')))).toMatch(
    /^[^<]*Nothing was changed An op/,
  );
});

test('who comes along learns that they are not offered, and no more', async () => {
  const { status, html } = await site.get('chidi', `/work/batches/${batchId}`);
  expect(status).toBe(200);
  expect(plain(html)).toContain('These tasks are not offered at the moment');
  expect(plain(html)).not.toContain('Paused');
  expect(html).not.toContain('/report/batch/');
  expect(plain(html)).not.toContain('Read these letters.');
  expect(plain((await site.get('sam', `/work/batches/${batchId}`)).html)).toContain('Read these');
});

test('who holds one may hand it in, and reports it no more', async () => {
  const { html } = await site.get('ioana', `/work/assignments/${assignmentId}`);
  expect(plain(html)).toContain('Send, next task');
  expect(html).not.toContain('/report/batch/');
});
