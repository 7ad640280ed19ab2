/** A marketplace with a few freelancers, a project to match, and one contract that ended badly. */
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { matchProject } from '#domain/matching/commands/match-project.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { scoreContract } from '#domain/reputation/commands/score-contract.ts';
import { payIn, signedContract } from '../cast/contracts.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { BY_THE_HOUR, openProject } from '../cast/projects.ts';
import type { TestDatabase } from '../database.ts';

const SELLS = {
  categories: ['architectural-illustration'],
  skills: ['exterior-rendering', 'interior-rendering'],
  rateLowMinor: 2_000n,
  rateHighMinor: 3_000n,
};

export const matching = systemActor('matching');

/** One star for good work: Mara's feedback about Ioana, and Ioana's of five stars about Mara. */
export async function endedContract(
  { run, readDb }: TestDatabase,
  { client, freelancer }: { client: MemberActor; freelancer: MemberActor },
): Promise<{ contractId: string; feedbackId: string }> {
  await payIn(run, client, { amountMinor: 500_000n });
  const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
  const [milestoneId = ''] = milestones;
  const byClient = { actor: client, root: contractId };
  const byFreelancer = { actor: freelancer, root: contractId };
  await run(fundMilestone, { milestoneId }, byClient);
  await run(deliverMilestone, { milestoneId, note: 'Here' }, byFreelancer);
  await run(acceptMilestone, { milestoneId }, byClient);
  await run(endContract, { contractId }, byClient);
  const given = { contractId, stars: 1, comment: 'Would not work for free.' };
  const { feedbackId } = await run(giveFeedback, given, byClient);
  await run(giveFeedback, { contractId, stars: 5 }, byFreelancer);
  const scoring = { actor: systemActor('score'), root: contractId };
  await run(scoreContract, { contractId }, scoring);
  return { contractId, feedbackId };
}

/** Six who sell what is asked for, and a project that asks for it and is matched. */
export async function matchedProject(
  { run }: TestDatabase,
  { client, how }: { client: MemberActor; how: 'automatic' | 'review' },
): Promise<{ projectId: string; crowd: MemberActor[] }> {
  const crowd: MemberActor[] = [];
  for (const name of ['Ana Vidal', 'Bo Lind', 'Chi Ade', 'Dee Roy', 'Eli Sand', 'Fay Moor']) {
    crowd.push(await castFreelancer(run, `${name} ${how}`, SELLS));
  }
  const terms = { ...BY_THE_HOUR, skills: ['Exterior views', 'interior-rendering'], matching: how };
  const projectId = await openProject(run, client, terms);
  await run(matchProject, { projectId }, { actor: matching, root: projectId });
  return { projectId, crowd };
}
