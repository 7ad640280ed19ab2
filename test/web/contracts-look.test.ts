/** The pages of contracts and money as axe and a narrow screen find them, without script. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { payIn, signedContract } from '../cast/contracts.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run, readDb } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const site = await serveAs(database, { firm, ioana });
await payIn(run, firm, { amountMinor: 80_000n });
const pair = { client: firm, freelancer: ioana };
const { contractId, milestones } = await signedContract(run, readDb, pair);
const [first, second] = milestones;
const root = contractId;
await run(fundMilestone, { milestoneId: first }, { actor: firm, root });
await run(deliverMilestone, { milestoneId: first, note: 'Models' }, { actor: ioana, root });

afterAll(() => site.stop());

const PAGES: [who: string, path: string][] = [
  ['firm', '/dashboard'],
  ['ioana', '/dashboard'],
  ['firm', '/contracts'],
  ['firm', `/contracts/${contractId}`],
  ['ioana', `/contracts/${contractId}`],
  ['firm', `/contracts/${contractId}/end`],
  ['firm', `/milestones/${first}/accept`],
  ['firm', `/milestones/${second}/fund`],
  ['ioana', `/milestones/${first}/deliver`],
  ['ioana', `/milestones/${second}/change`],
  ['firm', '/money'],
  ['firm', '/money/deposit'],
  ['firm', '/money/statement?currency=USD'],
  ['firm', `/evidence/contracts/${contractId}/escrow`],
  ['firm', '/evidence/wallet/USD/available'],
];

describe.skipIf(CHROMIUM === undefined)('in a browser', { timeout: 60_000 }, () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(() => eye?.close());

  it.each(PAGES)('%s finds nothing wrong with %s', async (who, path) => {
    const cookie = site.cookie(who);
    expect(await eye.faultsAt(site.url + path, { cookie, leftOut: 'option' })).toEqual([]);
    expect((await site.get(who, path)).html).not.toContain('<script');
  });
});
