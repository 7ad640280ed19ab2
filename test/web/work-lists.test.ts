/** What a worker finds, holds and earned, at the door of the pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { saveDraft } from '#domain/assignments/commands/save-draft.ts';
import { orderedBatch } from '../cast/batches.ts';
import { clockwork } from '../cast/jobs.ts';
import { workedMarket } from '../cast/worked-market.ts';
import { testDatabase } from '../database.ts';
import { type Site, serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const market = await workedMarket(database);
const { ioana, client, receipts, colours } = market;
const { work } = clockwork(database);
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
let site: Site;

beforeAll(async () => {
  site = await serveAs(database, { ioana, client });
});
afterAll(() => site.stop());

const read = async (path: string, who = 'ioana') => plain((await site.get(who, path)).html);

async function hold(batchId: string, now = new Date()): Promise<string> {
  const options = { actor: ioana, root: batchId, now };
  return (await run(acceptNext, { batchId }, options)).assignmentId;
}

describe('finding tasks', () => {
  it('sorts, filters and keeps all of it in the address', async () => {
    expect(await read('/work')).toContain('4 batches have tasks for you');
    expect(await read('/work?qualified=yes')).toContain('3 batches have tasks for you');
    const byReward = (await site.get('ioana', '/work?sort=reward')).html;
    const places = [market.closed, market.free, colours, receipts].map((id) =>
      byReward.indexOf(`/work/batches/${id}"`),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const paid = await read('/work?least_hourly=9.60');
    expect(paid).toContain('1 batch has tasks for you');
    expect(paid).toContain('At least USD 9.6');
    expect(await read('/work?least_hourly=9.61')).toContain('No task fits these filters');
    expect(await read(`/work?client=${client.partyId}`)).toContain('Client: Brightwater');
    expect(await read('/work?currency=EUR')).toContain('No task fits these filters');
    expect(await read('/work?q=%25_%5C')).toContain('No task fits these filters');
    expect(await read('/work?sort=luck&q=receipts')).toContain('1 batch has tasks for you');
  });

  it('tells what is missing and how the client treats workers', async () => {
    const list = await read('/work?q=spanish');
    expect(list).toContain('“Spanish, written” of at least 80');
    expect(list).toContain('88.2% approved');
    expect(list).toContain('no appeal lost');
    const page = await site.get('ioana', `/work/batches/${market.closed}`);
    expect(page.html).toContain(`/work/qualifications/${market.spanish}`);
    expect(plain(page.html)).toContain('You cannot take these yet');
    expect(await read(`/evidence/work/${receipts}/hourly`)).toContain('USD 9.60');
    expect(await read(`/evidence/task-clients/${client.partyId}`)).toContain('Answers rejected 2');
  });

  it('goes on by a cursor, from the start and later', async () => {
    for (let at = 0; at < 20; at += 1) {
      await orderedBatch(run, client, { title: `Shapes ${at}` }, { tasks: 1 });
    }
    const first = (await site.get('ioana', '/work?q=shapes&sort=newest')).html;
    expect(first).not.toContain('>Later<');
    const all = (await site.get('ioana', '/work?sort=newest')).html;
    const [, later = ''] = /href="([^"]+)">Later</.exec(all) ?? [];
    const rest = await site.get('ioana', later.replaceAll('&amp;', '&'));
    expect(plain(rest.html)).toContain('From the start');
    expect(rest.html).toContain(`/work/batches/${receipts}"`);
  });

  it('is open to visitors, and an organization is told that people do tasks', async () => {
    expect(await read('/work', 'visitor')).toContain('More than 20 batches have tasks now');
    expect(await read('/work', 'client')).toContain('Tasks are done by a person');
  });
});

describe('what the worker has', () => {
  it('shows what it holds, and gives one or all back', async () => {
    const ids = [await hold(colours), await hold(colours), await hold(receipts)];
    expect(await read('/work/queue')).toContain('You hold 3 tasks');
    const fields = { _intent: 'back', assignmentId: ids[0] ?? '' };
    expect((await site.post('ioana', '/work/queue', fields)).location).toBe('/work/queue');
    expect(await read('/work/queue/return')).toContain('Give 2 tasks back?');
    await site.post('ioana', '/work/queue/return', {});
    expect(await read('/work/queue')).toContain('You hold no task');
  });

  it('keeps what was typed when the time runs out, and takes the task again', async () => {
    const taken = new Date(Date.now() - 3_700_000);
    const id = await hold(colours, taken);
    const draft = { assignmentId: id, fields: { colour: 'green' } };
    await run(saveDraft, draft, { actor: ioana, root: id });
    await work('watch-assignments', new Date());
    const over = await read(`/work/assignments/${id}`);
    expect(over).toContain('The time of this task is over');
    expect(over).toContain('Colour green');
    const late = { _intent: 'send', _key: crypto.randomUUID(), 'answer.colour': 'blue' };
    const path = `/work/assignments/${id}`;
    expect((await site.post('ioana', path, late)).location).toBe(path);
    expect(await read(path)).toContain('Colour blue');
    const again = await site.post('ioana', path, { _intent: 'again' });
    const page = await site.get('ioana', again.location ?? '');
    expect(page.html).toMatch(/checked=""[^>]*value="blue"/);
  });

  it('lists what it handed in, by state, day and client', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await read('/work/submissions')).toContain('6 answers');
    expect(await read('/work/submissions?state=rejected')).toContain('2 answers');
    const day = `/work/submissions?day=${today}&client=${client.partyId}`;
    expect(await read(day)).toMatch(/\d answers?/);
    expect(await read('/work/submissions?day=2001-01-01')).toContain('No answer fits');
  });

  it('opens each sum on a sheet that says it again', async () => {
    for (const path of ['/work/earnings', '/dashboard']) {
      const { html } = await site.get('ioana', path);
      const sums = [...html.matchAll(/href="(\/evidence\/task-earnings\/[^"]+)">(.*?)<\/a>/g)];
      expect(sums.length).toBeGreaterThan(1);
      for (const [, href = '', sum = ''] of sums) {
        const sheet = await site.get('ioana', href.replaceAll('&amp;', '&'));
        const [, head = ''] = /<h1[^>]*>(.*?)<\/h1>/.exec(sheet.html) ?? [];
        expect(` ${plain(head).trim()}`.endsWith(` ${plain(sum).trim()}`), href).toBe(true);
      }
    }
    const waits = await read(`/evidence/task-earnings/USD/waits?client=${client.partyId}`);
    expect(waits).toContain('Waits for clients: Brightwater');
    expect(await read('/evidence/task-earnings/USD/today')).toMatch(/3 answers\. The newest:/);
    const foreign = `/evidence/task-earnings/USD/today?client=${ioana.partyId}`;
    expect((await site.get('ioana', foreign)).status).toBe(404);
  });

  it('adds up what tasks paid, with evidence and as CSV', async () => {
    const page = await read('/work/earnings');
    expect(page).toContain('Tasks paid you USD 0.12');
    expect(page).toContain('3 / 2');
    expect(await read('/evidence/task-earnings/USD/earned')).toContain(
      'Of which in your wallet USD 0.12',
    );
    const { html: csv } = await site.get('ioana', '/work/earnings.csv');
    expect(csv.trim().split('\n')).toHaveLength(7);
    expect(csv).toContain('wrong_answer');
    expect(await read('/dashboard')).toContain('Earned today USD 0.12');
    expect(await read('/record')).toContain('Approved of what was decided 60.0%');
  });
});
