import { afterAll, expect, it } from 'vitest';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { openProject, propose } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { db, run } = database;
const mara = await castMember(run, 'Mara Oduya');
const harrow = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ioana = await castFreelancer(run, 'Ioana Petrescu');
const tunde = await castMember(run, 'Tunde Bello');
const site = await serveAs(database, { client: harrow, ioana, tunde });

afterAll(() => site.stop());

const POSTED = {
  title: 'Six street views of a lighthouse',
  requirements: 'Two **by day**, two at dusk.',
  category: 'architectural-illustration',
  skills: 'Rendering, Blender',
  pricing: 'fixed',
  currency: 'USD',
  budgetLow: '1,200.00',
  budgetHigh: '2000',
  audience: 'everyone',
};

const OFFERED = {
  price: '1,600.00',
  deliveryDays: '20',
  cover: 'I can begin on Monday.',
  'milestones.0.title': 'Clay models',
  'milestones.0.amount': '600',
  'milestones.0.dueDays': '7',
  'milestones.2.title': 'Final views',
  'milestones.2.amount': '1,000',
  'milestones.2.dueDays': '20',
};

type Who = 'client' | 'ioana' | 'tunde' | 'visitor';
type Seen = { status: number; html: string; to: string };

/** Sends a form with files, as the pages that take files do. */
async function send(
  who: Who,
  path: string,
  fields: Record<string, string>,
  upload?: File,
): Promise<Seen> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (upload !== undefined) body.append('files', upload);
  return seen(await site.post(who, path, body));
}

async function read(who: Who, path: string): Promise<Seen> {
  return seen(await site.get(who, path));
}

function seen(answer: { status: number; html: string; location: string | null }): Seen {
  const html = answer.html.replaceAll('\u00a0', ' ');
  return { status: answer.status, html, to: answer.location ?? '' };
}

const plan = () => new File(['%PDF-1.7 plan'], 'Grundriß 1.pdf', { type: 'text/html' });

it('posts a project; a refused form keeps what was typed and the file', async () => {
  const nameless = { ...POSTED, title: '', budgetHigh: 'a lot', act: 'publish' };
  const refused = await send('client', '/projects/new', nameless, plan());
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Two things to put right');
  expect(refused.html).toContain('Two **by day**, two at dusk.');
  expect(refused.html).toContain('value="a lot"');
  expect(refused.html).toContain('Grundriß 1.pdf');
  const fileId = /name="filesKept\[\]"[^>]*value="([^"]+)"/.exec(refused.html)?.[1] ?? '';
  const fields = { ...POSTED, act: 'publish', 'filesKept[]': fileId };
  const posted = await send('client', '/projects/new', fields);
  expect(posted.status).toBe(303);
  const page = await read('visitor', posted.to);
  expect(page.html).toContain(POSTED.title);
  expect(page.html).toContain('<strong>by day</strong>');
  expect(page.html).toContain(`/files/${fileId}`);
  const download = await fetch(`${site.url}/files/${fileId}`);
  expect(await download.text()).toBe('%PDF-1.7 plan');
  const { headers } = download;
  expect(headers.get('Content-Type')).toBe('application/pdf');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Content-Disposition')).toMatch(
    /^attachment; .*UTF-8''Grundri%C3%9F%201.pdf$/,
  );
  expect(headers.get('Content-Security-Policy')).toContain('sandbox');
});

it('posts once, however often the same form is sent', async () => {
  const fields = { ...POSTED, act: 'publish', _key: 'the-very-same-form-of-one-page' };
  const first = await send('client', '/projects/new', fields);
  const second = await send('client', '/projects/new', fields);
  expect(second).toEqual(first);
});

it('refuses a file that is no document, and takes nothing of it', async () => {
  const before = await db.selectFrom('file').select('id').execute();
  const page = new File(['<script>'], 'page.html', { type: 'application/pdf' });
  const refused = await send('client', '/projects/new', { ...POSTED, act: 'publish' }, page);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('This kind of file is not taken');
  expect(refused.html).toContain(POSTED.title);
  expect(await db.selectFrom('file').select('id').execute()).toEqual(before);
});

it('saves a draft, which nobody else sees, and publishes it once it is complete', async () => {
  const bare = { ...POSTED, requirements: '', act: 'keep' };
  const { to: path } = await send('client', '/projects/new', bare);
  expect((await read('visitor', path)).status).toBe(404);
  expect((await read('client', path)).html).toContain('Write the requirements before you publish');
  const early = await send('client', path, { _intent: 'publish' });
  expect(early.status).toBe(422);
  const edited = await send('client', `${path}/edit`, { ...POSTED, act: 'publish' });
  expect(edited.to).toBe(path);
  expect((await read('visitor', path)).status).toBe(200);
});

it('tells on a draft who learns of it, and when', async () => {
  const drafted = { ...POSTED, audience: 'invited', act: 'keep' };
  const { to: path } = await send('client', '/projects/new', drafted);
  expect((await read('client', path)).html).toContain('Only invited freelancers can read it');
  const { html } = await read('client', `${path}/invite`);
  expect(html).toContain('is told when you publish, with your note');
  expect(html).not.toContain('is told at once');
});

it('says what each side gets without script, and adds a row', async () => {
  const path = `/projects/${await openProject(run, harrow)}/propose`;
  const shown = await send('ioana', path, { ...OFFERED, act: 'show' });
  expect(shown.status).toBe(200);
  expect(shown.html).toMatch(/data-sum="receives">1,440\.00</);
  expect(shown.html).toContain('Milestones come to');
  // The gap between the two filled rows is closed.
  expect(shown.html).toMatch(/name="milestones\.1\.title"[^>]*value="Final views"/);
  const more = await send('ioana', path, { ...OFFERED, act: 'more' });
  expect(more.html).toContain('name="milestones.3.title"');
});

it('takes a proposal that adds up, and only that', async () => {
  const projectId = await openProject(run, harrow);
  const path = `/projects/${projectId}/propose`;
  const short = await send('ioana', path, {
    ...OFFERED,
    'milestones.2.amount': '900',
    act: 'send',
  });
  expect(short.status).toBe(422);
  expect(short.html).toContain(
    'The milestones come to USD 1,500.00, but the price is USD 1,600.00',
  );
  const sent = await send('ioana', path, { ...OFFERED, act: 'send' });
  expect(sent.status).toBe(303);
  expect((await read('client', sent.to)).html).toContain('Award the project to');
  expect((await read('tunde', sent.to)).status).toBe(404);
  const again = await send('ioana', path, { ...OFFERED, act: 'send' });
  expect(again.html).toContain('There is a proposal already');
  const whole = { price: '500', deliveryDays: '5', cover: 'All at once.', act: 'send' };
  const single = await send('tunde', path, whole);
  expect((await read('tunde', single.to)).html).toContain('You receive');
});

it('awards the version that was read', async () => {
  const projectId = await openProject(run, harrow);
  const proposal = `/proposals/${await propose(run, ioana, projectId)}`;
  expect((await read('client', `${proposal}/award`)).html).toContain('Award for USD 1,600.00');
  const terms = { ...OFFERED, 'milestones.2.dueDays': '25' };
  expect((await send('ioana', `${proposal}/edit`, terms)).to).toBe(proposal);
  const stale = await send('client', `${proposal}/award`, { version: '1' });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain('The terms changed while you were reading');
  expect(stale.html).toContain('version 2');
  const awarded = await send('client', `${proposal}/award`, { version: '2' });
  expect(awarded.to).toMatch(/^\/contracts\//);
  expect((await send('ioana', `${proposal}/withdraw`, {})).status).toBe(409);
});

it('leads back from the page of an act that is over', async () => {
  const projectId = await openProject(run, harrow);
  const proposalId = await propose(run, ioana, projectId);
  const award = `/proposals/${proposalId}/award`;
  const awarded = await send('client', award, { version: '1' });
  for (const [path, to] of [
    [award, `/proposals/${proposalId}`],
    [`/projects/${projectId}/edit`, `/projects/${projectId}`],
  ] as const) {
    const page = await read('client', path);
    expect(page.status).toBe(409);
    expect(page.html).toContain('This is done or over already');
    expect(page.html).toContain(`class="btn btn-primary" href="${to}"`);
  }
  const early = await read('client', `${awarded.to}/end`);
  expect(early.html).not.toContain('Not done.');
  expect(early.html).toContain(`href="${awarded.to}"`);
});

it('closes, withdraws, extends, invites and declines by a button each', async () => {
  const projectId = await openProject(run, harrow, { audience: 'invited' });
  const project = `/projects/${projectId}`;
  const invited = await send('client', `${project}/invite?who=${ioana.partyId}`, {
    freelancerId: ioana.partyId,
    note: 'You drew our harbour.',
  });
  expect(invited.to).toBe(project);
  expect((await read('ioana', '/my/proposals')).html).toContain('You drew our harbour.');
  expect((await read('tunde', project)).status).toBe(404);
  expect((await send('ioana', project, { _intent: 'decline' })).to).toBe(project);
  const proposal = `/proposals/${await propose(run, ioana, projectId)}`;
  expect((await send('ioana', `${proposal}/withdraw`, {})).to).toBe(proposal);
  expect((await send('client', project, { _intent: 'extend' })).to).toBe(project);
  expect((await send('client', `${project}/close`, {})).to).toBe(project);
  expect((await read('client', project)).html).toContain('Closed without hire');
});

it('invites an address without telling whose it is', async () => {
  const projectId = await openProject(run, harrow, { audience: 'invited' });
  const project = `/projects/${projectId}`;
  for (const email of ['tunde.bello@cast.test', 'nobody@cast.test']) {
    const page = `${project}/invite?q=${encodeURIComponent(email)}`;
    expect((await read('client', page)).html).toContain(`Invite ${email}`);
    expect((await send('client', page, { email, note: 'Please look.' })).to).toBe(project);
    expect((await send('client', page, { email })).status).toBe(409);
  }
  const { html } = await read('client', `${project}/invite`);
  expect(html).toContain('nobody@cast.test');
  expect(html).toContain('tunde.bello@cast.test');
  expect(html).not.toContain('Tunde Bello');
  expect((await read('tunde', project)).html).toContain('Please look.');
  const withdraw = /invite\/([0-9a-f-]+)\/withdraw/.exec(html)?.[0] ?? '';
  const asked = await send('client', `${project}/${withdraw}`, {});
  expect(asked.to).toBe(`${project}/invite`);
  expect((await read('tunde', project)).status).toBe(404);
});

it('keeps strangers out of every page of a project', async () => {
  const projectId = await openProject(run, harrow, { audience: 'invited' });
  const input = { projectId, freelancerId: ioana.partyId };
  await run(inviteFreelancer, input, { actor: harrow, root: projectId });
  const proposalId = await propose(run, ioana, projectId);
  const paths = [
    ...['', '/edit', '/close', '/invite', '/propose'].map((end) => `/projects/${projectId}${end}`),
    `/projects/${projectId}/evidence/proposals`,
    ...['', '/edit', '/withdraw', '/award'].map((end) => `/proposals/${proposalId}${end}`),
  ];
  for (const path of paths) {
    expect([path, (await read('tunde', path)).status]).toEqual([path, 404]);
    const visitor = await read('visitor', path);
    expect(visitor.status === 404 || visitor.status === 302).toBe(true);
    if (visitor.status === 404 || path.endsWith('proposals')) continue;
    const sent = await send('tunde', path, { ...POSTED, ...OFFERED, version: '1' });
    expect([path, [404, 405].includes(sent.status)]).toEqual([path, true]);
  }
  const { state } = await db
    .selectFrom('proposal')
    .select('state')
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('sent');
});
