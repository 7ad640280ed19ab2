/**
 * Glossary. A *match* is a freelancer whom the marketplace would tell of a project, with a *match
 * score* of 0 to 100 points and the *reasons* that they are the sum of. A *newcomer* has fewer than
 * three counted contracts. docs/matching.md shows this formula to everybody.
 */
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';

/** What a part is worth at most; together 100. */
export const PARTS = {
  fit: 35,
  rate: 20,
  quality: 15,
  time: 10,
  availability: 10,
  response: 10,
} as const;

export type Part = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as Part[];

/** Contracts counted in the quality score from which on somebody is no newcomer. */
export const NEWCOMER_CONTRACTS = 3;

/** What a project asks for, in the words of the directory. */
export type Wanted = {
  /** Its category, and the slugs of all categories of the same family. */
  category: string;
  family: readonly string[];
  /** Slugs of the skills it names and the directory knows. */
  skills: readonly string[];
  /** What an hour may cost, in minor units of the base currency; null where nothing says so. */
  ceilingMinor: number | null;
};

export type Offered = {
  categories: readonly string[];
  skills: readonly string[];
  /** By the hour, in minor units of the base currency; null while none is named. */
  rateLowMinor: number | null;
  /** The low end of the quality score, 1 to 5; null while nothing was counted. */
  qualityLow: number | null;
  contracts: number;
  /** Hours of both working days that overlap, 0 to 8; null where a clock is not known. */
  hoursShared: number | null;
  availability: 'open' | 'limited' | 'away';
  /** A day such as 2026-12-24. */
  awayUntil: string | null;
  hoursAWeek: number | null;
  /** Answered invitations among those of the last 180 days, 0 to 1, and the median hours to them. */
  responseRate: number | null;
  responseHours: number | null;
  responseCount: number;
};

export type ReasonValue = string | number | boolean | null | string[];

/** Plain data: `key` names the sentence, the other values stand in it. Every door has its words. */
export type Says = { key: ReasonKey; [value: string]: ReasonValue };

export type ReasonKey =
  | 'fit_same'
  | 'fit_family'
  | 'fit_other'
  | 'rate_within'
  | 'rate_above'
  | 'rate_open'
  | 'quality_counted'
  | 'quality_new'
  | 'time_shared'
  | 'time_unknown'
  | 'available_open'
  | 'available_limited'
  | 'available_away'
  | 'response_counted'
  | 'response_new';

/** `points` of `of`, both with at most one decimal. */
export type Reason = { part: Part; points: number; of: number; says: Says };

export type Score = { score: number; reasons: Reason[] };

const CATEGORY_SHARE = 3 / 7;
const FAMILY_SHARE = 1 / 3;
/** A rate this many times above the ceiling gets nothing. */
const TOO_DEAR = 0.5;
const UNKNOWN_SHARE = 0.5;
const LIMITED_SHARE = 0.6;
const RESPONSE_PRIOR = { rate: 0.75, count: 2 } as const;
const RATE_SHARE = 0.7;
const DAY_HOURS = 24;

/** How well a freelancer fits a project at `now`: each part is bounded and never falls when its input grows better. */
export function matchScore(wanted: Wanted, offered: Offered, now: Date): Score {
  const reasons = [
    fitOf(wanted, offered),
    rate(wanted, offered),
    quality(offered),
    time(offered),
    availability(offered, now),
    response(offered),
  ];
  const tenths = reasons.reduce((sum, one) => sum + Math.round(one.points * 10), 0);
  return { score: tenths / 10, reasons };
}

/** Whether the freelancer takes no work today. An absence that is over counts no more. */
export function isAway(offered: Pick<Offered, 'availability' | 'awayUntil'>, now: Date): boolean {
  if (offered.availability !== 'away') return false;
  return offered.awayUntil === null || offered.awayUntil > now.toISOString().slice(0, 10);
}

export function isNewcomer(offered: Pick<Offered, 'contracts'>): boolean {
  return offered.contracts < NEWCOMER_CONTRACTS;
}

/** The reason that gives the most points; at a tie the one with the larger share of its part. */
export function bestReason(reasons: readonly Reason[]): Reason | undefined {
  return [...reasons].sort((a, b) => b.points - a.points || byShare(a, b))[0];
}

/**
 * The reason that gives the most points and, beside it, the one that best tells somebody from the
 * others on a list: all of them fit, and nearly all are free.
 */
export function bestReasons(reasons: readonly Reason[]): Reason[] {
  const first = bestReason(reasons);
  const telling = reasons.filter((one) => one !== first && TELLING.has(one.says.key));
  const second = telling.sort(byShare)[0];
  return [first, second].filter((one) => one !== undefined);
}

const TELLING: ReadonlySet<ReasonKey> = new Set([
  'rate_within',
  'quality_counted',
  'time_shared',
  'response_counted',
]);

function byShare(a: Reason, b: Reason): number {
  return b.points / b.of - a.points / a.of || b.of - a.of;
}

function fitOf(wanted: Wanted, offered: Offered): Reason {
  const has = new Set(offered.skills);
  const skills = wanted.skills.filter((skill) => has.has(skill));
  const same = offered.categories.includes(wanted.category);
  const near = !same && offered.categories.some((one) => wanted.family.includes(one));
  const field = same ? 1 : near ? FAMILY_SHARE : 0;
  const asked = wanted.skills.length;
  const share =
    asked === 0 ? field : CATEGORY_SHARE * field + (1 - CATEGORY_SHARE) * (skills.length / asked);
  const key = same ? 'fit_same' : near ? 'fit_family' : 'fit_other';
  return reason('fit', share, { key, category: wanted.category, skills, asked });
}

function rate({ ceilingMinor }: Wanted, { rateLowMinor }: Offered): Reason {
  if (ceilingMinor === null || rateLowMinor === null)
    return reason('rate', UNKNOWN_SHARE, { key: 'rate_open', rateLowMinor });
  const above = (rateLowMinor - ceilingMinor) / ceilingMinor;
  const key = above <= 0 ? 'rate_within' : 'rate_above';
  return reason('rate', 1 - Math.max(0, above) / TOO_DEAR, { key, rateLowMinor, ceilingMinor });
}

function quality({ qualityLow, contracts }: Offered): Reason {
  const share = ((qualityLow ?? NEWCOMER_INTERVAL.low) - 1) / 4;
  if (qualityLow === null) return reason('quality', share, { key: 'quality_new' });
  const low = Math.round(qualityLow * 100) / 100;
  return reason('quality', share, { key: 'quality_counted', low, contracts });
}

function time({ hoursShared }: Offered): Reason {
  if (hoursShared === null) return reason('time', UNKNOWN_SHARE, { key: 'time_unknown' });
  return reason('time', hoursShared / 8, { key: 'time_shared', hours: hoursShared });
}

function availability(offered: Offered, now: Date): Reason {
  if (isAway(offered, now)) {
    return reason('availability', 0, { key: 'available_away', until: offered.awayUntil });
  }
  if (offered.availability === 'limited') {
    const hoursAWeek = offered.hoursAWeek;
    return reason('availability', LIMITED_SHARE, { key: 'available_limited', hoursAWeek });
  }
  return reason('availability', 1, { key: 'available_open' });
}

/** A short record counts as if two invitations more had been answered three times out of four. */
function response(offered: Offered): Reason {
  const { responseRate, responseHours, responseCount: count } = offered;
  const known = responseRate === null ? 0 : count;
  const prior = RESPONSE_PRIOR.rate * RESPONSE_PRIOR.count;
  const smoothed = ((responseRate ?? 0) * known + prior) / (known + RESPONSE_PRIOR.count);
  const speed =
    responseHours === null ? UNKNOWN_SHARE : DAY_HOURS / (DAY_HOURS + Math.max(0, responseHours));
  const share = RATE_SHARE * smoothed + (1 - RATE_SHARE) * speed;
  if (known === 0) return reason('response', share, { key: 'response_new' });
  const hours = responseHours === null ? null : Math.round(responseHours * 10) / 10;
  const says = { key: 'response_counted', rate: Math.round(smoothed * 100) / 100 } as const;
  return reason('response', share, { ...says, hours, count });
}

function reason(part: Part, share: number, says: Says): Reason {
  const of = PARTS[part];
  const bounded = Math.min(1, Math.max(0, share));
  return { part, points: Math.round(bounded * of * 10) / 10, of, says };
}
