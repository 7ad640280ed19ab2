/** Feedback of one world that everybody sees, and a report of it that waits. */
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { reportAbuse } from '#domain/reputation/commands/report-abuse.ts';
import type { Run } from '#platform/run.ts';
import { offeredContract } from '../cast/contracts.ts';

export type Said = {
  /** Of the client about the freelancer, revealed, without a reply. */
  feedbackId: string;
  /** Of the rival about that feedback. */
  reportId: string;
};

export async function makeSaid(
  run: Run,
  cast: { client: MemberActor; freelancer: MemberActor; rival: MemberActor },
): Promise<Said> {
  const { client, freelancer, rival } = cast;
  const contractId = await offeredContract(run, { client, freelancer });
  const [byClient, byFreelancer] = [client, freelancer].map((actor) => ({
    actor,
    root: contractId,
  })) as [{ actor: MemberActor; root: string }, { actor: MemberActor; root: string }];
  await run(signContract, { contractId }, byFreelancer);
  await run(endContract, { contractId }, byClient);
  const { feedbackId } = await run(giveFeedback, { contractId, stars: 2 }, byClient);
  await run(giveFeedback, { contractId, stars: 5 }, byFreelancer);
  const report = { subjectKind: 'feedback', subjectId: feedbackId, reason: 'not_true' } as const;
  const { reportId } = await run(reportAbuse, report, { actor: rival, root: feedbackId });
  return { feedbackId, reportId };
}
