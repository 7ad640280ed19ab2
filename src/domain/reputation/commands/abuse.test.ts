/** Replies and reports: said once, decided by an operator, and taken back when it was wrong. */
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { notifications } from '#domain/notifications/queries/notifications.ts';
import { editProject } from '#domain/projects/commands/edit-project.ts';
import { findProject } from '#domain/projects/queries/find-project.ts';
import { addTasks } from '#domain/tasks/commands/add-tasks.ts';
import { resumeBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { extendBatch } from '#domain/tasks/commands/extend-batch.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn, signedContract } from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { feedbackAbout, starsOf } from '../queries/feedback.ts';
import { reportPage, reports, waitingReports, whyHidden } from '../queries/reports.ts';
import { scoreOf } from '../queries/score.ts';
import { decideReport } from './decide-report.ts';
import { giveFeedback } from './give-feedback.ts';
import { replyToFeedback } from './reply-to-feedback.ts';
import { reportAbuse } from './report-abuse.ts';

const { run, db, readDb } = await testDatabase();
const { react } = clockwork({ run, readDb });
const client = await castMember(run, 'Mara Oduya');
const freelancer = await castMember(run, 'Ioana Petrescu');
const witness = await castMember(run, 'Witness');
const operator: MemberActor = { ...(await castMember(run, 'Operator')), operator: true };
let feedbackId = '';

/** One star for good work, from a client who is angry about something else. */
beforeAll(async () => {
  await payIn(run, client, { amountMinor: 500_000n });
  const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
  const [milestoneId] = milestones;
  const byClient = { actor: client, root: contractId };
  const byFreelancer = { actor: freelancer, root: contractId };
  await run(fundMilestone, { milestoneId }, byClient);
  await run(deliverMilestone, { milestoneId, note: 'Here' }, byFreelancer);
  await run(acceptMilestone, { milestoneId }, byClient);
  await run(endContract, { contractId }, byClient);
  const given = { contractId, stars: 1, comment: 'Would not work for free.' };
  feedbackId = (await run(giveFeedback, given, byClient)).feedbackId;
  await run(giveFeedback, { contractId, stars: 5 }, byFreelancer);
});

const report = (actor: MemberActor, subjectId = feedbackId) => {
  const input = { subjectKind: 'feedback', subjectId, reason: 'retaliation' } as const;
  return run(reportAbuse, input, { actor, root: subjectId });
};
const decide = (reportId: string, decision: 'keep' | 'hide') =>
  run(
    decideReport,
    { reportId, decision, note: 'Looked at.' },
    { actor: operator, root: reportId },
  );
const about = async () => (await feedbackAbout(readDb, freelancer.partyId, { limit: 5 })).rows;

test('what a party was told as a client is no word on its work', async () => {
  const as = async (partyId: string, side: 'client' | 'freelancer') =>
    (await feedbackAbout(readDb, partyId, { limit: 5, side })).rows.map(({ stars }) => stars);
  expect(await as(freelancer.partyId, 'freelancer')).toEqual([1]);
  expect(await as(freelancer.partyId, 'client')).toEqual([]);
  expect(await as(client.partyId, 'client')).toEqual([5]);
  const rated = await starsOf(readDb, client.partyId, { side: 'freelancer' });
  expect(rated).toEqual({ count: 0, mean: null });
});

describe('a reply', () => {
  const reply = (actor: MemberActor, text = 'The extra work was never agreed.') =>
    run(replyToFeedback, { feedbackId, text }, { actor, root: feedbackId });

  test('is given once, by whom the feedback is about', async () => {
    await expect(reply(client)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(reply(freelancer, ' ')).rejects.toMatchObject({ code: 'input_invalid' });
    await reply(freelancer);
    await expect(reply(freelancer)).rejects.toMatchObject({ code: 'already_done' });
    const [shown] = await about();
    expect(shown?.reply?.text).toBe('The extra work was never agreed.');
  });

  test('is hidden by a report of its own, and the feedback stays', async () => {
    const input = { subjectKind: 'feedback_reply', subjectId: feedbackId, reason: 'offensive' };
    const options = { actor: client, root: feedbackId };
    const { reportId } = await run(reportAbuse, input as never, options);
    await decide(reportId, 'hide');
    expect(await about()).toMatchObject([{ stars: 1, reply: null }]);
    await decide(reportId, 'keep');
    expect((await about())[0]?.reply).not.toBeNull();
  });

  test('is reported beside its feedback, and each counts its own reports', async () => {
    const reader = await castMember(run, 'Thorough Reader');
    const ofFeedback = await report(reader);
    const input = { subjectKind: 'feedback_reply', subjectId: feedbackId, reason: 'offensive' };
    const options = { actor: reader, root: feedbackId };
    const ofReply = await run(reportAbuse, input as never, options);
    await expect(run(reportAbuse, input as never, options)).rejects.toThrow('already_done');
    expect(await reportPage(readDb, operator, ofFeedback.reportId)).toMatchObject({ others: 0 });
    await decide(ofFeedback.reportId, 'keep');
    await decide(ofReply.reportId, 'keep');
  });
});

describe('a report', () => {
  test('hides feedback from the pages and the score; taking it back shows it again', async () => {
    await react();
    const before = await scoreOf(readDb, freelancer.partyId, 'freelancer');
    const { reportId } = await report(freelancer);
    const second = await report(witness);
    await expect(report(freelancer)).rejects.toMatchObject({ code: 'already_done' });
    await expect(report(client)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await waitingReports(readDb, 9)).toMatchObject({ count: 2 });

    expect(await decide(reportId, 'hide')).toMatchObject({ state: 'hidden', answered: 2 });
    expect(await about()).toEqual([]);
    expect(await starsOf(readDb, freelancer.partyId)).toEqual({ count: 0, mean: null });
    await react();
    const without = await scoreOf(readDb, freelancer.partyId, 'freelancer');
    expect(without?.score).toBeGreaterThan(before?.score ?? 5);
    await expect(report(witness)).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide(reportId, 'hide')).rejects.toMatchObject({ code: 'wrong_state' });

    await decide(second.reportId, 'keep');
    expect(await about()).toHaveLength(1);
    await react();
    const again = await scoreOf(readDb, freelancer.partyId, 'freelancer');
    expect(again?.score).toBeCloseTo(before?.score ?? 0, 4);
  });

  test('tells who reported and whose it is, and nobody who reported it', async () => {
    await react();
    const of = async (actor: MemberActor) => {
      const { rows } = await notifications(readDb, actor, { limit: 50, timeZone: 'UTC' });
      return rows.filter((row) => row.kind === 'abuse.decided').map((row) => row.title);
    };
    const feedback = 'You reported the feedback of Mara Oduya:';
    expect(new Set(await of(witness))).toEqual(
      new Set([`${feedback} it is hidden now`, `${feedback} it stays as it is`]),
    );
    const told = await of(client);
    expect(told).toContain('The operator hid the feedback that you wrote');
    expect(told).toContain('The operator shows the feedback that you wrote again');
    expect(JSON.stringify(told)).not.toContain('Witness');
    const events = await readDb
      .selectFrom('event')
      .select('parties')
      .where('kind', '=', 'abuse.reported')
      .where('rootId', '=', client.partyId)
      .execute();
    expect(events.flatMap((event) => event.parties)).not.toContain(client.partyId);
  });

  test('takes a project out of search and puts it back', async () => {
    const projectId = await openProject(run, client);
    const input = { subjectKind: 'project', subjectId: projectId, reason: 'fraud' } as const;
    const { reportId } = await run(reportAbuse, input, { actor: witness, root: projectId });
    const open = db.selectFrom('project').select('audience').where('id', '=', projectId);
    const listed = async () => (await open.executeTakeFirstOrThrow()).audience === 'everyone';
    expect(await listed()).toBe(true);
    await decide(reportId, 'hide');
    expect(await listed()).toBe(false);
    await decide(reportId, 'keep');
    expect(await listed()).toBe(true);
  });

  test('puts a project back to whom it was for, and its client cannot do so alone', async () => {
    const projectId = await openProject(run, client);
    const input = { subjectKind: 'project', subjectId: projectId, reason: 'fraud' } as const;
    const { reportId } = await run(reportAbuse, input, { actor: witness, root: projectId });
    const audience = async () => (await findProject(readDb, client, projectId)).audience;
    const edit = (to: 'everyone' | 'invited') => {
      const terms = { ...LIGHTHOUSE, audience: to };
      return run(editProject, { projectId, terms }, { actor: client, root: projectId });
    };
    await edit('invited');
    await decide(reportId, 'hide');
    await decide(reportId, 'keep');
    expect(await audience()).toBe('invited');
    await decide(reportId, 'hide');
    await edit('everyone');
    expect(await audience()).toBe('invited');
    await decide(reportId, 'keep');
    expect(await audience()).toBe('everyone');
  });

  test('stops tasks: no more are handed out, and what is held is still paid', async () => {
    const batchId = await orderedBatch(run, client, {}, { tasks: 3 });
    const take = { actor: witness, root: batchId };
    const { assignmentId } = await run(acceptNext, { batchId }, take);
    const input = { subjectKind: 'batch', subjectId: batchId, reason: 'fraud' } as const;
    await expect(run(reportAbuse, input, { actor: client, root: batchId })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const { reportId } = await run(reportAbuse, input, take);
    await decide(reportId, 'hide');
    await expect(run(acceptNext, { batchId }, take)).rejects.toMatchObject({
      code: 'batch_not_open',
    });
    await run(submitAssignment, { assignmentId, fields: { colour: 'red' } }, take);
    const byClient = { actor: client, root: batchId };
    expect(
      await run(approveAssignments, { assignmentIds: [assignmentId] }, byClient),
    ).toMatchObject({ done: 1 });
    const hidden = { code: 'wrong_state', data: { state: 'hidden' } };
    await expect(run(resumeBatch, { batchId }, byClient)).rejects.toMatchObject(hidden);
    const expiresAt = new Date(Date.now() + 30 * 86_400_000);
    await expect(run(extendBatch, { batchId, expiresAt }, byClient)).rejects.toMatchObject(hidden);
    const tasks = [{ input: { thing: 'the sky' } }];
    await expect(run(addTasks, { batchId, tasks }, byClient)).rejects.toMatchObject(hidden);
    expect(await whyHidden(readDb, 'batch', batchId)).toBe('Looked at.');
    await decide(reportId, 'keep');
    expect(await whyHidden(readDb, 'batch', batchId)).toBeNull();
    const log = await eventsOfRoot(readDb, client, {
      rootId: batchId,
      limit: 1,
      kinds: ['batch.'],
    });
    expect(log.map(({ kind }) => kind)).toEqual(['batch.shown', 'batch.hidden']);
    await run(resumeBatch, { batchId }, byClient);
    await run(acceptNext, { batchId }, take);
  });

  test('is for operators to read, and twenty wait at most', async () => {
    await expect(reports(readDb, client, { limit: 5 })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const { rows } = await reports(readDb, operator, { state: 'kept', limit: 2 });
    expect(rows).toHaveLength(2);
    expect(await reportPage(readDb, operator, rows[0]?.id ?? '')).toMatchObject({
      deciderName: 'Operator',
      subject: { shown: true },
    });
    const busy = await castMember(run, 'Busy Reporter');
    const row = await db.selectFrom('abuseReport').selectAll().executeTakeFirstOrThrow();
    const open = { state: 'open', decidedAt: null, decidedBy: null } as const;
    for (let made = 0; made < 20; made += 1) {
      const id = `019a5c1e-0000-7a31-9c44-${String(made).padStart(12, '0')}`;
      const values = { ...row, ...open, id, subjectId: id, reportedBy: busy.memberId };
      await db.insertInto('abuseReport').values(values).execute();
    }
    await expect(report(busy)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});
