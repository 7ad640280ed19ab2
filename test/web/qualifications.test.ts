import { afterAll, expect, test } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { castQualification, SPANISH_TEST } from '../cast/qualifications.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ana = await castMember(run, 'Ana Dumitru');
const eve = await castMember(run, 'Eve Novak');
await run(changeProfile, { country: 'US' }, { actor: ana, root: ana.memberId });
const site = await serveAs(database, { firm, mara, ana, eve });
const LIST = '/tasks/qualifications';
const OWN = '/work/qualifications';

afterAll(() => site.stop());

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const idIn = (address: string | null) => /[0-9a-f-]{36}/.exec(address ?? '')?.[0] ?? '';

const TYPED = {
  name: 'Spanish, written',
  description: 'Reads and writes Spanish.',
  keywords: 'spanish, language',
  active: 'yes',
  way: 'test',
  again: 'after',
  againDays: '7',
  testForm: JSON.stringify(SPANISH_TEST.form),
  minutes: '10',
  grading: 'rows',
  'key.0.field': 'house',
  'key.0.right[]': 'la',
  'key.0.points': '3',
  mapping: 'percentage',
};

test('a client is asked to sign in, and begins with what is computed', async () => {
  expect((await site.get('visitor', LIST)).location).toBe(
    '/sign-in?next=%2Ftasks%2Fqualifications',
  );
  const { html } = await site.get('firm', LIST);
  expect(html).toContain('Say whom you want for your tasks');
  expect(plain(html)).toContain('Approval rate · 0 to 100');
});

test('a test is shown before it is saved, and what is wrong with its JSON stands at its field', async () => {
  const { _intent, ...shown } = { ...TYPED, _intent: 'preview' };
  const page = await site.post('firm', `${LIST}/new`, { ...shown, _intent });
  expect(page.status).toBe(200);
  expect(page.html).toContain('Nothing is sent from a preview.');
  expect(page.html).toContain('value="Spanish, written"');
  expect(page.html).toContain('Right answers to “Which are verbs?”');
  const broken = await site.post('firm', `${LIST}/new`, {
    ...TYPED,
    testForm: '{\n"a": 1\n"b": 2}',
  });
  expect(broken.status).toBe(422);
  expect(broken.html).toContain('This is not JSON. Look at line 3');
  const form = { ...SPANISH_TEST.form, fields: [{ kind: 'choice', name: 'x', label: 'X' }] };
  const half = { ...TYPED, testForm: JSON.stringify(form), grading: 'hand' };
  const wrong = await site.post('firm', `${LIST}/new`, half);
  expect(plain(wrong.html)).toContain('At fields.0.options: fill this in');
  expect(wrong.html).toContain('value="Spanish, written"');
  const none = { ...TYPED, 'key.0.right[]': '' };
  expect((await site.post('firm', `${LIST}/new`, none)).html).toContain('Mark the right answers');
  const soon = { ...TYPED, minutes: '0' };
  expect((await site.post('firm', `${LIST}/new`, soon)).html).toContain('from 0.5 to 43200');
});

test('a test is made, taken against the clock, graded, and held', async () => {
  const made = await site.post('firm', `${LIST}/new`, TYPED);
  expect(made.status).toBe(303);
  const typeId = idIn(made.location);
  const page = await site.get('firm', `${LIST}/${typeId}`);
  expect(plain(page.html)).toContain('A test of 10 minutes, graded at once');
  const edit = await site.get('firm', `${LIST}/${typeId}/edit`);
  expect(edit.html).toMatch(
    /name="key.0.right\[\]"[^>]*checked=""[^>]*value="la"|value="la"[^>]*checked/,
  );
  const offered = await site.get('ana', `${OWN}?q=spanish`);
  expect(plain(offered.html)).toContain('Spanish, written by Harrow & Lane'.replace('&', '&amp;'));
  const ask = await site.get('ana', `${OWN}/${typeId}`);
  expect(plain(ask.html)).toContain('The clock runs from when you begin, for 10 minutes');
  const begun = await site.post('ana', `${OWN}/${typeId}`, {});
  expect(begun.location).toMatch(/^\/work\/tests\//);
  const path = begun.location ?? '';
  const testPage = await site.get('ana', path);
  expect(plain(testPage.html)).toMatch(/Hand it in by .* in (10|9) minutes/);
  expect((await site.get('eve', path)).status).toBe(404);
  expect(plain((await site.get('ana', `${OWN}/${typeId}`)).html)).toContain('Go on with the test');
  const empty = await site.post('ana', path, { 'answer.house': 'la' });
  expect(empty.status).toBe(422);
  expect(plain(empty.html)).toContain('One thing to put right');
  expect(empty.html).toMatch(/checked=""[^>]*value="la"|value="la"[^>]*checked=""/);
  const answers = { 'answer.house': 'la', 'answer.verbs': 'mesa' };
  expect((await site.post('ana', path, answers)).location).toBe(OWN);
  const held = await site.get('ana', OWN);
  expect(plain(held.html)).toMatch(/Spanish, written 100 Held by the test never expires/);
  expect(plain(held.html)).toContain('again from');
  const after = await site.get('ana', path);
  expect(plain(after.html)).toContain('Your answers');
  expect(plain(after.html)).not.toContain('points');
  const late = await site.post('ana', path, answers);
  expect(late.location).toBe(path);
});

test('what waits is granted or refused by the client, who sees the answers', async () => {
  const parts = { name: 'Legal, by hand', test: { ...SPANISH_TEST, key: null } };
  const typeId = await castQualification(run, firm, parts);
  const requestOf = async (who: string) => {
    const { location } = await site.post(who, `${OWN}/${typeId}`, {});
    const fields = { 'answer.house': 'el', 'answer.verbs': 'comer' };
    await site.post(who, location ?? '', fields);
    return idIn(location);
  };
  const first = await requestOf('ana');
  const second = await requestOf('eve');
  const list = await site.get('firm', `${LIST}/${typeId}/requests`);
  expect(plain(list.html)).toMatch(new RegExp(`${shortName(ana.memberId)}.*Waiting for you`));
  const path = `/tasks/qualification-requests/${first}`;
  const page = await site.get('firm', path);
  expect(plain(page.html)).toContain('The house el casa');
  expect((await site.get('mara', path)).status).toBe(404);
  const wrong = await site.post('firm', path, { _intent: 'grant', value: 'much' });
  expect(wrong.html).toContain('value="much"');
  const granted = await site.post('firm', path, { _intent: 'grant', value: '70' });
  expect(granted.location).toBe(`${LIST}/${typeId}/requests`);
  const other = `/tasks/qualification-requests/${second}`;
  await site.post('firm', other, { _intent: 'reject', reason: 'Half of it is missing.' });
  const told = await site.get('eve', OWN);
  expect(plain(told.html)).toContain('Reason: Half of it is missing.');
  expect(plain((await site.get('ana', OWN)).html)).toContain('Legal, by hand 70 Held');
});

test('the client grants to workers by their ids, changes the value and takes it back', async () => {
  const parts = { name: 'Trusted', test: null, requestable: false };
  const typeId = await castQualification(run, firm, parts);
  const here = `${LIST}/${typeId}`;
  const nobody = await site.post('firm', here, { workers: 'nobody', value: '5' });
  expect(nobody.html).toContain('There is no worker with this id');
  const workers = `https://x.example/freelancers/${ana.memberId}\n${eve.memberId}`;
  expect((await site.post('firm', here, { workers, value: '5' })).status).toBe(303);
  const page = await site.get('firm', here);
  expect(plain(page.html)).toContain('2 workers hold it');
  const holder = `${here}/holders/${ana.memberId}`;
  await site.post('firm', holder, { _intent: 'change', value: '9' });
  expect(plain((await site.get('firm', holder)).html)).toContain('Value 9');
  await site.post('firm', holder, { _intent: 'revoke', reason: 'Shared its account.' });
  expect(plain((await site.get('firm', here)).html)).toContain('1 worker holds it');
  expect(plain((await site.get('ana', OWN)).html)).toContain('Reason: Shared its account.');
  const retire = await site.get('firm', `${here}/retire`);
  expect(plain(retire.html)).toContain('1 worker goes on holding it');
  await site.post('firm', `${here}/retire`, {});
  expect(plain((await site.get('firm', here)).html)).toContain('Retired');
});

test('a worker is blocked with a reason and unblocked; it reads neither', async () => {
  const path = `/tasks/workers/block?worker=${eve.memberId}`;
  expect((await site.get('firm', path)).html).toContain(`Block ${shortName(eve.memberId)}?`);
  const bare = await site.post('firm', path, { worker: eve.memberId, reason: '' });
  expect(bare.status).toBe(422);
  const reason = 'Copied answers of others.';
  await site.post('firm', path, { worker: eve.memberId, reason });
  const list = await site.get('firm', '/tasks/workers/blocked');
  expect(plain(list.html)).toMatch(
    new RegExp(`${shortName(eve.memberId)}.*Copied answers of others\\.`),
  );
  expect((await site.get('eve', OWN)).html).not.toContain('Copied');
  await site.post('firm', '/tasks/workers/blocked', { workerId: eve.memberId });
  expect((await site.get('firm', '/tasks/workers/blocked')).html).toContain('Nobody is blocked');
});

test('a worker says where it lives; who acts for a company is told that people do tasks', async () => {
  const wrong = await site.post('ana', OWN, { subdivision: 'California' });
  expect(wrong.status).toBe(422);
  await site.post('ana', OWN, { subdivision: 'ca', adult: 'yes' });
  expect(plain((await site.get('ana', OWN)).html)).toContain('United States, CA');
  const sheet = await site.get('ana', `${OWN}/approval-rate`);
  expect(plain(sheet.html)).toContain('You have not handed in anything yet');
  expect((await site.get('firm', OWN)).html).toContain('Only people do tasks');
});
