/** Everything that the comparison of one project shows. Server only. */
import { may } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import {
  type Fit,
  percentsOf,
  rankOffers,
  type Verdict,
  verdictOf,
} from '#domain/projects/best-value.ts';
import { type ComparedProposal, comparison, offerOf } from '#domain/projects/queries/comparison.ts';
import type { ReadDb } from '#platform/database.ts';
import { type CompareQuestion, MOST_BESIDE, type Sort } from './compare-question.ts';

export type CompareSight = Awaited<ReturnType<typeof compareSight>>;
export type RankedProposal = ComparedProposal & { fit: Fit };

const ROWS_SHOWN = 50;

export async function compareSight(
  { readDb, actor, now }: { readDb: ReadDb; actor: MemberActor; now: Date },
  projectId: string,
  question: CompareQuestion,
) {
  const { project, rules, proposals } = await comparison(readDb, actor, { projectId, now });
  const considered = proposals.filter((one) => !one.mark.hidden);
  const hidden = proposals.filter((one) => one.mark.hidden);
  const ranking = rankOffers(considered.map(offerOf), question.weights);
  const known = new Map(considered.map((one) => [one.id, one]));
  const ranked = ranking.fits.flatMap((fit): RankedProposal[] => {
    const one = known.get(fit.id);
    return one === undefined ? [] : [{ ...one, fit }];
  });
  const listed = chosenOf(ranked, question);
  const sorted = sortRanked(listed, question);
  const beside = sorted.length <= MOST_BESIDE;
  const from = beside ? 1 : Math.min(question.from, Math.max(1, sorted.length));
  const verdict: Verdict = verdictOf(listed.map((one) => one.fit));
  return {
    project,
    rules,
    question,
    shares: ranking.shares,
    percents: percentsOf(question.weights),
    verdict,
    ranked: listed,
    shown: beside ? sorted : sorted.slice(from - 1, from - 1 + ROWS_SHOWN),
    /** Whether few enough stand beside each other; otherwise they are rows. */
    beside,
    span: { from, to: Math.min(sorted.length, from - 1 + ROWS_SHOWN), of: sorted.length },
    hidden,
    counts: {
      all: ranked.length,
      shortlist: ranked.filter((one) => one.mark.shortlisted).length,
      hidden: hidden.length,
    },
    mayMark: may(actor, 'post'),
    mayInvite: may(actor, 'invite') && project.state === 'open',
    awardable: may(actor, 'award') && project.state === 'open',
    now,
  };
}

function chosenOf(ranked: readonly RankedProposal[], question: CompareQuestion) {
  const { show, view } = question;
  const beside = ranked.filter((one) => show.includes(one.id));
  if (beside.length > 1) return beside;
  return view === 'shortlist' ? ranked.filter((one) => one.mark.shortlisted) : [...ranked];
}

type Compare = (a: RankedProposal, b: RankedProposal) => number;

/** The usual way of each order: what a client wants most comes first. */
const USUALLY: Readonly<Record<Sort, Compare>> = {
  fit: () => 0,
  pay: (a, b) => compareSums(a.fees.clientPaysMinor, b.fees.clientPaysMinor),
  receive: (a, b) => compareSums(a.fees.freelancerReceivesMinor, b.fees.freelancerReceivesMinor),
  delivery: (a, b) => a.deliveryDays - b.deliveryDays,
  quality: (a, b) => b.record.low - a.record.low,
  'on-time': (a, b) => (b.record.onTime ?? -1) - (a.record.onTime ?? -1),
  past: (a, b) => b.inCategory - a.inCategory,
  sent: (a, b) => a.sentAt.getTime() - b.sentAt.getTime(),
};

/** Equal ones stay in the order of their fit. */
function sortRanked(
  ranked: readonly RankedProposal[],
  { sort, turned }: CompareQuestion,
): RankedProposal[] {
  const sorted = [...ranked].sort(USUALLY[sort]);
  return turned ? sorted.reverse() : sorted;
}

function compareSums(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
