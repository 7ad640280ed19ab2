import { beforeAll, expect, test } from 'vitest';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, propose, TWO_SLICES } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { changeProposal } from './commands/change-proposal.ts';
import { closeProject } from './commands/close-project.ts';
import { editProject } from './commands/edit-project.ts';
import { withdrawProposal } from './commands/withdraw-proposal.ts';

const ROUNDS = 12;
const { db, run } = await testDatabase();
let mara: MemberActor;
let ioana: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castMember(run, 'Ioana Petrescu');
});

/** Both at once: which of the two happened, and what was refused. Anything else fails the test. */
async function race(one: Promise<unknown>, other: Promise<unknown>) {
  const [first, second] = await Promise.allSettled([one, other]);
  const codes = [first, second].map((end) => {
    if (end.status === 'fulfilled') return 'done';
    if (!isRefusal(end.reason)) throw end.reason;
    return end.reason.code;
  });
  return codes;
}

async function states(projectId: string) {
  return db
    .selectFrom('project')
    .leftJoin('proposal', 'proposal.projectId', 'project.id')
    .select(['project.state', 'project.title', 'project.proposalsCount'])
    .select(['proposal.state as proposalState', 'proposal.version'])
    .where('project.id', '=', projectId)
    .executeTakeFirstOrThrow();
}

test('an edit against the first proposal: the text that was answered stays', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const projectId = await openProject(run, mara);
    const terms = { ...LIGHTHOUSE, title: 'Changed at the last moment' };
    const edit = run(editProject, { projectId, terms }, { actor: mara, root: projectId });
    const [edited, sent] = await race(edit, propose(run, ioana, projectId));
    expect(sent).toBe('done');
    const { title, proposalsCount } = await states(projectId);
    expect(proposalsCount).toBe(1);
    expect(title).toBe(edited === 'done' ? terms.title : LIGHTHOUSE.title);
    expect(['done', 'project_has_proposals']).toContain(edited);
  }
});

test('two proposals by one freelancer at once: one is there', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const projectId = await openProject(run, mara);
    const ends = await race(propose(run, ioana, projectId), propose(run, ioana, projectId));
    expect(ends.sort()).toEqual(['done', 'proposal_exists']);
    expect((await states(projectId)).proposalsCount).toBe(1);
  }
});

test('a withdrawal against the award: one of the two', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const projectId = await openProject(run, mara);
    const proposalId = await propose(run, ioana, projectId);
    const withdraw = run(withdrawProposal, { proposalId }, { actor: ioana, root: projectId });
    const award = { proposalId, version: 1 };
    const ends = await race(withdraw, run(awardProposal, award, { actor: mara, root: projectId }));
    expect([...ends].sort()).toEqual(['done', 'wrong_state']);
    const { state, proposalState, proposalsCount } = await states(projectId);
    const expected = ends[0] === 'done' ? ['open', 'withdrawn', 0] : ['offered', 'offered', 1];
    expect([state, proposalState, proposalsCount]).toEqual(expected);
  }
});

test('a change against the award: the client gets what it read, or is told', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const projectId = await openProject(run, mara);
    const proposalId = await propose(run, ioana, projectId);
    const terms = { ...TWO_SLICES, deliveryDays: 40 };
    const change = run(changeProposal, { proposalId, terms }, { actor: ioana, root: projectId });
    const award = { proposalId, version: 1 };
    const ends = await race(change, run(awardProposal, award, { actor: mara, root: projectId }));
    const expected = ends[0] === 'done' ? ['done', 'terms_changed'] : ['wrong_state', 'done'];
    expect(ends).toEqual(expected);
  }
});

test('closing against a proposal: nobody is left without an answer', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const projectId = await openProject(run, mara);
    const close = run(closeProject, { projectId }, { actor: mara, root: projectId });
    const [closed, sent] = await race(close, propose(run, ioana, projectId));
    expect(closed).toBe('done');
    const { proposalState } = await states(projectId);
    expect(proposalState).toBe(sent === 'done' ? 'not_chosen' : null);
  }
});
