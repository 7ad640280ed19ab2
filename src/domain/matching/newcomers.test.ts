import { expect, test } from 'vitest';
import { computeScore, type OutcomeInput } from '#domain/reputation/quality-score.ts';
import { chooseMatches, type Match } from './choose-matches.ts';
import { isNewcomer, matchScore, type Offered, type Wanted } from './match-score.ts';

/** Half a year of a trade with 60 established freelancers and 30 who have just come. */
const OLD = 60;
const NEW = 30;
const WEEKS = 26;
const PROJECTS_A_WEEK = 8;
const PLACES = 10;
const CAP = 10;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 5);

const wanted: Wanted = { category: 'a', family: ['a'], skills: ['s'], ceilingMinor: 3_000 };

type Person = Offered & { id: string; ability: number; outcomes: OutcomeInput[]; told: number };

/** The same numbers in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function person(n: number, draw: () => number): Person {
  const established = n < OLD;
  const made: Person = {
    id: `freelancer ${n}`,
    ability: 0.6 + 0.4 * draw(),
    outcomes: [],
    told: 0,
    categories: ['a'],
    skills: ['s'],
    rateLowMinor: 1_500 + Math.round(2_000 * draw()),
    qualityLow: null,
    contracts: 0,
    hoursShared: Math.round(8 * draw()),
    availability: 'open',
    awayUntil: null,
    hoursAWeek: 40,
    responseRate: established ? 0.9 : null,
    responseHours: established ? 6 : null,
    responseCount: established ? 20 : 0,
  };
  for (let k = 0; established && k < 12; k += 1) end(made, START - k * 20 * DAY_MS, draw);
  return made;
}

/** A contract ends, and the score is what the public formula makes of it. */
function end(by: Person, at: number, draw: () => number): void {
  const stars = Math.min(1, Math.max(0, by.ability + 0.3 * (draw() - 0.5)));
  by.outcomes.push({
    contractId: `${by.id} ${by.outcomes.length}`,
    otherId: `client ${Math.floor(1_000 * draw())}`,
    endedAt: new Date(at),
    stakeInBase: 400,
    values: { stars, onTime: 1, kept: 1 },
  });
  by.qualityLow = computeScore(by.outcomes, new Date(at)).low;
  by.contracts = by.outcomes.length;
}

/** Somebody of those who were told gets the work: rather one with more points. */
function award(told: readonly Match[], draw: () => number): Match | undefined {
  const weights = told.map((one) => Math.exp(one.score / 10));
  let left = draw() * weights.reduce((sum, one) => sum + one, 0);
  return told.find((_one, place) => {
    left -= weights[place] ?? 0;
    return left <= 0;
  });
}

function simulate(newcomerPercent: number) {
  const draw = dice(7);
  const people = Array.from({ length: OLD + NEW }, (_, n) => person(n, draw));
  const byId = new Map(people.map((one) => [one.id, one]));
  let most = 0;
  for (let week = 0; week < WEEKS; week += 1) {
    const now = new Date(START + week * 7 * DAY_MS);
    for (const one of people) one.told = 0;
    for (let project = 0; project < PROJECTS_A_WEEK; project += 1) {
      const open = people.filter((one) => one.told < CAP);
      const matches = open.map((one) => ({
        freelancerId: one.id,
        name: one.id,
        country: null,
        newcomer: isNewcomer(one),
        ...matchScore(wanted, one, now),
      }));
      const told = chooseMatches(matches, { projectId: 'p', places: PLACES, newcomerPercent });
      for (const { freelancerId } of told) {
        const one = byId.get(freelancerId);
        if (one === undefined) continue;
        one.told += 1;
        most = Math.max(most, one.told);
      }
      const winner = byId.get(award(told, draw)?.freelancerId ?? '');
      if (winner !== undefined) end(winner, now.getTime(), draw);
    }
  }
  const came = people.slice(OLD);
  return {
    most,
    started: came.filter((one) => one.contracts > 0).length,
    contracts: came.reduce((sum, one) => sum + one.contracts, 0),
  };
}

test('newcomers get work, because a share of the places is theirs', () => {
  const with20 = simulate(20);
  const without = simulate(0);
  expect(with20.most).toBeLessThanOrEqual(CAP);
  const projects = WEEKS * PROJECTS_A_WEEK;
  expect(with20.contracts).toBeGreaterThan(0.1 * projects);
  expect(with20.started).toBeGreaterThanOrEqual(8);
  expect(with20.started).toBeGreaterThan(2 * without.started);
});
