/**
 * Plays one contract from the project to the replies. Everything happens through commands at its
 * own time; the whole life is one transaction, because a first start waits for hundreds of them.
 */
import { acceptBySilence, acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { refundMilestone } from '#domain/contracts/commands/refund-milestone.ts';
import { requestChanges } from '#domain/contracts/commands/request-changes.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import { type Actor, type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { sweepEarning } from '#domain/ledger/commands/sweep-earning.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { noteOutcome } from '#domain/reputation/commands/note-outcome.ts';
import { replyToFeedback } from '#domain/reputation/commands/reply-to-feedback.ts';
import { revealFeedback } from '#domain/reputation/commands/reveal-feedback.ts';
import type { Context } from '#platform/context.ts';
import { slices } from '../projects.ts';
import { daysAgo, type Stage, spareTheDisk } from '../stage.ts';
import type { Story } from './stories.ts';

export type Players = { client: MemberActor; freelancer: MemberActor };

const ACCEPTANCE_DAYS = 14;

export async function tellStory(stage: Stage, story: Story, players: Players): Promise<void> {
  const root = newId(drawHome(`story ${story.key}`), daysAgo(stage, story.ago));
  const options = { actor: players.client, root, now: daysAgo(stage, story.ago) };
  await stage.run(play, { stage, story, players }, options);
}

type Played = { stage: Stage; story: Story; players: Players };
type At = (actor: Actor, ago: number) => Context;

async function play(ctx: Context, { stage, story, players }: Played): Promise<null> {
  await spareTheDisk(ctx);
  const at: At = (actor, ago) => ({ ...ctx, actor, now: daysAgo(stage, ago) });
  const contractId = await agree(at, story, players);
  const signed = story.ago - 2.5;
  const { id: milestoneId } = await ctx.tx
    .selectFrom('milestone')
    .select('id')
    .where('contractId', '=', contractId)
    .executeTakeFirstOrThrow();
  const done = { milestoneId, story, players, delivered: signed - story.deliveredAfter };
  await fundMilestone(at(players.client, signed - 0.3), { milestoneId });
  const settled = await work(at, done);
  const closer = story.course === 'refunded' ? players.freelancer : players.client;
  await endContract(at(closer, settled - 0.3), { contractId });
  await rate(at, contractId, { story, players, ended: settled - 0.3 });
  await sweep(at, milestoneId, settled);
  await noteOutcome(at(systemActor('reputation'), settled - 18), { contractId });
  return null;
}

/** Posted, proposed a day later, awarded the day after, signed half a day later. */
async function agree(at: At, story: Story, players: Players): Promise<string> {
  const { client, freelancer } = players;
  const { ago, title, category, priceMinor } = story;
  const terms = {
    title,
    requirements: `${title}. One delivery, one round of changes; files as usual.`,
    category,
    skills: [],
    pricing: 'fixed' as const,
    currency: story.client.currency,
    budgetLowMinor: (priceMinor * 8n) / 10n,
    budgetHighMinor: (priceMinor * 13n) / 10n,
    expectedHours: null,
    wantedOn: null,
    audience: 'everyone' as const,
    matching: 'off' as const,
  };
  const { projectId } = await draftProject(at(client, ago + 0.1), { terms });
  await publishProject(at(client, ago), { projectId });
  const offered = slices('I can begin this week.', [title, priceMinor, story.dueDays]);
  const { proposalId } = await sendProposal(at(freelancer, ago - 1), {
    projectId,
    terms: offered,
  });
  const award = { proposalId, version: 1 };
  const { contractId } = await awardProposal(at(client, ago - 2), award);
  await signContract(at(freelancer, ago - 2.5), { contractId });
  return contractId;
}

type Done = { milestoneId: string; story: Story; players: Players; delivered: number };

/** Delivers and is answered, or gives the money back; tells how many days ago that was settled. */
async function work(at: At, { milestoneId, story, players, delivered }: Done): Promise<number> {
  const { client, freelancer } = players;
  if (story.course === 'refunded') {
    await refundMilestone(at(freelancer, delivered), { milestoneId });
    return delivered;
  }
  const note = 'Everything that was agreed, in one folder.';
  await deliverMilestone(at(freelancer, delivered), { milestoneId, note });
  let last = delivered;
  if (story.changes) {
    const wish = 'Please look at the second part once more; my notes are in the margin.';
    await requestChanges(at(client, delivered - 2), { milestoneId, note: wish });
    last = delivered - 5;
    await deliverMilestone(at(freelancer, last), {
      milestoneId,
      note: 'With your notes worked in.',
    });
  }
  if (story.course === 'silent') {
    const settled = last - ACCEPTANCE_DAYS - 0.5;
    await acceptBySilence(at(systemActor('acceptance clock'), settled), { milestoneId });
    return settled;
  }
  await acceptMilestone(at(client, last - 1.4), { milestoneId });
  return last - 1.4;
}

async function rate(
  at: At,
  contractId: string,
  { story, players, ended }: { story: Story; players: Players; ended: number },
): Promise<void> {
  const { toFreelancer, toClient, reply } = story;
  const { client, freelancer } = players;
  if (toClient) await giveFeedback(at(freelancer, ended - 1), { contractId, ...toClient });
  if (!toFreelancer) return;
  const given = { contractId, ...toFreelancer };
  const { feedbackId, revealed } = await giveFeedback(at(client, ended - 2), given);
  if (!revealed) {
    await revealFeedback(at(systemActor('feedback clock'), ended - 15), { contractId });
  }
  if (reply === null) return;
  await replyToFeedback(at(freelancer, ended - 17), { feedbackId, text: reply });
}

/** What was earned reaches the wallet when its security days are over. */
async function sweep(at: At, milestoneId: string, settled: number): Promise<void> {
  const ctx = at(systemActor('earnings'), settled);
  const earning = await ctx.tx
    .selectFrom('earning')
    .select(['id', 'availableAt'])
    .where('milestoneId', '=', milestoneId)
    .executeTakeFirst();
  if (earning === undefined) return;
  await sweepEarning({ ...ctx, now: earning.availableAt }, { earningId: earning.id });
}
