/** Projects and proposals as the cast writes them. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import type { FixedTerms, HourlyTerms } from '#domain/projects/proposal-terms.ts';
import type { Run } from '#platform/run.ts';

export const LIGHTHOUSE: ProjectTerms = {
  title: 'Six street views of a lighthouse visitor centre',
  requirements: 'Two views **by day**, two at dusk, two inside. Plans are attached.',
  category: 'architectural-illustration',
  skills: ['Rendering', 'Blender'],
  pricing: 'fixed',
  currency: 'USD',
  budgetLowMinor: 120_000n,
  budgetHighMinor: 200_000n,
  expectedHours: null,
  wantedOn: null,
  audience: 'everyone',
};

export const BY_THE_HOUR: ProjectTerms = {
  ...LIGHTHOUSE,
  title: 'Keep our plans up to date for a quarter',
  pricing: 'hourly',
  budgetLowMinor: 2_000n,
  budgetHighMinor: 4_000n,
  expectedHours: 120,
};

export const TWO_SLICES: FixedTerms = {
  pricing: 'fixed',
  priceMinor: 160_000n,
  milestones: [
    { title: 'Clay models', details: '', amountMinor: 60_000n, dueDays: 7 },
    { title: 'Final views', details: 'Six, 6,000 px wide', amountMinor: 100_000n, dueDays: 20 },
  ],
  deliveryDays: 20,
  cover: 'I drew the harbour of Constanța last year and can begin on Monday.',
};

export const HOURS: HourlyTerms = {
  pricing: 'hourly',
  hourlyRateMinor: 2_550n,
  estimatedHours: 120,
  weeklyLimitHours: 20,
  deliveryDays: 60,
  cover: 'Twenty hours a week from now on.',
};

/** Posts and publishes a project of this client. */
export async function openProject(
  run: Run,
  client: MemberActor,
  terms: Partial<ProjectTerms> = {},
): Promise<string> {
  const input = { terms: { ...LIGHTHOUSE, ...terms } };
  const { projectId } = await run(draftProject, input, { actor: client, root: 'new' });
  await run(publishProject, { projectId }, { actor: client, root: projectId });
  return projectId;
}

export async function propose(
  run: Run,
  freelancer: MemberActor,
  projectId: string,
): Promise<string> {
  const input = { projectId, terms: TWO_SLICES };
  const { proposalId } = await run(sendProposal, input, { actor: freelancer, root: projectId });
  return proposalId;
}
