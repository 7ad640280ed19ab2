import { afterAll, expect, test } from 'vitest';
import { COLOUR_FORM, draftedBatch } from '../cast/batches.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';
import { tasksCast } from './tasks-cast.ts';

const database = await testDatabase();
const { mara, chidi, batchId } = await tasksCast(database);
const site = await serveAs(database, { mara, chidi });
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
afterAll(() => site.stop());

const extend = `/tasks/batches/${batchId}/extend`;
const says = (html: string, field: string) => {
  const at = html.indexOf(`id="${field}-error"`);
  return at < 0 ? '' : plain(html.slice(at, at + 900));
};

test.each([
  [{ days: '0', more: '1', cap: '9' }, 'days', 'Write a number from 0.0004 to 365'],
  [{ days: '-3', more: '1', cap: '9' }, 'days', 'Write a number from 0.0004 to 365'],
  [{ days: '9', more: '-1', cap: '9' }, 'more', 'Write a whole number from 0 to 1000'],
  [{ days: '2', more: '', cap: '' }, 'days', 'It ends later than this now'],
  [{ days: '', more: '', cap: '' }, 'more', 'This changes nothing'],
  [{ days: '9', more: '', cap: '0.01' }, 'cap', 'is in the batch. Write that or more'],
  [{ days: '9', more: '1', cap: '-2' }, 'cap', 'Write an amount of 0 or more'],
  [{ days: '', more: '999', cap: '' }, 'more', 'Your wallet has'],
])('an extension by %j is refused at %s', async (fields, field, why) => {
  const asked = await site.post('mara', extend, fields);
  expect(asked.status).toBeGreaterThanOrEqual(409);
  expect(says(asked.html, field)).toContain(why);
  for (const [name, value] of Object.entries(fields)) {
    if (value !== '') expect(asked.html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
  }
  const lacks = why === 'Your wallet has';
  expect(/href="\/money\/deposit\?currency=USD&amp;amount=\d/.test(asked.html)).toBe(lacks);
});

test('what is refused behind the question is told at its field, too', async () => {
  const fields = { _intent: 'extend', days: '9', more: '', cap: '0.01', totalMinor: '0' };
  const { status, html } = await site.post('mara', extend, fields);
  expect(status).toBe(409);
  expect(says(html, 'cap')).not.toBe('');
  expect(html).toMatch(/name="days"[^>]*value="9"/);
});

test('a cursor that leads nowhere leads to the first page', async () => {
  for (const path of ['/work', '/work/submissions', '/tasks']) {
    const { status, location } = await site.get('mara', `${path}?cursor=garbage`);
    expect([status, location]).toEqual([302, path]);
  }
  expect((await site.get('mara', '/tasks?types=x&state=open')).location).toBe('/tasks?state=open');
});

test('a draft without rows has no cost yet', async () => {
  const empty = await draftedBatch(database.run, mara, {}, { tasks: [] });
  const { status, html } = await site.get('mara', `/tasks/batches/${empty}/order`);
  expect(status).toBe(200);
  expect(plain(html)).toContain('No tasks yet');
  expect(plain(html)).not.toContain('USD 0.00');
});

test('a row typed by hand that makes no address is refused in its cell', async () => {
  const form = {
    ...COLOUR_FORM,
    show: [{ kind: 'image', url: '${picture}', alt: 'A thing' }],
  };
  const draftId = await draftedBatch(database.run, mara, { form }, { tasks: [] });
  const fields = { _intent: 'hand', 'rows.0.c0': '/samples/house.svg', 'rows.1.c0': 'see mail' };
  const { status, html } = await site.post('mara', `/tasks/batches/${draftId}/rows`, fields);
  expect(status).toBe(422);
  expect(html).toContain('Write a whole address');
  expect(html).toContain('see mail');
  const tasks = [{ input: { picture: 'see mail' } }];
  await expect(draftedBatch(database.run, mara, { form }, { tasks })).rejects.toMatchObject({
    ...{ code: 'input_invalid', field: 'tasks.0.input' },
  });
});

test('a reward that is no amount is refused with what is wrong', async () => {
  for (const [reward, why] of [
    ['-1', 'Write an amount of 0 or more'],
    ['0.001', 'Write at most 2 decimals'],
  ] as const) {
    const fields = { how: 'rows', currency: 'USD', autoApproval: '259200', reward };
    const { status, html } = await site.post('mara', '/tasks/new?template=classification', fields);
    expect(status).toBe(422);
    expect(says(html, 'reward')).toContain(why);
    expect(html).toContain(`value="${reward}"`);
  }
});
