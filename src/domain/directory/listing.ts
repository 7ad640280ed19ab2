/**
 * What the directory knows of one listed freelancer. Terms:
 * Listing: the row a search finds a profile by; a projection of profile, party and reputation.
 * Kind: rate band, score band and availability of a listing in one number, 0 … 161; listings are
 *   counted by place, category and kind, and a facet is a sum over kinds.
 * Rank: the order of a list that nobody asked an order of.
 */
import { minorUnit } from '#domain/kernel/money.ts';
import { AVAILABILITIES, type Availability } from './freelancer-profile.ts';

export type { Availability };

/** Lower ends of the rate bands, in whole units of the base currency an hour; the last is open. */
export const RATE_EDGES = [0, 10, 20, 30, 40, 50, 75, 100, 150] as const;

/** Lower ends of the score bands above the first two, which are: no score yet, and below 3. */
export const SCORE_EDGES = [3, 3.5, 4, 4.5] as const;

const SCORE_BANDS = SCORE_EDGES.length + 2;
const KINDS_A_RATE = SCORE_BANDS * AVAILABILITIES.length;
export const KINDS = RATE_EDGES.length * KINDS_A_RATE;

/** The quality that a list assumes of somebody without a score: the middle, neither last nor first. */
const NEWCOMER_LOW = 3;

export type Kind = { rateBand: number; scoreBand: number; availability: number };

/** The band of a rate, 0 … 8. A rate at an edge belongs to the band above. */
export function rateBandOf(rateMinor: bigint, currency: string): number {
  return rateEdges(currency).findLastIndex((edge) => rateMinor >= edge);
}

/** The lower ends of the rate bands in minor units. */
export function rateEdges(currency: string): bigint[] {
  const unit = 10n ** BigInt(minorUnit(currency));
  return RATE_EDGES.map((edge) => BigInt(edge) * unit);
}

/** The band of a score, 0 … 5, as the listing keeps the score: in single precision. */
export function scoreBandOf(score: number | null): number {
  if (score === null) return 0;
  return 2 + SCORE_EDGES.findLastIndex((edge) => Math.fround(score) >= edge);
}

export const AVAILABILITY_CODES = { open: 0, limited: 1, away: 2 } as const;

export function availabilityCode(availability: Availability): number {
  return AVAILABILITY_CODES[availability];
}

export function kindOf({ rateBand, scoreBand, availability }: Kind): number {
  return rateBand * KINDS_A_RATE + scoreBand * AVAILABILITIES.length + availability;
}

export function partsOfKind(kind: number): Kind {
  return {
    rateBand: Math.floor(kind / KINDS_A_RATE),
    scoreBand: Math.floor(kind / AVAILABILITIES.length) % SCORE_BANDS,
    availability: kind % AVAILABILITIES.length,
  };
}

/** All kinds whose parts this is true of, in order. */
export function kindsWhere(holds: (kind: Kind) => boolean): number[] {
  return Array.from({ length: KINDS }, (_, kind) => kind).filter((kind) =>
    holds(partsOfKind(kind)),
  );
}

/**
 * 0 … 1: 70 % quality (lower end of the score's interval, from 1 … 5 to 0 … 1; a newcomer counts
 * as 3), 20 % experience (1 from 100 ended contracts on, growing with the logarithm), 10 %
 * availability (open 1, limited ½, away 0).
 */
export function rankOf(of: {
  qualityLow: number | null;
  contracts: number;
  availability: Availability;
}): number {
  const quality = ((of.qualityLow ?? NEWCOMER_LOW) - 1) / 4;
  const experience = Math.min(1, Math.log10(1 + of.contracts) / 2);
  const open = 1 - availabilityCode(of.availability) / 2;
  return 0.7 * quality + 0.2 * experience + 0.1 * open;
}

/** How many listings a facet or a list counts when it has to look at each: more are "more than". */
export const MOST_COUNTED = 2_000;

/** In the counts: listings of all kinds together, and of all places and categories. */
export const EVERY_KIND = -1;
export const EVERYWHERE = '';
export const EVERY_CATEGORY = 0;
