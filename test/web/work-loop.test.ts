/** A worker's loop at the door of the pages, as a browser without script goes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { type COLOURS, orderedBatch } from '../cast/batches.ts';
import { payIn } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { type Answer, type Site, serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
await payIn(run, mara, { amountMinor: 100_000n });
const order = (terms: Partial<typeof COLOURS> = {}, tasks = 3) =>
  orderedBatch(run, mara, terms, { tasks });

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const keyIn = ({ html }: Answer) => /name="_key" value="([^"]+)"/.exec(html)?.[1] ?? '';
let site: Site;

beforeAll(async () => {
  site = await serveAs(database, { mara, ioana });
});
afterAll(() => site.stop());

/** Takes a task of the batch and gives the address of its page. */
async function take(batchId: string, who = 'ioana'): Promise<string> {
  const fields = { _intent: 'take', _key: crypto.randomUUID() };
  const { location } = await site.post(who, `/work/batches/${batchId}`, fields);
  return location ?? '';
}

async function send(
  path: string,
  colour = 'red',
  key: string = crypto.randomUUID(),
): Promise<Answer> {
  const fields = { _intent: 'send', _key: key, _active: '4', 'answer.colour': colour };
  return site.post('ioana', path, fields);
}

/** The page that an act leads to, with the band that the act left for it. */
async function afterFlash({ location, headers }: Answer): Promise<string> {
  const { name, value } = site.cookie('ioana');
  const flash = headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const Cookie = `${name}=${value}; ${flash}`;
  return (await fetch(site.url + location, { headers: { Cookie } })).text();
}

describe('the loop', () => {
  it('finds, looks, takes, sends and goes on to the end', async () => {
    const batchId = await order();
    const list = await site.get('ioana', '/work?q=colour');
    expect(plain(list.html)).toContain('Name the colour of a thing');
    expect(plain(list.html)).toContain('not measured yet');
    const look = await site.get('ioana', `/work/batches/${batchId}`);
    expect(plain(look.html)).toContain('Take a task for USD 0.05');
    expect(plain(look.html)).toContain('Nothing is sent from a preview.');
    let path = await take(batchId);
    const work = await site.get('ioana', path);
    expect(work.html).not.toContain('<nav');
    expect(plain(work.html)).toMatch(/Which colour is thing \d\?/);
    for (let done = 0; done < 2; done += 1) path = (await send(path)).location ?? '';
    const last = await send(path);
    expect(last.location).toBe(`/work/batches/${batchId}/done?why=no_task_left`);
    const end = await site.get('ioana', last.location ?? '');
    expect(plain(end.html)).toContain('No more tasks here. You did 3 tasks');
    expect(plain(end.html)).toContain('USD 0.15');
    const sent = await site.get('ioana', '/work/submissions');
    expect(sent.html.match(/\/work\/assignments\//g)).toHaveLength(3);
  });

  it('takes the same answer once, and leads to the same next task', async () => {
    const path = await take(await order());
    const key = keyIn(await site.get('ioana', path));
    const [once, again] = [await send(path, 'red', key), await send(path, 'red', key)];
    expect(once.location).toMatch(/^\/work\/assignments\//);
    expect(again.location).toBe(once.location);
    expect((await send(path, 'blue', key)).location).toBe(path);
  });

  it('says that another answer to the same task was not sent', async () => {
    const path = await take(await order({}, 1));
    await send(path, 'red');
    const again = await send(path, 'red');
    expect([again.location, again.headers.get('Set-Cookie')]).toEqual([path, null]);
    const other = await send(path, 'green');
    expect(other.location).toBe(path);
    const page = plain(await afterFlash(other));
    expect(page).toContain('You had handed this in already.');
    expect(page).toMatch(/Your answer .* red/);
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const path = await take(await order());
    const wrong = await site.post('ioana', path, { _intent: 'send', _key: crypto.randomUUID() });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.html)).toContain('Choose one');
    expect((await send(path, 'mauve')).status).toBe(422);
  });

  it('skips, stops, and sends just one', async () => {
    const batchId = await order();
    const first = await take(batchId);
    const post = (path: string, intent: string) =>
      site.post('ioana', path, { _intent: intent, _key: crypto.randomUUID() });
    const skipped = await post(first, 'skip');
    expect(skipped.location).toMatch(/^\/work\/assignments\//);
    expect(skipped.location).not.toBe(first);
    const second = skipped.location ?? '';
    const single = await post(second, 'auto');
    expect(single.location).toBe(`${second}?auto=off`);
    expect(plain((await site.get('ioana', single.location ?? '')).html)).toContain('Go on after');
    const done = await send(`${second}?auto=off`);
    expect(done.location).toContain('/done?why=stopped');
    const third = await take(batchId);
    expect((await post(third, 'stop')).location).toBe(`/work/batches/${batchId}`);
    const gone = await site.get('ioana', third);
    expect(plain(gone.html)).toContain('You gave this task back');
  });

  it('keeps a draft, with a button and from the side', async () => {
    const path = await take(await order());
    const fields = { _key: crypto.randomUUID(), 'answer.colour': 'blue' };
    const saved = await site.post('ioana', path, { ...fields, _intent: 'save' });
    expect(saved.location).toBe(path);
    expect((await site.get('ioana', path)).html).toMatch(/checked=""[^>]*value="blue"/);
    const aside = await site.post('ioana', `${path}/draft`, { 'answer.colour': 'green' });
    expect(aside.status).toBe(204);
    expect((await site.get('ioana', path)).html).toMatch(/checked=""[^>]*value="green"/);
    expect((await site.post('mara', `${path}/draft`, fields)).status).not.toBe(204);
  });
});

describe('what came of it', () => {
  it('shows the reason, takes a repair once, then an appeal', async () => {
    const batchId = await order({ wantedEach: 2 });
    const first = await take(batchId);
    const next = (await send(first)).location ?? '';
    await send(next);
    const ids = [first, next].map((path) => path.split('/').at(-1) ?? '');
    const feedback = 'This one is green.';
    const input = { assignmentIds: ids, reason: 'wrong_answer', feedback } as const;
    await run(rejectAssignments, input, { actor: mara, root: batchId });
    const page = await site.get('ioana', first);
    expect(plain(page.html)).toContain('Wrong answer');
    expect(plain(page.html)).toContain(feedback);
    const fields = { _intent: 'repair', _key: crypto.randomUUID(), 'answer.colour': 'green' };
    expect((await site.post('ioana', first, fields)).location).toBe(first);
    expect(plain((await site.get('ioana', first)).html)).toContain('Your answer, repaired');
    const appeal = { _intent: 'appeal', _key: crypto.randomUUID(), words: '' };
    expect((await site.post('ioana', next, appeal)).status).toBe(422);
    await site.post('ioana', next, { ...appeal, words: 'It is red. Look again.' });
    const appealed = plain((await site.get('ioana', next)).html);
    expect(appealed).toContain('stays held until an operator has decided');
    expect(appealed).toContain('It is red. Look again.');
  });

  it('is nobody else’s to see', async () => {
    const path = await take(await order());
    const eve: MemberActor = await castMember(run, 'Eve Novak');
    expect(eve.partyId).not.toBe(ioana.partyId);
    expect((await site.get('mara', path)).location).toContain('/tasks/batches/');
    expect((await site.get('visitor', path)).location).toContain('/sign-in');
  });
});
