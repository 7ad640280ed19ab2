import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { grantQualification } from '#domain/qualifications/commands/grant-qualification.ts';
import { requestQualification } from '#domain/qualifications/commands/request-qualification.ts';
import { submitTest } from '#domain/qualifications/commands/submit-test.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { castQualification, RIGHT_ANSWERS, SPANISH_TEST } from '../cast/qualifications.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ana = await castMember(run, 'Ana Dumitru');
const eve = await castMember(run, 'Eve Novak');
const asFirm = { actor: firm, root: firm.partyId };
const asAna = { actor: ana, root: ana.memberId };

const graded = await castQualification(run, firm);
const byHand = await castQualification(run, firm, {
  name: 'Legal texts, read by hand and judged by a person who knows the law of two countries',
  test: { ...SPANISH_TEST, key: null },
});
await castQualification(run, firm, { name: 'Terms read', test: null, autoValue: 1 });
const begun = await run(requestQualification, { typeId: graded }, asAna);
const { requestId } = await run(requestQualification, { typeId: byHand }, asAna);
await run(submitTest, { requestId, answers: RIGHT_ANSWERS }, asAna);
const workerIds = [eve.memberId, mara.memberId];
await run(grantQualification, { typeId: byHand, workerIds, value: 80 }, asFirm);
await run(blockWorker, { workerId: eve.memberId, reason: 'Copied answers of others.' }, asFirm);
const site = await serveAs(database, { firm, ana, eve });

const LIST = '/tasks/qualifications';
const PAGES: [string, string][] = [
  ['firm', LIST],
  ['eve', LIST],
  ['firm', `${LIST}/new`],
  ['firm', `${LIST}/${byHand}`],
  ['firm', `${LIST}/${graded}`],
  ['firm', `${LIST}/${graded}/edit`],
  ['firm', `${LIST}/${graded}/retire`],
  ['firm', `${LIST}/${byHand}/requests`],
  ['firm', `${LIST}/${byHand}/holders/${eve.memberId}`],
  ['firm', `/tasks/qualification-requests/${requestId}`],
  ['firm', '/tasks/workers/blocked'],
  ['eve', '/tasks/workers/blocked'],
  ['firm', '/tasks/workers/block'],
  ['ana', '/work/qualifications'],
  ['eve', '/work/qualifications'],
  ['ana', '/work/qualifications/approval-rate'],
  ['eve', `/work/qualifications/${graded}`],
  ['ana', `/work/tests/${begun.requestId}`],
];

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  it.each(PAGES)('%s %s is accessible and fits', async (who, path) => {
    expect(await eye.faultsAt(site.url + path, { cookie: site.cookie(who) })).toEqual([]);
  });

  it('a test is taken by keyboard, without script', async () => {
    const context = await eye.browser.newContext({ javaScriptEnabled: false });
    await context.addCookies([site.cookie('eve')]);
    const page = await context.newPage();
    await page.goto(`${site.url}/work/qualifications/${graded}`);
    await page.getByRole('button', { name: 'Begin the test: 10 minutes' }).press('Enter');
    await page.waitForURL('**/work/tests/*');
    await page.getByLabel('la casa').press('Space');
    await page.getByLabel('comer').press('Space');
    await page.getByLabel('vivir').press('Space');
    await page.getByRole('button', { name: 'Hand in the test' }).press('Enter');
    await page.waitForURL('**/work/qualifications');
    expect(await page.getByText('with the value 100').isVisible()).toBe(true);
    await context.close();
  }, 30_000);
});
