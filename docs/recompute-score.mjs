#!/usr/bin/env node
/**
 * Computes a quality score again from its public export, and compares:
 *
 *   curl -s https://market.example/api/v1/parties/ID/score/export | node recompute-score.mjs
 *   node recompute-score.mjs export.json --json
 *
 * It needs Node 18 or later and nothing else. docs/quality-score.md explains the formula. It ends
 * with 1 when a number differs by more than 1e-9.
 */
import { readFileSync } from 'node:fs';

const file = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 0;
const given = JSON.parse(readFileSync(file, 'utf8'));
const computed = compute(given);
const differences = ['score', 'low', 'high', 'weight'].filter((name) => {
  const [a, b] = [given[name], computed[name]];
  return a === null || b === null ? a !== b : !(Math.abs(a - b) <= 1e-9);
});

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(computed));
} else {
  const { score, low, high, weight } = computed;
  console.log(`${given.party.name}, as of ${given.as_of}, ${given.outcomes.length} outcomes`);
  console.log(`computed  ${score}  from ${low} to ${high}, weight ${weight}`);
  console.log(
    `published ${given.score}  from ${given.low} to ${given.high}, weight ${given.weight}`,
  );
  console.log(
    differences.length === 0 ? 'They agree.' : `They differ in ${differences.join(', ')}.`,
  );
}
process.exitCode = differences.length === 0 ? 0 : 1;

function compute({ formula: f, as_of: asOf, outcomes }) {
  // 1. Every value that was seen, with what it weighs.
  const seen = outcomes.flatMap((outcome) => {
    const days = Math.max(0, Date.parse(asOf) - Date.parse(outcome.ended_at)) / 86_400_000;
    const recency = 2 ** (-days / f.half_life_days);
    const atStake = Math.min(
      f.stake_most,
      1 + Math.log10(1 + outcome.stake_in_base / f.stake_unit),
    );
    return Object.entries(outcome.values).map(([component, { value }]) => ({
      component,
      value,
      part: f.components[component],
      by: outcome.counterparty,
      weight: f.components[component] * atStake * recency,
    }));
  });

  // 2. One counterparty weighs at most so much.
  const raw = sum(seen, (one) => one.weight);
  const says = new Map();
  for (const { by } of seen) {
    const own = sum(seen, (one) => (one.by === by ? one.weight : 0));
    says.set(by, Math.min(1, (f.say_alone + f.say_share * (raw - own)) / own));
  }
  for (const one of seen) one.weight *= says.get(one.by);

  // 3. A value counts within reach of what the other counterparties show.
  const weight = sum(seen, (one) => one.weight);
  const counted = seen.map((one) => {
    const rest = sum(seen, (other) => (other.by === one.by ? 0 : other.weight));
    const reach = f.reach_least + (f.reach_few * f.prior_weight) / (f.prior_weight + rest);
    const others = seen.filter((other) => other.component === one.component && other.by !== one.by);
    const prior = f.prior_weight * one.part;
    const mean =
      (prior * f.prior_mean + sum(others, (other) => other.weight * other.value)) /
      (prior + sum(others, (other) => other.weight));
    return { ...one, value: Math.min(mean + reach, Math.max(mean - reach, one.value)) };
  });

  // 4. The mean of it, mixed with the beginning; and how sure it is.
  if (weight === 0) return { score: null, low: null, high: null, weight: 0 };
  const mean = sum(counted, (one) => one.weight * one.value) / weight;
  const n = f.prior_weight + weight;
  const x = (f.prior_weight * f.prior_mean + weight * mean) / n;
  const half = (f.z * f.deviation) / Math.sqrt(n + 1);
  const stars = (of) => 1 + 4 * Math.min(1, Math.max(0, of));
  return { score: stars(x), low: stars(x - half), high: stars(x + half), weight };
}

function sum(rows, amount) {
  return rows.reduce((total, row) => total + amount(row), 0);
}
