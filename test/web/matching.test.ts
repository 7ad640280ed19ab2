import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { matchedProject } from './matched-project.ts';
import { type Site, serveAs } from './serve-as.ts';

const database = await testDatabase();
const mara = await castMember(database.run, 'Mara Oduya');
await database.db.updateTable('marketTerms').set({ matchesPerProject: 3 }).execute();
const reviewed = await matchedProject(database, { client: mara, how: 'review' });
const told = await matchedProject(database, { client: mara, how: 'automatic' });
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
let site: Site;
let ana: MemberActor;

beforeAll(async () => {
  const invitation = await database.db
    .selectFrom('projectInvitation')
    .select('freelancerId')
    .where('projectId', '=', told.projectId)
    .orderBy('freelancerId')
    .executeTakeFirstOrThrow();
  const everybody = [...told.crowd, ...reviewed.crowd];
  ana = everybody.find((one) => one.partyId === invitation.freelancerId) ?? mara;
  site = await serveAs(database, { mara, ana });
});
afterAll(() => site.stop());

describe('the list of a project', () => {
  const path = `/projects/${reviewed.projectId}/invite`;
  const ids = (html: string) => [
    ...html.matchAll(
      /name="_intent" value="(\w+)"\/><input[^>]*name="freelancerId" value="([^"]+)/g,
    ),
  ];

  it('waits for the client, with reasons, and changes before it is sent', async () => {
    const before = await site.get('mara', path);
    expect(plain(before.html)).toContain('3 freelancers fit; nobody of them is told yet');
    expect(plain(before.html)).toContain('Works in Architectural illustration, knows Exterior');
    expect(plain(before.html)).toContain('Tell these 3 freelancers');
    const [, , removed = ''] = ids(before.html).find(([, act]) => act === 'remove') ?? [];
    const [, , added = ''] = ids(before.html).find(([, act]) => act === 'add') ?? [];
    await site.post('mara', path, { _intent: 'remove', freelancerId: removed, name: 'A' });
    await site.post('mara', path, { _intent: 'add', freelancerId: added, name: 'B' });
    const sent = await site.post('mara', path, { _intent: 'send' });
    expect(sent.location).toBe(path);
    const after = await site.get('mara', path);
    expect(plain(after.html)).toContain('3 freelancers were told');
    for (const page of [before, after]) expect(plain(page.html)).not.toContain('..');
    expect(after.html).toContain(`/freelancers/${added}`);
    const page = await site.get('mara', `/projects/${reviewed.projectId}`);
    expect(plain(page.html)).toMatch(/3 freelancers were told, 0 seen, 0 answered/);
  });

  it('takes an invitation back after asking', async () => {
    const { html } = await site.get('mara', path);
    const [, id = ''] = /invite\/([0-9a-f-]{36})\/withdraw/.exec(html) ?? [];
    const question = await site.get('mara', `${path}/${id}/withdraw`);
    expect(plain(question.html)).toContain('Withdraw the invitation of');
    await site.post('mara', `${path}/${id}/withdraw`, {});
    expect(plain((await site.get('mara', path)).html)).toContain('2 freelancers were told');
  });

  it('is for the client alone', async () => {
    expect((await site.get('ana', path)).status).toBe(404);
  });
});

describe('an invited freelancer', () => {
  it('reads why, and the client sees that it was read', async () => {
    const { html } = await site.get('ana', `/projects/${told.projectId}`);
    expect(plain(html)).toContain('Why you were asked: Works in Architectural illustration');
    expect(plain(html)).not.toContain('..');
    const list = await site.get('mara', `/projects/${told.projectId}/invite`);
    expect(plain(list.html)).toContain('1 seen');
  });

  it('finds the invitation on the dashboard and the rest under work for you', async () => {
    const home = await site.get('ana', '/dashboard');
    expect(plain(home.html)).toContain('Works in Architectural illustration');
    expect(plain(home.html)).not.toContain('..');
    const work = await site.get('ana', '/work-for-you');
    expect(plain(work.html)).toMatch(/\d open projects? fits? you/);
    expect(work.html).toContain(`/projects/${told.projectId}/propose`);
    expect(plain(work.html)).not.toContain('..');
  });

  it('declines with a reason that the client reads', async () => {
    const fields = { _intent: 'decline', reason: 'budget_too_low', note: 'Twice that, at least.' };
    await site.post('ana', `/projects/${told.projectId}`, fields);
    const { html } = await site.get('mara', `/projects/${told.projectId}/invite`);
    expect(plain(html)).toContain('because: the budget is too low');
    expect(plain(html)).toContain('Twice that, at least.');
    const nonsense = { _intent: 'decline', reason: 'mood' };
    expect((await site.post('ana', `/projects/${told.projectId}`, nonsense)).status).toBe(422);
  });
});

describe('posting', () => {
  it('asks whom the marketplace tells', async () => {
    const { html } = await site.get('mara', '/projects/new');
    expect(plain(html)).toContain('Whom the marketplace tells');
    expect(html).toContain('value="review"');
  });
});
