/**
 * A small market in memory: freelancers with a hidden quality are matched by the real rule, one of
 * them is chosen, works as well as it can, and is scored by the real formula. Seeded, so that it
 * always goes the same way.
 */
import { chooseMatches, type Match } from '#domain/matching/choose-matches.ts';
import { isNewcomer, matchScore, type Offered } from '#domain/matching/match-score.ts';
import { rankOffers } from '#domain/projects/best-value.ts';
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import { computeScore, type OutcomeInput, type Score } from '#domain/reputation/quality-score.ts';

export type Market = {
  freelancers: number;
  /** The share of them that begins without a contract, 0…1. */
  newcomers: number;
  weeks: number;
  jobsAWeek: number;
  newcomerPercent: number;
  seed: number;
};

export type Simulated = {
  id: string;
  newcomer: boolean;
  /** What an outcome of its shows on average, 0…1: the formula's own mean of the hidden quality. */
  truth: number;
  jobs: number;
  score: Score;
};

type Worker = {
  id: string;
  newcomer: boolean;
  skill: number;
  rateMinor: number;
  outcomes: OutcomeInput[];
  jobs: number;
  told: number;
  score: Score;
};

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-05T00:00:00.000Z');
const PLACES = 10;
const PROPOSE = 0.6;
const TOLD_A_WEEK = 10;
const CLIENTS = 300;
const HISTORY = 8;

export function simulate(market: Market): Simulated[] {
  const chance = seeded(market.seed);
  const workers = Array.from({ length: market.freelancers }, (_, place) =>
    newWorker(place, place < market.freelancers * market.newcomers, chance),
  );
  for (const worker of workers.filter((one) => !one.newcomer)) {
    for (let done = 0; done < HISTORY; done += 1) work(worker, -chance() * 500, chance);
    rescore(worker, 0);
  }
  for (let week = 0; week < market.weeks; week += 1) {
    for (const worker of workers) worker.told = 0;
    for (let job = 0; job < market.jobsAWeek; job += 1) {
      const day = week * 7 + (7 * job) / market.jobsAWeek;
      const chosen = award(workers, market, { day, chance });
      if (chosen === undefined) continue;
      chosen.jobs += 1;
      work(chosen, day, chance);
      rescore(chosen, day);
    }
  }
  for (const worker of workers) rescore(worker, market.weeks * 7);
  return workers.map(({ id, newcomer, skill, jobs, score }) => {
    return { id, newcomer, truth: truthOf(skill), jobs, score };
  });
}

/** The marketplace tells its matches; most propose; the client takes the best value by its own weights. */
function award(
  workers: readonly Worker[],
  { newcomerPercent }: Market,
  { day, chance }: { day: number; chance: () => number },
): Worker | undefined {
  const now = new Date(START + day * DAY_MS);
  const free = workers.filter((one) => one.told < TOLD_A_WEEK && chance() < 0.5);
  const candidates = free.map((worker) => matchOf(worker, now, chance));
  const matches = chooseMatches(candidates, {
    projectId: `day ${day}`,
    places: PLACES,
    newcomerPercent,
  });
  const told = new Set(matches.map((match) => match.freelancerId));
  const asked = free.filter((worker) => told.has(worker.id));
  for (const worker of asked) worker.told += 1;
  const offers = asked
    .filter(() => chance() < PROPOSE)
    .map(({ id, rateMinor, score }) => ({
      id,
      payMinor: BigInt(rateMinor) * 20n,
      deliveryDays: 5 + Math.floor(chance() * 16),
      qualityLow: score.low ?? NEWCOMER_INTERVAL.low,
      qualityHigh: score.high ?? NEWCOMER_INTERVAL.high,
    }));
  const weights = { price: chance(), time: chance(), quality: chance() };
  const best = rankOffers(offers, weights).fits[0];
  return workers.find(({ id }) => id === best?.id);
}

function matchOf(worker: Worker, now: Date, chance: () => number): Match {
  const offered: Offered = {
    categories: ['software'],
    skills: [],
    rateLowMinor: worker.rateMinor,
    qualityLow: worker.score.low,
    contracts: worker.outcomes.length,
    hoursShared: Math.floor(chance() * 9),
    availability: 'open',
    awayUntil: null,
    hoursAWeek: null,
    responseRate: null,
    responseHours: null,
    responseCount: 0,
  };
  const wanted = { category: 'software', family: [], skills: [], ceilingMinor: 4_000 };
  const { score, reasons } = matchScore(wanted, offered, now);
  const newcomer = isNewcomer(offered);
  return { freelancerId: worker.id, name: worker.id, country: null, score, newcomer, reasons };
}

function newWorker(place: number, newcomer: boolean, chance: () => number): Worker {
  const skill = clamp(0.82 + 0.12 * normal(chance));
  const rateMinor = Math.round(2_000 + 3_000 * chance());
  const id = `freelancer-${String(place).padStart(3, '0')}`;
  const score = computeScore([], new Date(START));
  return { id, newcomer, skill, rateMinor, outcomes: [], jobs: 0, told: 0, score };
}

const NOISE = 0.15;

/** One contract: stars around the skill, in time and kept as often as the skill says. */
function work(worker: Worker, day: number, chance: () => number): void {
  const { id, skill, outcomes } = worker;
  const stars = Math.round(4 * clamp(skill + NOISE * normal(chance))) / 4;
  outcomes.push({
    contractId: `${id}-${String(outcomes.length).padStart(4, '0')}`,
    otherId: `client-${Math.floor(chance() * CLIENTS)}`,
    endedAt: new Date(START + day * DAY_MS),
    stakeInBase: 100 * 10 ** (chance() * 2),
    values: { stars, onTime: chance() < skill ? 1 : 0, kept: chance() < keeps(skill) ? 1 : 0 },
  });
}

function keeps(skill: number): number {
  return 0.5 + skill / 2;
}

function truthOf(skill: number): number {
  // The mean of rounded and clipped stars, by integration over the noise.
  const steps = 400;
  let mean = 0;
  let mass = 0;
  for (let step = 0; step <= steps; step += 1) {
    const z = -4 + (8 * step) / steps;
    const density = Math.exp((-z * z) / 2);
    mean += density * (Math.round(4 * clamp(skill + NOISE * z)) / 4);
    mass += density;
  }
  return 0.6 * (mean / mass) + 0.2 * skill + 0.2 * keeps(skill);
}

function rescore(worker: Worker, day: number): void {
  worker.score = computeScore(worker.outcomes, new Date(START + day * DAY_MS));
}

/** Spearman's rank correlation. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const a = ranks(pairs.map(([x]) => x));
  const b = ranks(pairs.map(([, y]) => y));
  const middle = (pairs.length - 1) / 2;
  const dot = (x: number[], y: number[]) =>
    x.reduce((sum, one, place) => sum + (one - middle) * ((y[place] ?? 0) - middle), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, place) => ({ value, place }));
  order.sort((a, b) => a.value - b.value || a.place - b.place);
  const found = new Array<number>(values.length);
  order.forEach(({ place }, rank) => {
    found[place] = rank;
  });
  return found;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Box and Muller's. */
function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** mulberry32: 0…1, the same row of numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
