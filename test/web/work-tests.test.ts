/** A market in which every task needs a test: what a worker is told, and that it may save and wait. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestQualification } from '#domain/qualifications/commands/request-qualification.ts';
import { submitTest } from '#domain/qualifications/commands/submit-test.ts';
import { orderedBatch } from '../cast/batches.ts';
import { payIn } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { castQualification, RIGHT_ANSWERS } from '../cast/qualifications.ts';
import { testDatabase } from '../database.ts';
import { type Site, serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
await payIn(run, mara, { amountMinor: 100_000n });
const spanish = await castQualification(run, mara);
const requirement = {
  qualificationId: spanish,
  comparator: 'GreaterThanOrEqualTo',
  values: [80],
  guards: 'preview',
} as const;
const terms = { requirements: [requirement] };
const batchId = await orderedBatch(run, mara, terms, { tasks: 12 });
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
let site: Site;

beforeAll(async () => {
  site = await serveAs(database, { mara, ioana });
});
afterAll(() => site.stop());

const read = async (path: string, who = 'ioana') => plain((await site.get(who, path)).html);

it('says which tests would open how many tasks, and hides what may not be looked at', async () => {
  const none = await read('/work?qualified=yes');
  expect(none).toContain('No task fits your qualifications now');
  expect(none).toContain('1 test would open 12 tasks');
  const page = await read(`/work/batches/${batchId}`);
  expect(page).toContain('you hold none');
  expect(page).toContain('shows tasks only to those who meet the requirements');
  expect(page).not.toContain('Which colour is');
  const take = { _intent: 'take', _key: crypto.randomUUID() };
  const refused = await site.post('ioana', `/work/batches/${batchId}`, take);
  expect(refused.location).toContain('/done?why=not_qualified');
});

it('keeps a search with its alerts', async () => {
  const fields = { _intent: 'save', name: 'Colours', alerts: 'yes' };
  const saved = await site.post('ioana', '/work?q=colour&sort=newest', fields);
  expect(saved.location).toBe('/work?q=colour&sort=newest');
  const list = await site.get('ioana', '/saved-searches');
  expect(list.html).toContain('href="/work?q=colour&amp;sort=newest"');
});

it('opens them once the test is passed', async () => {
  const act = { actor: ioana, root: ioana.memberId };
  const { requestId } = await run(requestQualification, { typeId: spanish }, act);
  await run(submitTest, { requestId, answers: RIGHT_ANSWERS }, act);
  expect(await read('/work?qualified=yes')).toContain('1 batch has tasks for you');
  expect(await read(`/work/batches/${batchId}`)).toContain('Which colour is');
});

it('tells a client that its own tasks are not its to do', async () => {
  expect(await read(`/work/batches/${batchId}`, 'mara')).toContain('These are your own tasks');
});
