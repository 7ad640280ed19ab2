import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { BY_THE_HOUR, openProject, propose } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ioana = await castFreelancer(run, 'Ioana Petrescu');
const project = await openProject(run, client);
const hourly = await openProject(run, client, BY_THE_HOUR);
const invitation = { projectId: project, freelancerId: ioana.partyId, note: 'Your harbour views.' };
await run(inviteFreelancer, invitation, { actor: client, root: project });
const proposal = await propose(run, ioana, project);
const site = await serveAs(database, { client, ioana });

const PAGES: [string, string][] = [
  ['visitor', '/projects'],
  ['visitor', `/projects/${hourly}`],
  ['client', '/projects/new'],
  ['client', '/my/projects'],
  ['client', `/projects/${project}`],
  ['client', `/projects/${hourly}/edit`],
  ['client', `/projects/${project}/close`],
  ['client', `/projects/${project}/invite?q=ioana`],
  ['client', `/projects/${project}/evidence/proposals`],
  ['client', `/proposals/${proposal}`],
  ['client', `/proposals/${proposal}/award`],
  ['ioana', '/my/proposals'],
  ['ioana', `/proposals/${proposal}/edit`],
  ['ioana', `/proposals/${proposal}/withdraw`],
  ['ioana', `/projects/${hourly}/propose`],
];

/** Neighbours in the list share their parts, so each page is judged in one of the two views. */
describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  it.each(PAGES)('to the %s %s is accessible and fits', async (who, path) => {
    expect(await eye.faultsAt(site.url + path, { cookie: site.cookie(who) })).toEqual([]);
  });

  it('adds up both sums while a proposal is written', async () => {
    const context = await eye.browser.newContext();
    await context.addCookies([site.cookie('ioana')]);
    const page = await context.newPage();
    await page.goto(`${site.url}/projects/${hourly}/propose`, { waitUntil: 'networkidle' });
    expect(await page.isVisible('text=Write your price to see both sums.')).toBe(true);
    expect(await page.isVisible('text=Show what I receive')).toBe(false);
    await page.fill('[name="hourlyRate"]', '25.50');
    await page.fill('[name="estimatedHours"]', '120');
    expect(await page.textContent('[data-sum="price"]')).toBe('3,060.00');
    expect(await page.textContent('[data-sum="receives"]')).toBe('2,754.00');
    await page.fill('[name="hourlyRate"]', '');
    expect(await page.isVisible('[data-when="drawn"]')).toBe(false);
    await context.close();
  }, 30_000);
});
