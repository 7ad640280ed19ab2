import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';
import type { OutcomeInputs } from '../outcome.ts';
import type { OutcomeInput, ScoreSide } from '../quality-score.ts';
import { stakeInBase } from '../stake.ts';

export type OutcomeRow = {
  contractId: string;
  otherId: string;
  category: string;
  currency: string;
  paidMinor: bigint;
  endedAt: Date;
  readAt: Date;
  inputs: OutcomeInputs;
  /** What the formula takes of it. */
  input: OutcomeInput;
};

/** The outcomes of one side of a party, the newest first. */
export async function outcomesOf(
  db: ReadDb,
  partyId: string,
  side: ScoreSide,
): Promise<OutcomeRow[]> {
  const rows = await db
    .selectFrom('outcome')
    .leftJoin('currencyWeight', 'currencyWeight.currency', 'outcome.currency')
    .select(['contractId', 'otherId', 'category', 'outcome.currency', 'paidMinor', 'endedAt'])
    .select(['readAt', 'inputs', sql<number>`coalesce(base_units, 0)`.as('baseUnits')])
    .where('partyId', '=', partyId)
    .where('side', '=', side)
    .orderBy('endedAt', 'desc')
    .orderBy('contractId', 'desc')
    .execute();
  return rows.map(({ baseUnits, ...row }) => {
    const inputs = row.inputs as unknown as OutcomeInputs;
    const stake = stakeInBase(BigInt(inputs.fundedMinor), row.currency, baseUnits);
    const { contractId, otherId, endedAt } = row;
    const values = Object.fromEntries(
      Object.entries(inputs.seen).map(([component, seen]) => [component, seen.value]),
    );
    const input = { contractId, otherId, endedAt, stakeInBase: stake, values };
    return { ...row, inputs, input };
  });
}
