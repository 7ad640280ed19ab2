/** Contracts in every state, each with a history that could have been. */
import { acceptBySilence, acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { declineOffer } from '#domain/contracts/commands/close-offer.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { requestChanges } from '#domain/contracts/commands/request-changes.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import { recordFile } from '#domain/files/commands/record-file.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import type { FixedTerms, HourlyTerms } from '#domain/projects/proposal-terms.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { offer, post } from './projects.ts';
import { act, daysAgo, milestonesOf, type Stage } from './stage.ts';

export type Deal = {
  client: MemberActor;
  freelancer: MemberActor;
  project: ProjectTerms;
  terms: FixedTerms | HourlyTerms;
  /** Days before the show on which it was posted. */
  ago: number;
};

/** Posted, proposed within a day, awarded the day after. */
export async function award(stage: Stage, deal: Deal): Promise<string> {
  const { client, freelancer, project, terms, ago } = deal;
  const wanted = { ...project, matching: 'off' as const };
  const projectId = await post(stage, { client, ago }, wanted);
  const proposalId = await offer(stage, { freelancer, ago: ago - 1 }, { projectId, terms });
  const scene = { actor: client, root: projectId, ago: ago - 2 };
  const { contractId } = await act(stage, scene, [awardProposal, { proposalId, version: 1 }]);
  return contractId;
}

/** An awarded deal that the freelancer signed half a day later. */
export async function sign(
  stage: Stage,
  deal: Deal,
): Promise<{ contractId: string; milestones: string[] }> {
  const contractId = await award(stage, deal);
  const scene = { actor: deal.freelancer, root: contractId, ago: deal.ago - 2.5 };
  await act(stage, scene, [signContract, { contractId }]);
  return { contractId, milestones: await milestonesOf(stage, contractId) };
}

/** The two people of a contract, and what they do to its milestones. */
export function play(stage: Stage, deal: Deal) {
  const { client, freelancer } = deal;
  return {
    fund: (milestoneId: string, ago: number) =>
      act(stage, { actor: client, root: milestoneId, ago }, [fundMilestone, { milestoneId }]),
    deliver: async (milestoneId: string, ago: number, note: string, files: DemoFile[] = []) => {
      const fileIds = await upload(stage, { actor: freelancer, ago, near: milestoneId }, files);
      const delivery = { milestoneId, note, fileIds };
      const scene = { actor: freelancer, root: milestoneId, ago };
      return act(stage, scene, [deliverMilestone, delivery]);
    },
    askChanges: (milestoneId: string, ago: number, note: string) =>
      act(stage, { actor: client, root: milestoneId, ago }, [
        requestChanges,
        { milestoneId, note },
      ]),
    accept: (milestoneId: string, ago: number) =>
      act(stage, { actor: client, root: milestoneId, ago }, [acceptMilestone, { milestoneId }]),
    staySilent: (milestoneId: string, ago: number) =>
      stage.run(
        acceptBySilence,
        { milestoneId },
        { actor: systemActor('acceptance clock'), root: milestoneId, now: daysAgo(stage, ago) },
      ),
    end: (contractId: string, ago: number, actor = client) =>
      act(stage, { actor, root: contractId, ago }, [endContract, { contractId }]),
    decline: (contractId: string, ago: number, note: string) =>
      act(stage, { actor: freelancer, root: contractId, ago }, [
        declineOffer,
        { contractId, note },
      ]),
    rate: (
      contractId: string,
      ago: number,
      by: { actor: MemberActor; stars: number; comment: string },
    ) =>
      act(stage, { actor: by.actor, root: contractId, ago }, [
        giveFeedback,
        { contractId, stars: by.stars, comment: by.comment },
      ]),
  };
}

export type DemoFile = { name: string; text: string };

async function upload(
  stage: Stage,
  scene: { actor: MemberActor; ago: number; near: string },
  files: DemoFile[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, text } of files) {
    const fileId = newId(homeOf(scene.near), daysAgo(stage, scene.ago));
    const bytes = Buffer.from(text);
    const content = (async function* () {
      yield bytes;
    })();
    const stored = await stage.files.save(fileId, content, { mostBytes: 1_000_000 });
    const options = { actor: scene.actor, root: fileId, ago: scene.ago + 0.01 };
    await act(stage, options, [recordFile, { fileId, name, ...stored }]);
    ids.push(fileId);
  }
  return ids;
}
