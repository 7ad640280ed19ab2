/** Projects in every state that come before a contract, and short words for posting and offering. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { matchProject } from '#domain/matching/commands/match-project.ts';
import { closeProject } from '#domain/projects/commands/close-project.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { expireProject } from '#domain/projects/commands/expire-project.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { withdrawProposal } from '#domain/projects/commands/withdraw-proposal.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import type { FixedTerms, HourlyTerms } from '#domain/projects/proposal-terms.ts';
import type { Cast } from './cast.ts';
import * as ask from './requirements.ts';
import { act, daysAgo, type Stage } from './stage.ts';

/** Drafts and publishes. */
export async function post(
  stage: Stage,
  { client, ago }: { client: MemberActor; ago: number },
  terms: ProjectTerms,
): Promise<string> {
  const scene = { actor: client, root: 'new', ago: ago + 0.1 };
  const { projectId } = await act(stage, scene, [draftProject, { terms }]);
  await act(stage, { actor: client, root: projectId, ago }, [publishProject, { projectId }]);
  return projectId;
}

export async function offer(
  stage: Stage,
  { freelancer, ago }: { freelancer: MemberActor; ago: number },
  input: { projectId: string; terms: FixedTerms | HourlyTerms },
): Promise<string> {
  const scene = { actor: freelancer, root: input.projectId, ago };
  const { proposalId } = await act(stage, scene, [sendProposal, input]);
  return proposalId;
}

/** The marketplace tells those who fit best. */
async function match(stage: Stage, projectId: string, ago: number): Promise<void> {
  const options = { actor: systemActor('matching'), root: projectId, now: daysAgo(stage, ago) };
  await stage.run(matchProject, { projectId }, options);
}

/** A fixed price from its slices: title, minor units, days after the start. */
export function slices(
  cover: string,
  ...rows: [title: string, amountMinor: bigint, dueDays: number][]
): FixedTerms {
  return {
    pricing: 'fixed',
    priceMinor: rows.reduce((sum, [, amountMinor]) => sum + amountMinor, 0n),
    milestones: rows.map(([title, amountMinor, dueDays]) => ({
      title,
      details: '',
      amountMinor,
      dueDays,
    })),
    deliveryDays: Math.max(...rows.map(([, , dueDays]) => dueDays)),
    cover,
  };
}

/** Open ones with and without proposals, one for the invited, a draft, a closed, an expired one. */
export async function openProjects(stage: Stage, cast: Cast): Promise<void> {
  const { mara, elena, fahad, harrow } = cast;
  await lighthouse(stage, cast);
  const booking = await post(stage, { client: mara, ago: 2 }, ask.booking);
  await act(stage, { actor: mara, root: booking, ago: 1.99 }, [
    inviteFreelancer,
    { projectId: booking, freelancerId: cast.tom.partyId, note: 'You wrote about forms.' },
  ]);
  await match(stage, booking, 1.95);
  const trademark = await post(stage, { client: fahad, ago: 6 }, ask.trademark);
  await match(stage, trademark, 5.98);
  await offer(
    stage,
    { freelancer: cast.rahul, ago: 5 },
    {
      projectId: trademark,
      terms: {
        pricing: 'hourly',
        hourlyRateMinor: 2_200n,
        estimatedHours: 28,
        weeklyLimitHours: 15,
        deliveryDays: 14,
        cover: 'Nine registers, three of them by hand. I send the table as it grows.',
      },
    },
  );
  const invited = { ...ask.panorama, audience: 'invited' as const };
  const panorama = await post(stage, { client: harrow, ago: 1 }, invited);
  await act(stage, { actor: harrow, root: panorama, ago: 0.9 }, [
    inviteFreelancer,
    { projectId: panorama, freelancerId: cast.ioana.partyId, note: 'As for the town library.' },
  ]);
  const draft = { actor: harrow, root: 'new', ago: 0.5 };
  await act(stage, draft, [draftProject, { terms: ask.draft }]);
  await endedProjects(stage, cast, elena);
}

/** Three proposals to choose from, one of them by an agency. */
async function lighthouse(stage: Stage, cast: Cast): Promise<void> {
  const projectId = await post(stage, { client: cast.mara, ago: 4 }, ask.lighthouse);
  await match(stage, projectId, 3.98);
  await offer(
    stage,
    { freelancer: cast.ioana, ago: 3.5 },
    {
      projectId,
      terms: slices(
        'I drew two lighthouses last year, one of them in fog. I can begin on Monday.',
        ['Clay models of all six', 60_000n, 7],
        ['Final views', 100_000n, 20],
      ),
    },
  );
  await offer(
    stage,
    { freelancer: cast.grace, ago: 3 },
    {
      projectId,
      terms: slices('Six views in twelve days; two rounds of changes are inside the price.', [
        'Six views',
        96_000n,
        12,
      ]),
    },
  );
  await offer(
    stage,
    { freelancer: cast.pocitos, ago: 2.2 },
    {
      projectId,
      terms: slices(
        'Diego models, Lucía paints. You see a draft of each view after one week.',
        ['Drafts', 50_000n, 7],
        ['Views by day and inside', 60_000n, 14],
        ['Views at dusk', 38_000n, 18],
      ),
    },
  );
}

async function endedProjects(stage: Stage, cast: Cast, elena: MemberActor): Promise<void> {
  const closed = await post(stage, { client: cast.mara, ago: 25 }, ask.closed);
  const terms = slices('Five pages in a week.', ['The site', 90_000n, 7]);
  const proposalId = await offer(
    stage,
    { freelancer: cast.tom, ago: 24 },
    { projectId: closed, terms },
  );
  const regret = { actor: cast.tom, root: closed, ago: 23 };
  await act(stage, regret, [withdrawProposal, { proposalId }]);
  const end = { actor: cast.mara, root: closed, ago: 22 };
  await act(stage, end, [closeProject, { projectId: closed }]);
  const expired = await post(
    stage,
    { client: elena, ago: 34 },
    { ...ask.garden, title: 'A terrace with lemon trees', budgetHighMinor: 100_000n },
  );
  const options = { actor: systemActor('project clock'), root: expired, now: daysAgo(stage, 3.5) };
  await stage.run(expireProject, { projectId: expired }, options);
}
