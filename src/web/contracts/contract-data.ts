/** Everything the page of a contract shows, read in one go. */
import { contractMoney } from '#domain/contracts/contract-money.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { offerTerms } from '#domain/contracts/queries/offer-terms.ts';
import { listedAmong } from '#domain/directory/queries/listed-among.ts';
import { eventCounts } from '#domain/evidence/queries/event-counts.ts';
import { type EventSight, eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { feedbackCloses } from '#domain/reputation/feedback.ts';
import { feedbackOfContract } from '#domain/reputation/queries/feedback.ts';
import type { ReadDb } from '#platform/database.ts';
import { peopleOf, rightsOf } from './contract-view.ts';

export type ContractData = Awaited<ReturnType<typeof loadContract>>;

export type HistoryView = 'all' | 'money' | 'deliveries';

const KINDS: Readonly<Record<HistoryView, readonly string[] | undefined>> = {
  all: undefined,
  money: [
    'milestone.funded',
    'milestone.paid',
    'milestone.refunded',
    'milestone.split',
    'earnings.available',
  ],
  deliveries: ['milestone.delivered', 'milestone.changes_requested', 'milestone.accepted'],
};

const EVENTS_SHOWN = 12;
const SETTLED = ['milestone.paid', 'milestone.refunded', 'milestone.split'];
const MOST_MARKS = 500;

export type ContractQuestion = { id: string; url: URL; now: Date };

export async function loadContract(
  readDb: ReadDb,
  actor: MemberActor,
  { id, url, now }: ContractQuestion,
) {
  const page = await contractPage(readDb, actor, id);
  const { contract, side } = page;
  const signed = contract.state === 'active' || contract.state === 'ended';
  const closes = feedbackCloses(contract);
  return {
    page,
    people: peopleOf(page),
    rights: rightsOf(actor, side),
    partyId: actor.partyId,
    freelancerListed: (await listedAmong(readDb, [contract.freelancerId])).size > 0,
    name: shortName(id),
    money: contractMoney(page.milestones, {
      feeRules: contract.feeRules,
      committedMinor: page.committedMinor,
    }),
    marks: await marksOf(readDb, actor, id),
    offer: signed ? null : await offerTerms(readDb, actor, id),
    feedback: closes === null ? [] : await feedbackOfContract(readDb, id, actor.partyId),
    feedbackUntil: closes !== null && closes > now ? closes : null,
    history: await history(readDb, actor, { id, url, now }),
  };
}

/** The events that numbers of the page lead to: by milestone, how it was settled; by kind, the rest. */
async function marksOf(readDb: ReadDb, actor: MemberActor, rootId: string) {
  const kinds = ['contract.offered', 'contract.signed', 'contract.ended', ...SETTLED];
  const events = await eventsOfRoot(readDb, actor, { rootId, kinds, limit: MOST_MARKS });
  const settled: Record<string, string> = {};
  const byKind: Record<string, { id: string; seq: number }> = {};
  for (const { id, seq, kind, subjectId } of events) {
    if (SETTLED.includes(kind) && subjectId !== null) settled[subjectId] = id;
    else byKind[kind] = { id, seq };
  }
  return { settled, byKind };
}

async function history(readDb: ReadDb, actor: MemberActor, question: ContractQuestion) {
  const { id, url } = question;
  const view = viewOf(url.searchParams.get('show'));
  const before = beforeOf(url.searchParams.get('before'));
  const kinds = KINDS[view];
  const rows = await eventsOfRoot(readDb, actor, {
    rootId: id,
    limit: EVENTS_SHOWN,
    ...(kinds === undefined ? {} : { kinds }),
    ...(before === undefined ? {} : { before }),
  });
  const byKind = await eventCounts(readDb, actor, id);
  const countOf = (wanted: readonly string[] | undefined) =>
    [...byKind].reduce((sum, [kind, n]) => sum + (wanted?.includes(kind) === false ? 0 : n), 0);
  const events = rows.slice(0, EVENTS_SHOWN);
  return {
    view,
    before: before ?? null,
    events,
    next: nextBefore(rows, events),
    counts: {
      all: countOf(undefined),
      money: countOf(KINDS.money),
      deliveries: countOf(KINDS.deliveries),
    },
  };
}

function nextBefore(rows: readonly EventSight[], shown: readonly EventSight[]): number | null {
  return rows.length > shown.length ? (shown.at(-1)?.seq ?? null) : null;
}

function viewOf(name: string | null): HistoryView {
  return name === 'money' || name === 'deliveries' ? name : 'all';
}

function beforeOf(words: string | null): number | undefined {
  const number = Number(words);
  return words !== null && Number.isInteger(number) && number > 0 && number < 2 ** 31
    ? number
    : undefined;
}
