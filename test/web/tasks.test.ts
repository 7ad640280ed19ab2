import { afterAll, describe, expect, it } from 'vitest';
import { draftedBatch } from '../cast/batches.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';
import { tasksCast } from './tasks-cast.ts';

const database = await testDatabase();
const { mara, chidi, sam, draftId, batchId, taskTypeId } = await tasksCast(database);
const site = await serveAs(database, { mara, chidi, sam });
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
afterAll(() => site.stop());

/** The fields of a page's form as a browser without script sends them, with changes. */
function fieldsOf(html: string, changes: Record<string, string>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, attributes = ''] of html.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(attributes)?.[1];
    const pickable = /type="(radio|checkbox)"/.test(attributes);
    if (name === undefined || (pickable && !/checked/.test(attributes))) continue;
    fields[name] = unescape_(/value="([^"]*)"/.exec(attributes)?.[1] ?? '');
  }
  for (const [, name = '', value = ''] of html.matchAll(
    /<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g,
  )) {
    fields[name] = unescape_(value);
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const chosen = /<option[^>]*value="([^"]*)"[^>]*selected/.exec(options);
    fields[name] = chosen?.[1] ?? /<option[^>]*value="([^"]*)"/.exec(options)?.[1] ?? '';
  }
  return { ...fields, ...changes };
}

function unescape_(text: string): string {
  return text
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('the way in', () => {
  it('says to visitors what tasks are, what they cost, and where work is', async () => {
    const { html } = await site.get('visitor', '/tasks');
    expect(plain(html)).toContain('20% of it to the marketplace, at least USD 0.01 an answer');
    expect(plain(html)).toContain('No surcharge for ten or more answers');
    expect(html).toContain('href="/work"');
    expect((await site.get('visitor', '/tasks/new')).location).toContain('/sign-in');
  });

  it('shows a client its batches and what waits for it', async () => {
    const { html } = await site.get('mara', '/tasks');
    expect(plain(html)).toContain('9 answers wait for your review');
    expect(plain(html)).toContain('12 of 30');
    expect(plain((await site.get('mara', '/tasks?state=draft')).html)).not.toContain('12 of 30');
    expect(plain((await site.get('chidi', '/tasks')).html)).toContain('How it goes');
  });
});

describe('a task type', () => {
  it('is made from a template, tried, and saved', async () => {
    const gallery = await site.get('mara', '/tasks/new');
    expect(gallery.html.match(/\?template=/g)).toHaveLength(10);
    const path = '/tasks/new?template=classification';
    const { html } = await site.get('mara', path);
    expect(html).toContain('src="/tasks/preview?template=classification"');
    const fields = fieldsOf(html, { title: 'Which animal is it?', act: 'save' });
    const preview = await site.post('mara', '/tasks/preview', { ...fields, row: '2' });
    expect(preview.html).toContain('/samples/house.svg');
    expect(preview.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
    const saved = await site.post('mara', path, fields);
    expect(saved.status).toBe(303);
    const page = await site.get('mara', saved.location ?? '');
    expect(plain(page.html)).toContain('Which animal is it?');
    expect(page.html).toContain('boat | A boat');
  });

  it('says what is wrong at its row and keeps what was typed', async () => {
    const path = '/tasks/new?template=sentiment';
    const { html } = await site.get('mara', path);
    const changes = { 'fields.0.options': 'only', reward: 'much', act: 'save' };
    const answer = await site.post('mara', path, fieldsOf(html, changes));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('id="fields.0.options-error"');
    expect(answer.html).toContain('id="reward-error"');
    expect(answer.html).toContain('value="much"');
    const more = await site.post('mara', path, fieldsOf(html, { act: 'more', title: 'Kept' }));
    expect(more.html).toContain('value="Kept"');
    expect(more.html).toContain('name="fields.3.kind"');
  });

  it('tells in the preview what cannot be drawn, and shuts HTML in', async () => {
    const broken = await site.post('mara', '/tasks/preview', { how: 'json', json: '{' });
    expect(plain(broken.html)).toContain('This cannot be drawn yet');
    const html = '<p>${a}</p><script>alert(1)</script>';
    const free = { how: 'html', html, height: '300', sample: 'a\n<b>x', row: '1' };
    const shown = await site.post('mara', '/tasks/preview', free);
    expect(shown.html).toContain('&lt;b&gt;x');
    expect(shown.html).not.toContain('alert(1)');
    expect(shown.headers.get('Content-Security-Policy')).toMatch(/^sandbox/);
  });

  it('belongs to its client alone, and is archived after asking', async () => {
    const path = `/tasks/types/${taskTypeId}`;
    expect((await site.get('chidi', path)).status).toBe(404);
    expect((await site.get('chidi', `/tasks/preview?type=${taskTypeId}`)).status).toBe(404);
    const requirement = {
      'requirements.0.qualificationId': '019a0000-0000-7000-8000-0000000000a1',
      'requirements.0.values': 'high',
      'requirements.0.row': '0',
    };
    const { html } = await site.get('mara', path);
    const wrong = await site.post(
      'mara',
      path,
      fieldsOf(html, { ...requirement, _intent: '', act: 'save' }),
    );
    expect(wrong.html).toContain('id="requirements.0.values-error"');
    expect((await site.post('mara', path, { _intent: 'archive' })).location).toBe('/tasks');
  });
});

describe('an order', () => {
  it('goes from terms over rows to the cost and the escrow', async () => {
    const start = `/tasks/batches/new?type=${taskTypeId}`;
    const terms = { name: 'Animals', wantedEach: '2', lifetime: '3' };
    const wrong = await site.post('mara', start, { ...terms, wantedEach: 'two' });
    expect(wrong.html).toContain('id="wantedEach-error"');
    const long = await site.post('mara', start, { ...terms, lifetime: '900' });
    expect(plain(long.html)).toContain('Write a number from 0.0004 to 365');
    const drafted = await site.post('mara', start, terms);
    const path = drafted.location ?? '';
    expect(path).toMatch(/\/rows$/);
    const empty = await site.post('mara', path, { _intent: 'hand', 'rows.0.c0': '' });
    expect(empty.status).toBe(422);
    const typed = { _intent: 'hand', 'rows.0.c0': 'a cloud', 'rows.2.c0': 'grass' };
    expect((await site.post('mara', path, typed)).status).toBe(303);
    const gold = { _intent: 'gold', 'rows.0.c0': 'the sea', 'answer.colour': 'blue' };
    expect((await site.post('mara', path, gold)).status).toBe(303);
    const page = await site.get('mara', path);
    expect(plain(page.html)).toContain('2 tasks and 1 gold task');
    expect(plain(page.html)).toContain('Which colour is a cloud?');
    const order = path.replace('/rows', '/order');
    const cost = await site.get('mara', `${order}?seconds=30`);
    expect(plain(cost.html)).toContain('This batch costs USD 0.36');
    expect(plain(cost.html)).toMatch(/Workers earn about USD 6\.00 an hour/);
    const changed = await site.post('mara', order, { totalMinor: '35' });
    expect(changed.status).toBe(409);
    const ordered = await site.post('mara', order, { totalMinor: '36' });
    expect(ordered.location).toBe(path.replace('/rows', ''));
    const batch = await site.get('mara', ordered.location ?? '');
    expect(plain(batch.html)).toContain('0 of 6 answers are in');
    expect((await site.get('mara', path)).location).toBe(ordered.location);
  });

  it('changes and deletes a draft, and takes a file', async () => {
    const base = `/tasks/batches/${draftId}`;
    const form = await site.get('mara', `${base}/change`);
    const saved = await site.post(
      'mara',
      `${base}/change`,
      fieldsOf(form.html, { name: 'Renamed' }),
    );
    expect(saved.location).toBe(`${base}/rows`);
    const shown = await site.get('mara', `${base}/change`);
    const again = fieldsOf(shown.html, { wantedEach: '7' });
    const kept = await site.post('mara', `${base}/change`, again);
    expect(plain(kept.html)).toContain('With rows this stays 1. Take the rows out to change it');
    const none = await site.get('mara', `${base}/rows?task=99`);
    expect(plain(none.html)).toContain('There is no task of this number');
    expect((await site.post('mara', `${base}/rows`, { _intent: 'clear' })).status).toBe(303);
    const upload = new FormData();
    upload.append('_intent', 'upload');
    upload.append('files', new Blob(['thing\na\nb\n'], { type: 'text/csv' }), 'rows.csv');
    expect((await site.post('mara', `${base}/rows`, upload)).status).toBe(303);
    const page = await site.get('mara', `${base}/rows`);
    expect(plain(page.html)).toContain('Checking the file: rows.csv');
    expect(page.html).toContain(`data-live="${base}/live?of=import"`);
    const columns = await site.get('mara', `${base}/columns.csv`);
    expect(columns.html.trim()).toBe('thing');
    await database.db.deleteFrom('batchImport').execute();
    expect((await site.post('mara', `${base}/drop`, {})).location).toBe('/tasks');
    expect((await site.get('mara', `${base}/rows`)).status).toBe(404);
  });

  it('says before the order that money is missing', async () => {
    const poor = await draftedBatch(database.run, chidi);
    const { html } = await site.get('chidi', `/tasks/batches/${poor}/order`);
    expect(plain(html)).toContain('Your wallet has USD 0.00; this needs USD 0.18');
    expect(html).toContain('href="/money/deposit?currency=USD&amp;amount=0.18"');
    const tried = await site.post('chidi', `/tasks/batches/${poor}/order`, { totalMinor: '18' });
    expect(tried.status).toBe(409);
    const cost = await site.get('mara', `/tasks/batches/${batchId}/order`);
    expect(cost.location).toBe(`/tasks/batches/${batchId}`);
  });
});
