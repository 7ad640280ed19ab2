import type { ReadDb } from '#platform/database.ts';
import type { Component, ScoreSide } from '../quality-score.ts';
import { type SheetOutcome, scoreSheet } from './score-sheet.ts';

/**
 * The score with every input, as JSON: docs/recompute-score.mjs computes the same number from it.
 * Null for a party that is not there or deals under no name.
 */
export async function scoreExport(
  db: ReadDb,
  partyId: string,
  side: ScoreSide,
  viewerPartyId: string | null = null,
) {
  const sheet = await scoreSheet(db, partyId, side, viewerPartyId);
  if (sheet === null) return null;
  const { score, low, high, weight, formula, components } = sheet;
  return {
    party: { id: partyId, name: sheet.name },
    side,
    as_of: sheet.asOf.toISOString(),
    score,
    low,
    high,
    weight,
    formula: {
      version: formula.version,
      prior_weight: formula.priorWeight,
      prior_mean: formula.priorMean,
      half_life_days: formula.halfLifeDays,
      stake_unit: formula.stakeUnit,
      stake_most: formula.stakeMost,
      say_alone: formula.sayAlone,
      say_share: formula.sayShare,
      reach_least: formula.reachLeast,
      reach_few: formula.reachFew,
      deviation: formula.deviation,
      z: formula.z,
      components: Object.fromEntries(
        Object.entries(components).map(([name, part]) => [snake(name), part]),
      ),
    },
    base_currency: sheet.baseCurrency,
    outcomes: sheet.outcomes.map(exported),
  };
}

export type ScoreExport = NonNullable<Awaited<ReturnType<typeof scoreExport>>>;

function exported(outcome: SheetOutcome) {
  return {
    contract_id: outcome.contractId,
    counterparty: outcome.otherNumber,
    counterparty_name: outcome.otherName,
    category: outcome.category,
    ended_at: outcome.endedAt.toISOString(),
    stake_in_base: outcome.stakeInBase,
    values: Object.fromEntries(
      outcome.components.map(({ component, value, part, whole, evidence }) => [
        snake(component),
        { value, part, whole, events: evidence.map((one) => one.seq) },
      ]),
    ),
    weight: outcome.weight,
    contribution: outcome.contribution,
  };
}

const SNAKE: Readonly<Record<Component, string>> = {
  stars: 'stars',
  onTime: 'on_time',
  kept: 'kept',
  decides: 'decides',
  scope: 'scope',
};

function snake(name: string): string {
  return SNAKE[name as Component];
}
