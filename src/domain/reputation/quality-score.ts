/**
 * The quality score, formula v1 (docs/quality-score.md says it in words). Pure, closed form, the
 * same for everybody: docs/recompute-score.mjs computes it again from the public export.
 *
 * Component: one thing that an ended contract shows, as a value of 0…1. Weight: how much it counts.
 * Say: what one counterparty's contracts may weigh together. Reach: how far from the others' mean a
 * value of one counterparty counts.
 */
export type ScoreSide = 'client' | 'freelancer';

export type Component = 'stars' | 'onTime' | 'kept' | 'decides' | 'scope';

/** What each component weighs in an outcome that shows all of them; they sum to 1. */
export const COMPONENTS: Readonly<Record<ScoreSide, Partial<Record<Component, number>>>> = {
  freelancer: { stars: 0.6, onTime: 0.2, kept: 0.2 },
  client: { stars: 0.5, decides: 0.2, scope: 0.15, kept: 0.15 },
};

/** Every constant of the formula, as the export prints them. */
export const FORMULA = {
  version: 1,
  /** A beginning is worth as much as `priorWeight` of evidence at `priorMean` (4.00 of 5). */
  priorWeight: 3,
  priorMean: 0.75,
  /** An outcome of this age counts half. */
  halfLifeDays: 540,
  /** Value weight: 1 + log10(1 + stake / unit), at most `stakeMost`. */
  stakeUnit: 100,
  stakeMost: 4,
  /** One counterparty weighs at most `sayAlone` + `sayShare` × the weight of all others. */
  sayAlone: 4,
  sayShare: 0.3,
  /** A value counts at most this far from the mean of the others, and farther while they are few. */
  reachLeast: 0.4,
  reachFew: 0.6,
  /** How far single outcomes of one party usually lie from its mean: one star of four. */
  deviation: 0.25,
  /** Of the normal distribution, for 95 of 100. */
  z: 1.96,
} as const;

/** One ended contract as the formula takes it. */
export type OutcomeInput = {
  contractId: string;
  /** The party on the other side. */
  otherId: string;
  endedAt: Date;
  /** What was put into escrow, in units of the market's base currency. */
  stakeInBase: number;
  /** 0…1 each; only what there was to see. */
  values: Partial<Record<Component, number>>;
};

export type ComponentTerm = {
  component: Component;
  /** As it was seen, and as it counts after the bound on one counterparty's say. */
  value: number;
  counted: number;
  weight: number;
  /** What it adds to the score, counted from the beginning's 4.00: these sum to score − 4. */
  contribution: number;
};

export type OutcomeTerm = {
  contractId: string;
  otherId: string;
  valueWeight: number;
  recency: number;
  /** What is left of the weight after the bound on one counterparty's say, 0…1. */
  say: number;
  /** The sum of the components' weights, and its part of all evidence, 0…1. */
  weight: number;
  share: number;
  contribution: number;
  components: ComponentTerm[];
};

export type Score = {
  /** 1…5, or null while nothing counted. */
  score: number | null;
  low: number | null;
  high: number | null;
  /** All evidence. */
  weight: number;
  /** In the order of the contracts' ids. */
  terms: OutcomeTerm[];
};

type Value = { component: Component; part: number; value: number; weight: number };
type Factors = Pick<OutcomeTerm, 'contractId' | 'otherId' | 'valueWeight' | 'recency' | 'say'>;
type Weighed = Factors & { values: Value[] };
type Bounded = Omit<ComponentTerm, 'contribution'>;

/** The score of these outcomes as of a moment. Their order does not matter. */
export function computeScore(
  outcomes: readonly OutcomeInput[],
  asOf: Date,
  side: ScoreSide = 'freelancer',
): Score {
  const { priorWeight: k, priorMean } = FORMULA;
  const weighed = limitSay(weigh(outcomes, asOf, side));
  const bounded = boundValues(weighed);
  const weight = total(bounded.flatMap(({ values }) => values.map((one) => one.weight)));
  if (weight === 0) return { score: null, low: null, high: null, weight: 0, terms: [] };
  const mean = total(bounded.flatMap(({ values }) => values.map((v) => v.weight * v.counted)));
  const whole = k + weight;
  const points = (of: Bounded) => (4 * of.weight * (of.counted - priorMean)) / whole;
  const terms = bounded.map(({ values, ...outcome }) => {
    const components = values.map((one) => ({ ...one, contribution: points(one) }));
    const own = total(components.map((one) => one.weight));
    const contribution = total(components.map((one) => one.contribution));
    return { ...outcome, weight: own, share: own / weight, contribution, components };
  });
  return { ...intervalOf(mean / weight, weight), weight, terms };
}

/**
 * Score and interval of evidence of this mean (0…1) and weight, mixed with the beginning; of a
 * weight of 0 it is what a newcomer begins with. Half the interval is the standard error of a mean
 * times z, and depends on the weight alone: whatever the evidence says, more of it narrows it.
 */
export function intervalOf(
  mean: number,
  weight: number,
): { score: number; low: number; high: number } {
  const { priorWeight: k, priorMean, deviation, z } = FORMULA;
  const whole = k + weight;
  const x = (k * priorMean + weight * mean) / whole;
  const half = (z * deviation) / Math.sqrt(whole + 1);
  const stars = (of: number) => 1 + 4 * Math.min(1, Math.max(0, of));
  return { score: stars(x), low: stars(x - half), high: stars(x + half) };
}

const DAY_MS = 86_400_000;

/** Weighs each outcome by what was at stake and how long ago it was; sorted, so that order is none. */
function weigh(outcomes: readonly OutcomeInput[], asOf: Date, side: ScoreSide): Weighed[] {
  const parts = Object.entries(COMPONENTS[side]) as [Component, number][];
  return [...outcomes].sort(byContract).map((outcome) => {
    const age = Math.max(0, asOf.getTime() - outcome.endedAt.getTime()) / DAY_MS;
    const recency = 2 ** (-age / FORMULA.halfLifeDays);
    const stake = Math.max(0, outcome.stakeInBase) / FORMULA.stakeUnit;
    const valueWeight = Math.min(FORMULA.stakeMost, 1 + Math.log10(1 + stake));
    const values = parts.flatMap(([component, part]) => {
      const value = outcome.values[component];
      const weight = part * valueWeight * recency;
      return value === undefined ? [] : [{ component, part, value, weight }];
    });
    const { contractId, otherId } = outcome;
    return { contractId, otherId, valueWeight, recency, say: 1, values };
  });
}

function byContract(a: OutcomeInput, b: OutcomeInput): number {
  return a.contractId < b.contractId ? -1 : a.contractId > b.contractId ? 1 : 0;
}

/** Shrinks the weights of a counterparty whose contracts would weigh more than its say. */
function limitSay(outcomes: Weighed[]): Weighed[] {
  const sums = sumsBy(outcomes, ({ weight }) => weight);
  const all = total([...sums.values()]);
  return outcomes.map((outcome) => {
    const own = sums.get(outcome.otherId) ?? 0;
    const most = FORMULA.sayAlone + FORMULA.sayShare * Math.max(0, all - own);
    const say = own > most ? most / own : 1;
    const values = outcome.values.map((one) => ({ ...one, weight: one.weight * say }));
    return { ...outcome, say, values };
  });
}

/** Draws each value to within reach of what the other counterparties show. */
function boundValues(outcomes: Weighed[]): (Factors & { values: Bounded[] })[] {
  const { priorWeight: k, priorMean, reachLeast, reachFew } = FORMULA;
  const weights = sumsBy(outcomes, ({ weight }) => weight);
  const all = total([...weights.values()]);
  const others = new Map<Component, { weight: Others; mean: Others }>();
  const ofComponent = (component: Component) => {
    const known = others.get(component);
    if (known !== undefined) return known;
    const only = (one: Value, amount: number) => (one.component === component ? amount : 0);
    const made = {
      weight: sumOfOthers(sumsBy(outcomes, (one) => only(one, one.weight))),
      mean: sumOfOthers(sumsBy(outcomes, (one) => only(one, one.weight * one.value))),
    };
    others.set(component, made);
    return made;
  };
  return outcomes.map((outcome) => {
    const { otherId } = outcome;
    const rest = Math.max(0, all - (weights.get(otherId) ?? 0));
    const reach = reachLeast + (reachFew * k) / (k + rest);
    const values = outcome.values.map(({ component, part, value, weight }) => {
      const of = ofComponent(component);
      const prior = k * part;
      const mean = (prior * priorMean + of.mean(otherId)) / (prior + of.weight(otherId));
      const counted = Math.min(mean + reach, Math.max(mean - reach, value));
      return { component, value, counted, weight };
    });
    return { ...outcome, values };
  });
}

type Others = (otherId: string) => number;

/** What all counterparties but this one sum to. */
function sumOfOthers(sums: ReadonlyMap<string, number>): Others {
  const all = total([...sums.values()]);
  return (otherId) => Math.max(0, all - (sums.get(otherId) ?? 0));
}

/** An amount of each value, summed per counterparty. */
function sumsBy(outcomes: readonly Weighed[], amount: (one: Value) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { otherId, values } of outcomes) {
    sums.set(otherId, (sums.get(otherId) ?? 0) + total(values.map(amount)));
  }
  return sums;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, one) => sum + one, 0);
}
