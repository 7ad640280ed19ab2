import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { reportAbuse } from '#domain/reputation/commands/report-abuse.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { endedContract, matchedProject } from './matched-project.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run, db } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castFreelancer(run, 'Ioana Petrescu');
const operator: MemberActor = { ...(await castMember(run, 'Operator')), operator: true };
await db.updateTable('marketTerms').set({ matchesPerProject: 3 }).execute();
const reviewed = await matchedProject(database, { client: mara, how: 'review' });
const told = await matchedProject(database, { client: mara, how: 'automatic' });
const ended = await endedContract(database, { client: mara, freelancer: ioana });
const { feedbackId } = ended;
const report = { subjectKind: 'feedback', subjectId: feedbackId, reason: 'not_true' } as const;
const { reportId } = await run(reportAbuse, report, { actor: ioana, root: feedbackId });
const { freelancerId } = await db
  .selectFrom('projectInvitation')
  .select('freelancerId')
  .where('projectId', '=', told.projectId)
  .limit(1)
  .executeTakeFirstOrThrow();
const everybody = [...told.crowd, ...reviewed.crowd, ioana];
const ana = everybody.find((one) => one.partyId === freelancerId) ?? ioana;
const site = await serveAs(database, { mara, ioana, ana, operator });

const PAGES: [string, string][] = [
  ['mara', `/projects/${reviewed.projectId}/invite`],
  ['mara', `/projects/${told.projectId}/invite?q=ana`],
  ['mara', `/projects/${told.projectId}/invite/${freelancerId}/withdraw`],
  ['mara', '/projects/new'],
  ['ana', `/projects/${told.projectId}`],
  ['ana', '/work-for-you'],
  ['ana', '/dashboard'],
  ['visitor', `/freelancers/${ioana.partyId}/score`],
  ['visitor', `/clients/${mara.partyId}/score`],
  ['visitor', `/clients/${mara.partyId}`],
  ['ioana', `/feedback/${feedbackId}/reply`],
  ['mara', `/report/freelancer/${ioana.partyId}`],
  ['ioana', '/record'],
  ['operator', '/operator/reports'],
  ['operator', `/operator/reports/${reportId}`],
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

  it.each(PAGES)('to %s %s is accessible and fits', async (who, path) => {
    expect(await eye.faultsAt(site.url + path, { cookie: site.cookie(who) })).toEqual([]);
  });
});
