import { sql } from 'kysely';
import type { ReadDb, Tx } from '#platform/database.ts';
import type { FeeRule, FeeRules, FeeTier } from '../fee.ts';

export type FeeQuestion = { contractKind: 'fixed' | 'hourly' | 'task'; currency: string; at: Date };

const NO_FEE: FeeRule = {
  tiers: [{ upToMinor: null, basisPoints: 0 }],
  minimumMinor: null,
  maximumMinor: null,
};

/** The rules in force at that moment: a rule of the currency goes before one for all of them. */
export async function feeRulesAt(db: ReadDb | Tx, question: FeeQuestion): Promise<FeeRules> {
  return {
    freelancer: await ruleFor(db, 'freelancer', question),
    client: await ruleFor(db, 'client', question),
  };
}

async function ruleFor(
  db: ReadDb | Tx,
  payer: 'freelancer' | 'client',
  question: FeeQuestion,
): Promise<FeeRule> {
  const row = await (db as ReadDb)
    .selectFrom('feeRule')
    .select(['tiers', 'minimumMinor', 'maximumMinor'])
    .where('contractKind', '=', question.contractKind)
    .where('payer', '=', payer)
    .where('startsAt', '<=', question.at)
    .where((on) => on.or([on('endsAt', 'is', null), on('endsAt', '>', question.at)]))
    .where((on) => on.or([on('currency', 'is', null), on('currency', '=', question.currency)]))
    .orderBy(sql`currency is null`)
    .orderBy('startsAt', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return NO_FEE;
  return {
    tiers: row.tiers as FeeTier[],
    minimumMinor: row.minimumMinor?.toString() ?? null,
    maximumMinor: row.maximumMinor?.toString() ?? null,
  };
}
