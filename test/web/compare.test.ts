import { afterAll, describe, expect, it } from 'vitest';
import { openProject } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { fourProposals } from './four-proposals.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { client, freelancers, projectId, proposalIds } = await fourProposals(database);
const [ioana = client] = freelancers;
const site = await serveAs(database, { client, ioana });
afterAll(() => site.stop());
const path = `/projects/${projectId}/compare`;
const [first = '', second = '', , fourth = ''] = proposalIds;

/** The names in the heads of the columns, in their order. */
const names = (html: string) =>
  [...html.matchAll(/font-semibold text-base block[^>]*>([^<]+)</g)].map(([, name]) => name);
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('comparing', () => {
  it('ranks by best value and says that the lead is noise', async () => {
    const { html, status } = await site.get('client', path);
    expect(status).toBe(200);
    expect(names(html)).toEqual(['Ioana Petrescu', 'Inés Cabrera', 'Dana Okafor', 'Tom Whitfield']);
    expect(plain(html)).toContain('Ioana Petrescu fits best: 86.6.');
    expect(plain(html)).toContain('Inés Cabrera is 1.0 point behind. That is less than the');
    expect(plain(html)).toContain('asks USD 48.00 less and takes 4 days longer.');
    expect(html).toMatch(/Award for USD\s560.00 to Ioana Petrescu/);
  });

  it('ranks by one thing alone, and sorts without ranking anew', async () => {
    const fast = await site.get('client', `${path}?price=0&time=100&quality=0`);
    expect(names(fast.html)[0]).toBe('Dana Okafor');
    expect(plain(fast.html)).toContain('Dana Okafor fits best: 100.0.');
    const dear = await site.get('client', `${path}?sort=-pay`);
    expect(names(dear.html)).toEqual([
      'Dana Okafor',
      'Tom Whitfield',
      'Ioana Petrescu',
      'Inés Cabrera',
    ]);
    expect(plain(dear.html)).toContain('Ioana Petrescu fits best: 86.6.');
    const nonsense = await site.get('client', `${path}?price=x&sort=luck&from=-3&view=0`);
    expect(names(nonsense.html)[0]).toBe('Ioana Petrescu');
  });

  it('shows how a fit is counted, so that anyone gets it again', async () => {
    const { html } = await site.get('client', `${path}/fit/${first}?price=50&time=25&quality=25`);
    const text = plain(html);
    expect(text).toContain('USD 512.00 ÷ USD 560.00 × 100 = 91.4286; × 50%');
    expect(text).toContain('9 ÷ 14 days × 100 = 64.2857; × 25%');
    expect(text).toContain('(4.720000 − 1) ÷ 4 × 100 = 93.0000; × 25%');
    expect(text).toContain((0.914286 * 50 + 0.642857 * 25 + 0.93 * 25).toFixed(1));
    const gone = await site.get('client', `${path}/fit/${projectId}`);
    expect(gone.status).toBe(404);
  });

  it('puts two side by side', async () => {
    const { html } = await site.get('client', `${path}?show=${second},${fourth}`);
    expect(names(html)).toEqual(['Inés Cabrera', 'Dana Okafor']);
    expect(plain(html)).toContain('Among those that you put side by side: Inés Cabrera fits best');
  });

  it('keeps a shortlist, notes and what is hidden for the client alone', async () => {
    const act = (fields: Record<string, string>) => site.post('client', `${path}?price=50`, fields);
    const short = await act({ _intent: 'shortlist', proposalId: second });
    expect(short.location).toBe(`${path}?price=50`);
    await act({ _intent: 'note', proposalId: second, note: 'Ask her for a sketch' });
    const list = await site.get('client', `${path}?view=shortlist`);
    expect(names(list.html)).toEqual(['Inés Cabrera']);
    expect(list.html).toContain('Ask her for a sketch');
    await act({ _intent: 'hide', proposalId: fourth });
    const { html } = await site.get('client', path);
    expect(names(html)).not.toContain('Dana Okafor');
    const hidden = await site.get('client', `${path}?view=hidden`);
    expect(hidden.html).toContain('Dana Okafor');
    const own = await site.get('ioana', `/projects/${projectId}`);
    expect(own.html).not.toContain('noted something');
    await act({ _intent: 'unhide', proposalId: fourth });
  });

  it('marks the proposals of its own project alone', async () => {
    const other = `/projects/${await openProject(database.run, client)}/compare`;
    const fields = { _intent: 'shortlist', proposalId: first };
    expect((await site.post('client', other, fields)).status).toBe(404);
  });

  it('is not there for anybody else', async () => {
    expect((await site.get('ioana', path)).status).toBe(404);
    expect((await site.get('nobody', path)).location).toContain('/sign-in');
    const fields = { _intent: 'hide', proposalId: first };
    expect((await site.post('ioana', path, fields)).status).toBe(404);
  });
});
