import { decimalAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { OutcomeInputs } from '../outcome.ts';
import { FORMULA, type ScoreSide } from '../quality-score.ts';
import type { RecordOutcome, RecordPayload, RecordSelection, RecordTasks } from '../record.ts';
import { scoreOf } from './score.ts';

/** What a party's record says, before it is signed: the outcomes that count, newest first. */
export async function memberRecord(
  db: ReadDb,
  partyId: string,
  { side, since, category }: RecordSelection,
): Promise<Omit<RecordPayload, 'iss' | 'iat'>> {
  const party = await db
    .selectFrom('party')
    .select('name')
    .where('id', '=', partyId)
    .executeTakeFirst();
  if (party === undefined) return refuse('not_found', { thing: 'party' });
  const all = (await rows(db, partyId, side)).map((row) => present(row, side));
  const outcomes = all.filter(
    (one) =>
      (since === undefined || one.ended_at.slice(0, 10) >= since) &&
      (category === undefined || one.category === category),
  );
  const selected = { shown: outcomes.length, of: all.length };
  return {
    sub: partyId,
    name: party.name,
    side,
    score: await scoreNow(db, partyId, side),
    selection: { since: since ?? null, category: category ?? null, ...selected },
    outcomes,
    tasks:
      side === 'freelancer' && since === undefined && category === undefined
        ? await taskOutcomes(db, partyId)
        : null,
  };
}

/** What a worker's record says of small tasks; null before the first was counted. */
export async function taskOutcomes(db: ReadDb, workerId: string): Promise<RecordTasks | null> {
  const row = await db
    .selectFrom('workerRecord')
    .select(['submitted', 'approved', 'rejected', 'activeSeconds', 'refreshedAt'])
    .where('workerId', '=', workerId)
    .executeTakeFirst();
  if (row === undefined || row.submitted === 0n) return null;
  const approved = Number(row.approved);
  const decided = approved + Number(row.rejected);
  return {
    submitted: Number(row.submitted),
    approved,
    rejected: Number(row.rejected),
    approval_rate: decided === 0 ? null : Math.floor((approved / decided) * 10_000) / 10_000,
    active_hours: Math.round(Number(row.activeSeconds) / 36) / 100,
    as_of: row.refreshedAt.toISOString(),
  };
}

async function scoreNow(
  db: ReadDb,
  partyId: string,
  side: ScoreSide,
): Promise<RecordPayload['score']> {
  const found = await scoreOf(db, partyId, side);
  if (found === null || found.score === null || found.low === null || found.high === null) {
    return null;
  }
  const { score: value, low, high, contracts, asOf } = found;
  return { value, low, high, contracts, as_of: asOf.toISOString(), formula: FORMULA.version };
}

function rows(db: ReadDb, partyId: string, side: ScoreSide) {
  return db
    .selectFrom('outcome')
    .innerJoin('contract', 'contract.id', 'outcome.contractId')
    .innerJoin('category', 'category.slug', 'outcome.category')
    .innerJoin('party as other', 'other.id', 'outcome.otherId')
    .select(['outcome.contractId', 'outcome.category', 'category.name as categoryName'])
    .select(['contract.signedAt', 'outcome.endedAt', 'paidMinor', 'outcome.currency', 'inputs'])
    .select(['other.name as otherName', 'other.kind as otherKind'])
    .where('outcome.partyId', '=', partyId)
    .where('outcome.side', '=', side)
    .orderBy('outcome.endedAt', 'desc')
    .orderBy('outcome.contractId', 'desc')
    .execute();
}

function present(row: Awaited<ReturnType<typeof rows>>[number], side: ScoreSide): RecordOutcome {
  const { seen } = row.inputs as unknown as OutcomeInputs;
  const { stars, onTime } = seen;
  const person = side === 'freelancer' ? 'a client' : 'a freelancer';
  return {
    contract_id: row.contractId,
    category: row.category,
    category_name: row.categoryName,
    signed_at: row.signedAt?.toISOString() ?? null,
    ended_at: row.endedAt.toISOString(),
    paid: { amount: decimalAmount(row.paidMinor, row.currency), currency: row.currency },
    stars: stars?.part ?? null,
    on_time: onTime === undefined ? null : { part: onTime.part, whole: onTime.whole },
    counterparty: row.otherKind === 'organization' ? row.otherName : person,
  };
}
