import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { stopDecisions } from '#domain/results/commands/carry-out-list.ts';
import { startDecisions } from '#domain/results/commands/start-decisions.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { serveAs } from './serve-as.ts';
import { tasksCast } from './tasks-cast.ts';

const database = await testDatabase();
const cast = await tasksCast(database);
const { mara, chidi, sam, batchId, draftId, taskTypeId, answers } = cast;
const { run } = database;
const [, , rejected = '', waiting = '', toApprove = ''] = answers;
const appeal = { assignmentId: rejected, words: 'It is red in my picture.' };
await run(appealRejection, appeal, { actor: chidi, root: batchId });
const site = await serveAs(database, { mara, chidi, sam });
const { taskId } = await database.db
  .selectFrom('assignment')
  .select('taskId')
  .where('id', '=', waiting)
  .executeTakeFirstOrThrow();

const base = `/tasks/batches/${batchId}`;
const PAGES: [string, string][] = [
  ['visitor', '/tasks'],
  ['mara', '/tasks'],
  ['mara', '/tasks/new'],
  ['mara', '/tasks/new?template=survey'],
  ['mara', `/tasks/types/${taskTypeId}`],
  ['mara', `/tasks/batches/new?type=${taskTypeId}`],
  ['mara', `/tasks/batches/${draftId}/change`],
  ['mara', `/tasks/batches/${draftId}/rows`],
  ['mara', `/tasks/batches/${draftId}/order`],
  ['mara', `/tasks/batches/${draftId}/drop`],
  ['mara', base],
  ['mara', `${base}/cancel`],
  ['mara', `${base}/extend`],
  ['mara', `${base}/tasks`],
  ['mara', `${base}/tasks/${taskId}`],
  ['mara', `${base}/review?gold=right&state=all`],
  ['mara', `${base}/review/${waiting}`],
  ['mara', `${base}/workers`],
  ['mara', `${base}/workers/${chidi.partyId}`],
  ['mara', `${base}/decisions`],
  ['mara', `/evidence/batches/${batchId}/held`],
  ['mara', `/evidence/batches/${batchId}/answers`],
  ['sam', '/operator/appeals'],
  ['sam', `/operator/appeals/${rejected}`],
];

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  const open = async (who: string, path: string) => {
    const context = await eye.browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([site.cookie(who)]);
    const page = await context.newPage();
    const answer = await page.goto(site.url + path, { waitUntil: 'load' });
    return { context, page, status: answer?.status() };
  };

  it.each(PAGES)('to %s %s is accessible and fits', async (who, path) => {
    expect(await eye.faultsAt(site.url + path, { cookie: site.cookie(who) })).toEqual([]);
  });

  it('shows how far many decisions are, and that they were stopped', async () => {
    const cookie = site.cookie('mara');
    const by = { actor: mara, root: batchId };
    const list = { batchId, of: { question: {} } };
    await run(startDecisions, list, by);
    expect(await eye.faultsAt(`${site.url}${base}/review`, { cookie })).toEqual([]);
    expect((await site.get('mara', `${base}/review`)).html).toContain('role="progressbar"');
    await run(stopDecisions, { batchId }, by);
    expect(await eye.faultsAt(`${site.url}${base}/review`, { cookie })).toEqual([]);
  });

  it('draws the preview again while a form is written', async () => {
    const { context, page } = await open('mara', '/tasks/new?template=classification');
    const frame = page.frameLocator('iframe[name="preview"]');
    await frame.getByText('A boat').waitFor();
    await page.locator('[name="fields.0.options"]').fill('a | A whale\nb | A gull');
    await frame.getByText('A whale').waitFor();
    await page.locator('[name="row"]').selectOption('2');
    await frame.locator('img[src="/samples/house.svg"]').waitFor();
    expect(page.url()).toContain('template=classification');
    await context.close();
  });

  it('moves while answers are decided elsewhere', async () => {
    const { context, page } = await open('mara', base);
    const approved = page.locator('#tiles .tile-n').first();
    expect(await approved.textContent()).toBe('2');
    const input = { assignmentIds: [toApprove] };
    await run(approveAssignments, input, { actor: mara, root: batchId });
    await expect.poll(() => approved.textContent(), { timeout: 15_000 }).toBe('3');
    await context.close();
  });

  it('is reviewed by keyboard', async () => {
    const { context, page } = await open('mara', `${base}/review`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('[data-item]').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Approve 1 answer for' }).waitFor();
    await page.goto(`${site.url}${base}/review?view=one`);
    const first = page.url();
    await page.keyboard.press('r');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await Promise.all([page.waitForURL((url) => url.href !== first), page.keyboard.press('j')]);
    await page.keyboard.press('a');
    await page.getByText('Approved.').waitFor();
    await context.close();
  });
});
