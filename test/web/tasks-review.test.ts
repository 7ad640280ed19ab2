import { afterAll, describe, expect, it } from 'vitest';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { orderedBatch } from '../cast/batches.ts';
import { checkLedger } from '../cast/contracts.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';
import { tasksCast } from './tasks-cast.ts';

const database = await testDatabase();
const { mara, chidi, grace, sam, batchId, answers } = await tasksCast(database);
const site = await serveAs(database, { mara, chidi, sam });
const base = `/tasks/batches/${batchId}`;
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const page = async (path: string, who = 'mara') => plain((await site.get(who, path)).html);
afterAll(() => site.stop());

describe('the page of a batch', () => {
  it('says how far it is, what it cost, and what happens next', async () => {
    const says = await page(base);
    expect(says).toContain('12 of 30 answers are in');
    expect(says).toContain('answered 12');
    expect(says).toContain('9 answers to review');
    expect(says).toMatch(/Spent so far USD 0\.12/);
    expect(says).toMatch(/Workers earn USD 20\.00/);
    expect(says).toContain('Review, up to USD 0.54 to pay');
    expect((await site.get('chidi', base)).status).toBe(404);
  });

  it('is paused and goes on', async () => {
    await site.post('mara', base, { _intent: 'pause' });
    expect(await page(base)).toContain('Paused');
    await site.post('mara', base, { _intent: 'resume' });
    expect(await page(base)).toContain('Running');
  });

  it('tells by events what changed, as the page draws it', async () => {
    const stop = new AbortController();
    const headers = { Cookie: 'cast=mara' };
    const answer = await fetch(`${site.url}${base}/live`, { headers, signal: stop.signal });
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream');
    const reader = answer.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    stop.abort();
    const [, data = '{}'] = /data: (.*)\n/.exec(new TextDecoder().decode(value)) ?? [];
    const live = JSON.parse(data) as { parts: Record<string, string>; says: string; done: boolean };
    expect(Object.keys(live.parts)).toEqual(['ruler', 'tiles', 'money-lines']);
    expect(live.says).toBe('12 of 30 answers are in, USD\u00a00.12 spent.');
    expect(live.done).toBe(false);
    expect(
      (await fetch(`${site.url}${base}/live`, { headers: { Cookie: 'cast=chidi' } })).status,
    ).toBe(404);
  });

  it('opens each number on a sheet that says it again', async () => {
    const shown = (html: string) =>
      plain(html)
        .replace(/&nbsp;|\u00a0/g, ' ')
        .trim();
    const { html } = await site.get('mara', base);
    const numbers = [...html.matchAll(/href="(\/evidence\/batches\/[^"]+)">(.*?)<\/a>/g)];
    expect(numbers.length).toBeGreaterThan(7);
    for (const [, href = '', number = ''] of numbers) {
      const sheet = await site.get('mara', href);
      const [, head = ''] = /<h1[^>]*>(.*?)<\/h1>/.exec(sheet.html) ?? [];
      expect(` ${shown(head)}`.endsWith(` ${shown(number)}`), `${href}: ${head}`).toBe(true);
    }
  });

  it.each([
    ...['spent', 'workers', 'rewards', 'bonuses', 'top-ups', 'held', 'fees', 'back'],
    ...['answers', 'approved', 'last-hour', 'hourly', 'gold'],
  ])('proves %s from what it is made of', async (sum) => {
    const { html } = await site.get('mara', `/evidence/batches/${batchId}/${sum}?recompute=yes`);
    expect(html).toMatch(/Recounted|Recomputed/);
    expect(html).not.toContain('role="alert"');
    expect((await site.get('chidi', `/evidence/batches/${batchId}/${sum}`)).status).toBe(404);
  });

  it('gives the transfers behind a sum as CSV', async () => {
    const { html } = await site.get('mara', `/evidence/batches/${batchId}/held/rows.csv`);
    expect(html.trim().split('\n')).toHaveLength(6);
  });
});

describe('the review', () => {
  it('hides who a worker is, and filters', async () => {
    const all = await page(`${base}/review`);
    expect(all).toContain('9 answers to review');
    expect(all).toContain(shortName(grace.partyId));
    expect(all).not.toContain('Grace');
    const one = await page(`${base}/review?worker=${shortName(chidi.partyId)}`);
    expect(one).toContain('3 shown');
    const headed = async (state: string) =>
      /<h1[^>]*>(.*?)<\/h1>/.exec((await site.get('mara', `${base}/review?state=${state}`)).html);
    expect((await headed('rejected'))?.[1]).toBe('1 rejected answer');
    expect((await headed('approved'))?.[1]).toBe('2 approved answers');
    expect((await headed('all'))?.[1]).toBe('12 answers');
    expect(await page(`${base}/review?worker=NOBODY`)).toContain('No answer here');
    expect(await page(`${base}/review?state=all&gold=right`)).toContain('2 shown');
    expect(await page(`${base}/review?faster=9`)).toContain('No answer here');
    expect(await page(`${base}/review?agreement=few`)).toContain('No answer here');
    expect((await site.get('chidi', `${base}/review`)).status).toBe(404);
  });

  it('takes numbers and cursors that somebody made up for none, or says no', async () => {
    for (const made of ['1e300', '1.5', '-1', '99999999999']) {
      await page(`${base}?before=${made}`);
      await page(`${base}/tasks?after=${made}`);
    }
    const cursor = Buffer.from(['submitted', '5', answers[0]].join('|')).toString('base64url');
    expect((await site.get('mara', `${base}/review?cursor=${cursor}`)).status).toBeLessThan(500);
  });

  it('asks with the sum before many are approved', async () => {
    const ids = new FormData();
    for (const id of [answers[3], answers[4], answers[0]]) ids.append('ids[]', id ?? '');
    ids.append('act', 'approve');
    const question = await site.post('mara', `${base}/decide`, ids);
    expect(plain(question.html)).toContain('Approve 2 answers for USD 0.12?');
    expect(plain(question.html)).toContain('Decided before, left as they are 1');
    ids.append('_intent', 'decide');
    const done = await site.post('mara', `${base}/decide`, ids);
    expect(done.location).toBe(`${base}/review`);
    expect(await page(`${base}/review`)).toContain('7 answers to review');
    const none = await site.post('mara', `${base}/decide`, { act: 'reject' });
    expect(plain(none.html)).toContain('Choose at least one answer first');
    expect(await page(`${base}/decide`)).toContain('Choose at least one answer first');
  });

  it('rejects many for a reason, and gives many a bonus', async () => {
    const decide = async (act: string, fields: Record<string, string>) => {
      const form = new FormData();
      form.append('ids[]', answers[5] ?? '');
      for (const [name, value] of Object.entries({ act, _intent: 'decide', ...fields })) {
        form.append(name, value);
      }
      return site.post('mara', `${base}/decide`, form);
    };
    const silent = await decide('reject', { reason: 'careless' });
    expect(silent.status).toBe(422);
    expect(silent.html).toContain('id="decide-feedback-error"');
    const done = await decide('reject', { reason: 'careless', feedback: 'It is green.' });
    expect(done.status).toBe(303);
    const wrong = await decide('bonus', { amount: 'lots', bonusReason: 'Thanks' });
    expect(wrong.html).toContain('id="decide-amount-error"');
    const given = await decide('bonus', { amount: '0.10', bonusReason: 'Thanks' });
    expect(given.status).toBe(303);
    expect(await page(`${base}/review?state=rejected`)).toContain('bonus USD 0.10');
    const { html } = await site.get('mara', `/evidence/batches/${batchId}/bonuses?recompute=yes`);
    expect(plain(html)).toMatch(/Bonuses: Colours, November USD\s0\.10/);
    expect(html).not.toContain('role="alert"');
  });

  it('goes from one answer to the next, and does everything there', async () => {
    const first = await site.get('mara', `${base}/review?view=one`);
    expect(first.location).toMatch(/\/review\/[0-9a-f-]{36}$/);
    const path = first.location ?? '';
    expect(await page(path)).toContain('Approve, pay USD 0.06');
    const message = { _intent: 'message', subject: 'Hello', words: 'Well done.' };
    expect((await site.post('mara', path, message)).status).toBe(303);
    const silent = await site.post('mara', path, { _intent: 'reject', reason: 'other' });
    expect(silent.html).toContain('id="reject-feedback-error"');
    const approved = await site.post('mara', path, { _intent: 'approve' });
    expect(approved.location).not.toBe(path);
    expect(approved.location).toMatch(/\/review\/[0-9a-f-]{36}$/);
    const rejected = `${base}/review/${answers[2]}`;
    expect(await page(rejected)).toContain('Approve after all');
  });

  it('approves all that wait, but not what came in after the question', async () => {
    const all = { act: 'approve-all', back: `${base}/review` };
    const asked = await site.post('mara', `${base}/decide`, all);
    expect(plain(asked.html)).toContain('Approve 5 answers for USD 0.30?');
    const [, at = ''] = /name="asked_at" value="([^"]+)"/.exec(asked.html) ?? [];
    expect(new Date(at).getTime()).toBeGreaterThan(Date.now() - 60_000);
    const decide = { ...all, _intent: 'decide' };
    const before = { ...decide, asked_at: '2001-01-01T00:00:00Z' };
    const none = await site.post('mara', `${base}/decide`, before);
    expect(plain(none.html)).toContain('Choose at least one answer first');
    const begun = await site.post('mara', `${base}/decide`, { ...decide, asked_at: at });
    expect(begun.location).toBe(`${base}/review`);
    expect(await page(`${base}/review`)).toContain('Deciding answers 0 of 5');
    await site.post('mara', `${base}/review`, { _intent: 'stop' });
  });

  it('shows what one worker did', async () => {
    expect(await page(`${base}/workers`)).toContain(shortName(chidi.partyId));
    const says = await page(`${base}/workers/${chidi.partyId}`);
    expect(says).toContain(`Worker ${shortName(chidi.partyId)}`);
    expect(says).not.toContain('Chidi');
    const note = { subject: 'A question', words: 'Which picture was it?' };
    expect((await site.post('mara', `${base}/workers/${chidi.partyId}`, note)).status).toBe(303);
    expect((await site.get('mara', `${base}/workers/${mara.partyId}`)).status).toBe(404);
  });
});

describe('files', () => {
  it('gives the results and takes decisions back', async () => {
    const { html: csv, headers } = await site.get('mara', `${base}/results.csv`);
    expect(headers.get('Content-Disposition')).toContain('Colours-November-results.csv');
    const lines = csv.trim().split(/\r?\n/);
    expect(lines).toHaveLength(13);
    const json = await site.get('mara', `${base}/results.jsonl`);
    expect(json.html.trim().split('\n')).toHaveLength(12);
    const waiting = lines.find((line) => line.includes('Submitted')) ?? '';
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
    const found = [...waiting.matchAll(id)].map(([text]) => text);
    const assignmentId = found.find((one) => answers.includes(one)) ?? '';
    const send = (text: string) => {
      const upload = new FormData();
      upload.append('files', new Blob([text], { type: 'text/csv' }), 'decisions.csv');
      return site.post('mara', `${base}/decisions`, upload);
    };
    const broken = await send(`AssignmentId,Approve,Reject\n${assignmentId},maybe,\n`);
    expect(plain(broken.html)).toContain('Approve must be x or empty');
    const asked = await send(`AssignmentId,Approve,Reject\n${assignmentId},x,\n`);
    expect(plain(asked.html)).toContain('Approve 1 and reject 0?');
    const fileId = /name="fileId" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const done = await site.post('mara', `${base}/decisions`, { _intent: 'decide', fileId });
    expect(done.location).toBe(`${base}/review`);
    // No job runs beside this test: the page shows how far it is, and it can be stopped.
    expect(await page(`${base}/review`)).toContain('Deciding answers 0 of 1');
    const again = await site.post('mara', `${base}/decisions`, { _intent: 'decide', fileId });
    expect(again.status).toBeGreaterThanOrEqual(400);
    await site.post('mara', `${base}/review`, { _intent: 'stop' });
    expect(await page(`${base}/review`)).toContain('Your last decisions were stopped.');
    const foreign = await site.post('mara', `${base}/decisions`, {
      _intent: 'decide',
      fileId: batchId,
    });
    expect(foreign.status).toBe(404);
  });
});

describe('changes of a batch', () => {
  it('says that nothing is free in a task that was ended', async () => {
    const other = await orderedBatch(database.run, mara, { name: 'Another' }, { tasks: 1 });
    const list = `/tasks/batches/${other}/tasks`;
    const [, path = ''] = /href="([^"]+\/tasks\/[0-9a-f-]{36})"/.exec(
      (await site.get('mara', list)).html,
    ) ?? [''];
    expect(await page(path)).toContain('1 free');
    expect((await site.post('mara', path, { _intent: 'end' })).status).toBe(303);
    expect(await page(path)).toContain('0 free');
    expect(await page(list)).toContain('thing 1 0 0 0 0 ');
  });

  it('adds tasks and answers, extends with the cost first, and cancels', async () => {
    const tasks = await site.get('mara', `${base}/tasks`);
    const [, taskId = ''] = /\/tasks\/([0-9a-f-]{36})"/.exec(tasks.html) ?? [];
    expect(
      (await site.post('mara', `${base}/tasks/${taskId}`, { _intent: 'more', more: '2' })).status,
    ).toBe(303);
    expect((await site.post('mara', `${base}/tasks`, { 'rows.0.c0': 'a plum' })).status).toBe(303);
    const asked = await site.post('mara', `${base}/extend`, { days: '9', more: '1', cap: '' });
    expect(plain(asked.html)).toContain('Extend for USD 0.78?');
    const fields = { _intent: 'extend', days: '9', more: '1', cap: '', totalMinor: '77' };
    expect((await site.post('mara', `${base}/extend`, fields)).status).toBe(409);
    const extended = await site.post('mara', `${base}/extend`, { ...fields, totalMinor: '78' });
    expect(extended.location).toBe(base);
    expect(await page(base)).toContain('3 answers for each task');
    expect(await page(base)).toMatch(
      /You extended Colours, November until \d+ \w+.*more into escrow/,
    );
    expect(await page(`${base}/extend`)).toContain('On top of 3.');
    expect(await page(`${base}/cancel`)).toMatch(/Cancel, and get about USD \d/);
    expect((await site.post('mara', `${base}/cancel`, {})).location).toBe(base);
    expect(await page(base)).toContain('Ending');
  });
});

describe('appeals', () => {
  it('are decided by an operator, with reasons for both sides', async () => {
    const assignmentId = answers[2] ?? '';
    const words = 'It is red in my picture.';
    await database.run(appealRejection, { assignmentId, words }, { actor: chidi, root: batchId });
    expect(await page('/operator/appeals', 'sam')).toContain('1 appeal waits');
    expect(await page('/operator', 'sam')).toContain('One decision waits for you');
    const stop = { breakerAt: new Date(), breakerFreedAt: null };
    await database.db.updateTable('batch').set(stop).where('id', '=', batchId).execute();
    const overview = (await site.get('sam', '/operator')).html;
    expect(plain(overview)).toContain('2 decisions wait for you');
    expect(plain(overview)).toContain('Rejections are stopped: Colours, November');
    expect(overview).toContain('href="/operator/appeals#stopped"');
    expect(overview).toContain(`href="/operator/appeals/${assignmentId}"`);
    const path = `/operator/appeals/${assignmentId}`;
    expect(await page(path, 'sam')).toContain('This thing is plainly green.');
    expect((await site.get('mara', path)).status).toBe(404);
    expect((await site.post('sam', path, { act: 'uphold' })).status).toBe(422);
    const decided = await site.post('sam', path, { act: 'uphold', verdict: 'It is red.' });
    expect(decided.location).toBe('/operator/appeals');
    expect(await page(path, 'sam')).toContain('This appeal is decided. It is red.');
    expect((await checkLedger(database.readDb)).differences).toEqual([]);
  });
});
