import type { RootKind } from '#domain/kernel/event.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { oneLine, storable } from '#domain/kernel/text.ts';
import type { JsonResult } from '#platform/context.ts';
import type { Pricing } from '../project.ts';
import { type ProposedMilestone, storedMilestones } from '../proposal.ts';
import { type ProposalTerms, priceOf, proposalProblems } from '../proposal-terms.ts';

/** The terms as they may be stored. Refuses the first rule they break, or the other pricing. */
export function acceptProposal(
  project: { pricing: Pricing; currency: string },
  given: ProposalTerms,
): ProposalTerms {
  if (given.pricing !== project.pricing) {
    refuse('input_invalid', { rule: 'must_be', value: project.pricing }, 'pricing');
  }
  const terms = tidy(given);
  const problem = proposalProblems(terms, project.currency)[0];
  if (problem !== undefined) throw problem;
  return terms;
}

/** The terms as columns of `proposal`. */
export function proposalColumns(terms: ProposalTerms) {
  const hourly = terms.pricing === 'hourly' ? terms : null;
  return {
    pricing: terms.pricing,
    priceMinor: priceOf(terms),
    hourlyRateMinor: hourly?.hourlyRateMinor ?? null,
    estimatedHours: hourly?.estimatedHours ?? null,
    weeklyLimitHours: hourly?.weeklyLimitHours ?? null,
    deliveryDays: terms.deliveryDays,
    cover: terms.cover,
    milestones: storedMilestones(terms.pricing === 'fixed' ? terms.milestones : []),
  };
}

/** What the events of a proposal have in common: sealed between the client and its author. */
export function proposalEvent(
  project: { id: string; clientId: string; title: string; currency: string },
  proposal: { id: string; freelancerId: string },
  terms: ProposalTerms,
): {
  rootKind: RootKind;
  rootId: string;
  subjectId: string;
  parties: string[];
  data: { [key: string]: JsonResult };
} {
  return {
    rootKind: 'project',
    rootId: project.id,
    subjectId: proposal.id,
    parties: [project.clientId, proposal.freelancerId],
    data: {
      title: project.title,
      currency: project.currency,
      pricing: terms.pricing,
      amountMinor: priceOf(terms).toString(),
      deliveryDays: terms.deliveryDays,
      milestones: terms.pricing === 'fixed' ? terms.milestones.map(eventMilestone) : [],
    },
  };
}

function eventMilestone(one: ProposedMilestone): JsonResult {
  return { title: one.title, amountMinor: one.amountMinor.toString(), dueDays: one.dueDays };
}

function tidy(terms: ProposalTerms): ProposalTerms {
  const cover = storable(terms.cover);
  if (terms.pricing === 'hourly') return { ...terms, cover };
  const milestones = terms.milestones.map((one) => ({
    ...one,
    title: oneLine(one.title),
    details: storable(one.details),
  }));
  return { ...terms, cover, milestones };
}
