import { committedValues } from '#domain/contracts/queries/lifetime-value.ts';
import { shoreOf } from '#domain/directory/region.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type FeePreview, previewFees } from '#domain/ledger/fee.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Offer } from '../best-value.ts';
import { NO_MARK, type ProposalMark } from '../mark.ts';
import { MOST_PROPOSALS, readMilestones } from '../proposal.ts';
import { findOwnProject } from './find-project.ts';
import { standingProposals } from './project-proposals.ts';

export type Comparison = Awaited<ReturnType<typeof comparison>>;
export type ComparedProposal = Comparison['proposals'][number];

/**
 * All proposals that a client may choose from, each with both sums by the fee rules of `now`, the
 * freelancer's measured record and the client's own mark. Refuses `not_found` for everybody else.
 */
export async function comparison(
  db: ReadDb,
  actor: Actor,
  { projectId, now }: { projectId: string; now: Date },
) {
  const project = await findOwnProject(db, actor, projectId);
  const { currency, clientId } = project;
  const stands = await standingProposals(db, project);
  const rows = (await proposalsOf(db, project.id)).filter(stands);
  const freelancerIds = rows.map((row) => row.freelancerId);
  const [rules, lifetimes, records, inCategory] = await Promise.all([
    feeRulesAt(db, { contractKind: project.pricing, currency, at: now }),
    committedValues(db, { clientId, freelancerIds, currency }),
    recordsOf(db, freelancerIds),
    doneInCategory(db, { freelancerIds, category: project.category }),
  ]);
  const proposals = rows.map(({ milestones, shortlisted, hidden, note, ...row }) => {
    const slices = readMilestones(milestones).map((one) => one.amountMinor);
    const payments = slices.length > 0 ? slices : [row.priceMinor];
    const record = records.get(row.freelancerId);
    return {
      ...row,
      fees: previewFees(rules, payments, lifetimes.get(row.freelancerId) ?? 0n),
      /** How far from the client's country; null where one of the two is not known. */
      shore: row.country === null ? null : shoreOf(project.clientCountry, row.country),
      record: recordSight(record),
      inCategory: inCategory.get(row.freelancerId) ?? 0,
      mark: markOf({ shortlisted, hidden, note }),
    };
  });
  return { project, rules, proposals };
}

/** What the ranking looks at. */
export function offerOf(one: {
  id: string;
  fees: FeePreview;
  deliveryDays: number;
  record: { low: number; high: number };
}): Offer {
  return {
    id: one.id,
    payMinor: one.fees.clientPaysMinor,
    deliveryDays: one.deliveryDays,
    qualityLow: one.record.low,
    qualityHigh: one.record.high,
  };
}

async function proposalsOf(db: ReadDb, projectId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('party', 'party.id', 'proposal.freelancerId')
    .leftJoin('freelancer', 'freelancer.id', 'proposal.freelancerId')
    .leftJoin('member', 'member.id', 'proposal.freelancerId')
    .leftJoin('proposalMark', 'proposalMark.proposalId', 'proposal.id')
    .select([
      'proposal.id',
      'proposal.freelancerId',
      'party.name',
      'party.country',
      'member.headline',
      'freelancer.listedAt',
      'proposal.state',
      'proposal.pricing',
      'proposal.priceMinor',
      'proposal.hourlyRateMinor',
      'proposal.estimatedHours',
      'proposal.weeklyLimitHours',
      'proposal.deliveryDays',
      'proposal.milestones',
      'proposal.sentAt',
      'proposal.version',
      'proposalMark.shortlisted',
      'proposalMark.hidden',
      'proposalMark.note',
    ])
    .where('proposal.projectId', '=', projectId)
    .where('proposal.state', '!=', 'withdrawn')
    .orderBy('proposal.sentAt')
    .orderBy('proposal.id')
    .limit(MOST_PROPOSALS)
    .execute();
}

type RecordRow = Awaited<ReturnType<typeof readRecords>>[number];

async function recordsOf(db: ReadDb, partyIds: readonly string[]) {
  const rows = partyIds.length === 0 ? [] : await readRecords(db, partyIds);
  return new Map(rows.map((row) => [row.partyId, row]));
}

function readRecords(db: ReadDb, partyIds: readonly string[]) {
  return db
    .selectFrom('reputation')
    .selectAll()
    .where('side', '=', 'freelancer')
    .where('partyId', 'in', partyIds)
    .execute();
}

function recordSight(row: RecordRow | undefined) {
  const score = row?.score ?? null;
  return {
    /** Null while nothing counted; then low and high are what a newcomer starts with. */
    score,
    low: row?.low ?? NEWCOMER_INTERVAL.low,
    high: row?.high ?? NEWCOMER_INTERVAL.high,
    contracts: row?.contracts ?? 0,
    onTime: row?.onTime ?? null,
    onTimeCount: row?.onTimeCount ?? 0,
    responseHours: row?.responseHours ?? null,
    responseRate: row?.responseRate ?? null,
    responseCount: row?.responseCount ?? 0,
  };
}

/** How many contracts of this category each of them ended. */
async function doneInCategory(
  db: ReadDb,
  { freelancerIds, category }: { freelancerIds: readonly string[]; category: string },
): Promise<Map<string, number>> {
  if (freelancerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('outcome')
    .select(['partyId'])
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('side', '=', 'freelancer')
    .where('category', '=', category)
    .where('partyId', 'in', freelancerIds)
    .groupBy('partyId')
    .execute();
  return new Map(rows.map((row) => [row.partyId, Number(row.count)]));
}

function markOf(row: {
  shortlisted: boolean | null;
  hidden: boolean | null;
  note: string | null;
}): ProposalMark {
  const { shortlisted, hidden, note } = row;
  return {
    shortlisted: shortlisted ?? NO_MARK.shortlisted,
    hidden: hidden ?? NO_MARK.hidden,
    note: note ?? NO_MARK.note,
  };
}
