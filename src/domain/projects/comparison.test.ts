import { describe, expect, it } from 'vitest';
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { openProject, propose, TWO_SLICES } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { rankOffers } from './best-value.ts';
import { markProposal } from './commands/mark-proposal.ts';
import { sendProposal } from './commands/send-proposal.ts';
import { withdrawProposal } from './commands/withdraw-proposal.ts';
import { comparison, offerOf } from './queries/comparison.ts';

const { run, readDb, db } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ioana = await castMember(run, 'Ioana Petrescu');
const tom = await castMember(run, 'Tom Whitfield');
const projectId = await openProject(run, client);
const first = await propose(run, ioana, projectId);
const dear = { ...TWO_SLICES, priceMinor: 200_000n, deliveryDays: 10 };
const milestones = [{ title: 'All', details: '', amountMinor: 200_000n, dueDays: 10 }];
const second = await run(
  sendProposal,
  { projectId, terms: { ...dear, milestones } },
  { actor: tom, root: projectId },
);
const now = new Date();
const compared = () => comparison(readDb, client, { projectId, now });

describe('a comparison', () => {
  it('shows every live proposal with both sums and a newcomer’s interval', async () => {
    const { proposals } = await compared();
    expect(proposals.map(({ id, name, inCategory }) => [id, name, inCategory])).toEqual([
      [first, 'Ioana Petrescu', 0],
      [second.proposalId, 'Tom Whitfield', 0],
    ]);
    expect(proposals[0]?.fees).toMatchObject({ amountMinor: 160_000n });
    expect(proposals[0]?.record).toMatchObject({
      ...NEWCOMER_INTERVAL,
      score: null,
      contracts: 0,
    });
    const { fits } = rankOffers(proposals.map(offerOf), { price: 100, time: 0, quality: 0 });
    expect(fits.map(({ id, fit }) => [id, fit])).toEqual([
      [first, 100],
      [second.proposalId, 80],
    ]);
  });

  it('is there for its client alone', async () => {
    const refused = { code: 'not_found' };
    await expect(comparison(readDb, ioana, { projectId, now })).rejects.toMatchObject(refused);
    const input = { proposalId: first, shortlisted: true };
    const act = run(markProposal, input, { actor: ioana, root: first });
    await expect(act).rejects.toMatchObject(refused);
  });

  it('keeps marks, of which shortlisted and hidden exclude each other', async () => {
    const mark = (input: object) =>
      run(markProposal, { proposalId: first, ...input }, { actor: client, root: first });
    const marked = async () => (await compared()).proposals[0]?.mark;
    await mark({ shortlisted: true, note: ' Ask about dusk. ' });
    expect(await marked()).toEqual({ shortlisted: true, hidden: false, note: 'Ask about dusk.' });
    const { seq } = await mark({ hidden: true });
    expect(seq).toBeGreaterThan(0);
    expect(await marked()).toEqual({ shortlisted: false, hidden: true, note: 'Ask about dusk.' });
    expect(await mark({ hidden: true })).toMatchObject({ seq: null });
    await expect(mark({ shortlisted: true, hidden: true })).rejects.toMatchObject({
      code: 'input_invalid',
    });
    await expect(mark({ note: 'x'.repeat(2_001) })).rejects.toMatchObject({ field: 'note' });
    const events = await db
      .selectFrom('event')
      .select(['parties', 'data'])
      .where('kind', '=', 'proposal.marked')
      .execute();
    expect(events.map(({ parties }) => parties)).toEqual([[client.partyId], [client.partyId]]);
    expect(JSON.stringify(events)).not.toContain('dusk');
  });

  it('leaves out what was withdrawn', async () => {
    const input = { proposalId: second.proposalId };
    await run(withdrawProposal, input, { actor: tom, root: projectId });
    expect((await compared()).proposals.map(({ id }) => id)).toEqual([first]);
  });
});
