/**
 * What an hour costs. Terms:
 * Rate: what a listed freelancer asks for an hour, in the market's base currency, from low to high.
 * Middle: halfway between the two; a country's median is that of its freelancers' middles.
 * Quality interval: in which the mean score of a country's freelancers lies, 95 times of 100.
 */

/** Of the normal distribution, for 95 of 100. */
const Z = 1.96;
const SCORE_LEAST = 1;
const SCORE_MOST = 5;

/** What is known of the scores of some freelancers; those without a score are not among them. */
export type ScoreSums = {
  scored: number;
  mean: number;
  /** Of the sample; 0 for a single one. */
  variance: number;
  /** The mean of the squared standard errors of the single scores. */
  noise: number;
};

/**
 * The interval of the mean score, or null where nobody has one. It takes the larger of two doubts:
 * how much the freelancers differ among themselves, and how unsure each single score is. Five alike
 * scores from one contract each are therefore not sure.
 */
export function qualityInterval(
  sums: ScoreSums,
): { mean: number; low: number; high: number } | null {
  if (sums.scored === 0) return null;
  const half = Z * Math.sqrt(Math.max(sums.variance, sums.noise) / sums.scored);
  return {
    mean: sums.mean,
    low: Math.max(SCORE_LEAST, sums.mean - half),
    high: Math.min(SCORE_MOST, sums.mean + half),
  };
}

/** The sums of several groups as those of one: exact, as if each score had been read again. */
export function pooledScores(groups: readonly ScoreSums[]): ScoreSums {
  const scored = total(groups, (group) => group.scored);
  if (scored === 0) return { scored, mean: 0, variance: 0, noise: 0 };
  const mean = total(groups, (group) => group.scored * group.mean) / scored;
  const squares = total(
    groups,
    ({ scored: n, mean: own, variance }) => (n - 1) * variance + n * (own - mean) ** 2,
  );
  return {
    scored,
    mean,
    variance: scored === 1 ? 0 : squares / (scored - 1),
    noise: total(groups, (group) => group.scored * group.noise) / scored,
  };
}

export type AskedRate = { lowMinor: bigint; highMinor: bigint };

export type RateSpan = { lowMinor: bigint; medianMinor: bigint; highMinor: bigint };

/** Lowest, median and highest of single rates in minor units; null of none. */
export function rateSpan(rates: readonly AskedRate[]): RateSpan | null {
  const lows = rates.map((rate) => rate.lowMinor).sort(ascending);
  const highs = rates.map((rate) => rate.highMinor).sort(ascending);
  const twiceMiddles = rates.map((rate) => rate.lowMinor + rate.highMinor).sort(ascending);
  const lowMinor = lows[0];
  const highMinor = highs.at(-1);
  const below = twiceMiddles[Math.floor((rates.length - 1) / 2)];
  const above = twiceMiddles[Math.floor(rates.length / 2)];
  if (lowMinor === undefined || highMinor === undefined) return null;
  if (below === undefined || above === undefined) return null;
  return { lowMinor, medianMinor: roundMedian(Number(below + above) / 4), highMinor };
}

/** To the minor unit, half up: a median of two middles may lie between two coins. */
export function roundMedian(minor: number): bigint {
  return BigInt(Math.round(minor));
}

function total(groups: readonly ScoreSums[], part: (group: ScoreSums) => number): number {
  return groups.filter(({ scored }) => scored > 0).reduce((sum, group) => sum + part(group), 0);
}

function ascending(a: bigint, b: bigint): number {
  return Number(a - b);
}
