import { expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { tellMembers } from '#domain/notifications/commands/tell-members.ts';
import { NoticeFacts } from '#domain/notifications/notice-facts.ts';
import { noticeWords } from '#domain/notifications/notice-words.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castQualification, RIGHT_ANSWERS, SPANISH_TEST } from '#test/cast/qualifications.ts';
import { testDatabase } from '#test/database.ts';
import { blockWorker } from './block-worker.ts';
import { acceptRequest, rejectRequest } from './decide-request.ts';
import { grantQualification, revokeQualification } from './grant-qualification.ts';
import { requestQualification } from './request-qualification.ts';
import { submitTest } from './submit-test.ts';

const { db, run } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ana = await castMember(run, 'Ana Dumitru');
const asClient = { actor: client, root: client.partyId };
const asAna = { actor: ana, root: ana.memberId };

/** Tells everybody of everything that happened, and gives who was told what since the last time. */
async function told(): Promise<[string, string][]> {
  await db.deleteFrom('notification').execute();
  const events = await db.selectFrom('event').select(['id', 'kind']).orderBy('at').execute();
  for (const { id, kind } of events) {
    if (!/^(qualification|worker)\./.test(kind) || seen.has(id)) continue;
    seen.add(id);
    const input = { eventId: id, baseUrl: 'https://market.example' };
    await run(tellMembers, input, { actor: systemActor('relay'), root: id });
  }
  const rows = await db.selectFrom('notification').selectAll().orderBy('createdAt').execute();
  return rows.map(({ memberId, kind, data }) => {
    const facts = new NoticeFacts(data as never, 'UTC');
    return [memberId, noticeWords(kind as never, facts).title];
  });
}

const seen = new Set<string>();

test('each side is told of what it waits for, and of nothing else', async () => {
  const parts = { name: 'German', test: { ...SPANISH_TEST, key: null }, retrySeconds: 0 };
  const typeId = await castQualification(run, client, parts);
  const { requestId } = await run(requestQualification, { typeId }, asAna);
  expect(await told()).toEqual([]);
  await run(submitTest, { requestId, answers: RIGHT_ANSWERS }, asAna);
  expect(await told()).toEqual([
    [mara.memberId, `${shortName(ana.memberId)} took the test for “German”`],
  ]);
  await run(acceptRequest, { requestId, value: 70 }, asClient);
  const held = 'You hold “German” now, with the value 70';
  expect(await told()).toEqual([[ana.memberId, held]]);
  const { memberId: workerId } = ana;
  await run(revokeQualification, { typeId, workerId, reason: 'Shared' }, asClient);
  expect(await told()).toEqual([[workerId, 'Harrow & Lane took back the qualification “German”']]);
  const quiet = { typeId, workerIds: [workerId], value: 1, tell: false };
  await run(grantQualification, quiet, asClient);
  await run(blockWorker, { workerId, reason: 'Copied answers' }, asClient);
  expect(await told()).toEqual([]);
});

test('what a key grades or is given at once tells nobody; what waits without a test does', async () => {
  const graded = await castQualification(run, client, { name: 'Spanish' });
  const begun = await run(requestQualification, { typeId: graded }, asAna);
  await run(submitTest, { requestId: begun.requestId, answers: RIGHT_ANSWERS }, asAna);
  const auto = await castQualification(run, client, { name: 'Auto', test: null, autoValue: 1 });
  await run(requestQualification, { typeId: auto }, asAna);
  expect(await told()).toEqual([]);
  const asked = await castQualification(run, client, { name: 'Notary', test: null });
  const { requestId } = await run(requestQualification, { typeId: asked }, asAna);
  const title = `${shortName(ana.memberId)} asks for the qualification “Notary”`;
  expect(await told()).toEqual([[mara.memberId, title]]);
  await run(rejectRequest, { requestId, reason: '' }, asClient);
  expect(await told()).toEqual([[ana.memberId, 'You were not granted “Notary”']]);
});

test('a client who says yes and no at one moment said one of them', async () => {
  const typeId = await castQualification(run, client, { name: 'Both', test: null });
  const { requestId } = await run(requestQualification, { typeId }, asAna);
  const answers = await Promise.allSettled([
    run(acceptRequest, { requestId, value: 1 }, asClient),
    run(rejectRequest, { requestId, reason: '' }, asClient),
    run(acceptRequest, { requestId, value: 2 }, asClient),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
