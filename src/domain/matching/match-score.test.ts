import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import { chooseMatches, type Match, newcomerPlaces } from './choose-matches.ts';
import {
  bestReason,
  bestReasons,
  matchScore,
  type Offered,
  PARTS,
  type Wanted,
} from './match-score.ts';

const now = new Date('2026-11-21T12:00:00Z');

const wanted: Wanted = {
  category: 'architectural-illustration',
  family: ['architectural-illustration', 'software'],
  skills: ['exterior-rendering', 'interior-rendering'],
  ceilingMinor: 4_000,
};

const perfect: Offered = {
  categories: ['architectural-illustration'],
  skills: ['exterior-rendering', 'interior-rendering', 'photo-montage'],
  rateLowMinor: 4_000,
  qualityLow: 5,
  contracts: 40,
  hoursShared: 8,
  availability: 'open',
  awayUntil: null,
  hoursAWeek: 40,
  responseRate: 1,
  responseHours: 0,
  responseCount: 100_000,
};

const slug = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const slugs = fc.uniqueArray(slug, { maxLength: 6 });
const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  category: slug,
  family: slugs,
  skills: slugs,
  ceilingMinor: fc.option(fc.integer({ min: 1, max: 50_000 })),
});
const anyOffered: fc.Arbitrary<Offered> = fc.record({
  categories: slugs,
  skills: slugs,
  rateLowMinor: fc.option(fc.integer({ min: 1, max: 100_000 })),
  qualityLow: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
  contracts: fc.nat(500),
  hoursShared: fc.option(fc.double({ min: 0, max: 8, noNaN: true })),
  availability: fc.constantFrom('open', 'limited', 'away'),
  awayUntil: fc.constantFrom(null, '2026-11-20', '2026-11-21', '2026-12-24'),
  hoursAWeek: fc.option(fc.integer({ min: 1, max: 168 })),
  responseRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  responseHours: fc.option(fc.double({ min: 0, max: 500, noNaN: true })),
  responseCount: fc.nat(50),
});

const scoreOf = (of: Wanted, by: Offered) => matchScore(of, by, now).score;

describe('the score', () => {
  test('who has everything gets all points', () => {
    expect(scoreOf(wanted, perfect)).toBe(100);
    expect(Object.values(PARTS).reduce((sum, of) => sum + of, 0)).toBe(100);
  });

  test('is the sum of its reasons, each within its bounds', () => {
    fc.assert(
      fc.property(anyWanted, anyOffered, (of, by) => {
        const { score, reasons } = matchScore(of, by, now);
        for (const { part, points, of: most } of reasons) {
          expect(most).toBe(PARTS[part]);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(most);
        }
        const sum = reasons.reduce((all, one) => all + one.points, 0);
        expect(score).toBeCloseTo(sum, 9);
        expect(JSON.parse(JSON.stringify(reasons))).toEqual(reasons);
      }),
    );
  });

  const better: [string, (by: Offered, more: number) => Offered][] = [
    ['one skill more', (by) => ({ ...by, skills: [...by.skills, 'a'] })],
    ['one category more', (by) => ({ ...by, categories: [...by.categories, 'b'] })],
    [
      'a lower rate',
      (by, more) => ({
        ...by,
        rateLowMinor: by.rateLowMinor && Math.max(1, by.rateLowMinor - more),
      }),
    ],
    [
      'a higher quality',
      (by, more) => ({ ...by, qualityLow: by.qualityLow && Math.min(5, by.qualityLow + more) }),
    ],
    [
      'more shared hours',
      (by, more) => ({ ...by, hoursShared: by.hoursShared && Math.min(8, by.hoursShared + more) }),
    ],
    ['being open', (by) => ({ ...by, availability: 'open' })],
    [
      'answering more often',
      (by, more) => ({
        ...by,
        responseRate: by.responseRate && Math.min(1, by.responseRate + more / 100),
      }),
    ],
    [
      'answering faster',
      (by, more) => ({
        ...by,
        responseHours: by.responseHours && Math.max(0, by.responseHours - more),
      }),
    ],
  ];
  test.each(better)('never falls with %s', (_name, improve) => {
    fc.assert(
      fc.property(anyWanted, anyOffered, fc.nat(100), (of, by, more) => {
        expect(scoreOf(of, improve(by, more))).toBeGreaterThanOrEqual(scoreOf(of, by));
      }),
    );
  });

  test('never falls with a higher budget', () => {
    fc.assert(
      fc.property(anyWanted, anyOffered, fc.nat(10_000), (of, by, more) => {
        const raised = { ...of, ceilingMinor: of.ceilingMinor && of.ceilingMinor + more };
        expect(scoreOf(raised, by)).toBeGreaterThanOrEqual(scoreOf(of, by));
      }),
    );
  });

  test('does not ask in which order skills and categories stand', () => {
    fc.assert(
      fc.property(anyWanted, anyOffered, (of, by) => {
        const turned = { ...by, skills: [...by.skills].reverse() };
        expect(scoreOf({ ...of, skills: [...of.skills].reverse() }, turned)).toBe(scoreOf(of, by));
      }),
    );
  });
});

test('the reasons name what counts, in plain values', () => {
  const { reasons } = matchScore(wanted, { ...perfect, hoursShared: 6.5 }, now);
  expect(reasons.map((one) => one.says.key)).toEqual([
    'fit_same',
    'rate_within',
    'quality_counted',
    'time_shared',
    'available_open',
    'response_counted',
  ]);
  expect(reasons[0]?.says).toMatchObject({ skills: wanted.skills, asked: 2 });
  expect(reasons[3]).toMatchObject({ points: 8.1, of: 10, says: { hours: 6.5 } });
  expect(bestReason(reasons)?.part).toBe('fit');
  expect(bestReasons(reasons).map((one) => one.part)).toEqual(['fit', 'rate']);
});

test('who is new gets the low end that everybody begins with, not nothing', () => {
  const { reasons } = matchScore(
    wanted,
    { ...perfect, qualityLow: null, contracts: 0, responseRate: null, responseHours: null },
    now,
  );
  const points = Object.fromEntries(reasons.map((one) => [one.part, one.points]));
  const quality = Math.round(((NEWCOMER_INTERVAL.low - 1) / 4) * 150) / 10;
  expect(points).toMatchObject({ quality, response: 6.7 });
  expect(quality).toBeGreaterThan(4);
});

test('an absence that is over counts no more', () => {
  const away = { ...perfect, availability: 'away' as const };
  expect(scoreOf(wanted, { ...away, awayUntil: '2026-11-21' })).toBe(100);
  expect(scoreOf(wanted, { ...away, awayUntil: '2026-11-22' })).toBe(90);
  expect(scoreOf(wanted, { ...away, awayUntil: null })).toBe(90);
});

describe('the choice', () => {
  const match = (id: string, score: number, newcomer = false, response = 5): Match => ({
    freelancerId: id,
    name: id,
    country: null,
    score,
    newcomer,
    reasons: [{ part: 'response', points: response, of: 10, says: { key: 'response_new' } }],
  });
  const ids = (list: Match[]) => list.map((one) => one.freelancerId);

  test('keeps its share for newcomers, the best of them first', () => {
    const old = Array.from({ length: 20 }, (_, n) => match(`old${n}`, 90 - n));
    const young = Array.from({ length: 5 }, (_, n) => match(`new${n}`, 40 - n, true));
    const chosen = chooseMatches([...young, ...old], {
      projectId: 'p',
      places: 10,
      newcomerPercent: 20,
    });
    expect(chosen).toHaveLength(10);
    expect(ids(chosen.filter((one) => one.newcomer))).toEqual(['new0', 'new1']);
    expect(ids(chosen).slice(0, 8)).toEqual(ids(old.slice(0, 8)));
  });

  test('gives places that nobody of them takes to the others', () => {
    const old = [match('a', 50), match('b', 60)];
    const chosen = chooseMatches([...old, match('n', 10, true)], {
      projectId: 'p',
      places: 3,
      newcomerPercent: 50,
    });
    expect(ids(chosen)).toEqual(['b', 'a', 'n']);
    expect(chooseMatches(old, { projectId: 'p', places: 2, newcomerPercent: 50 })).toHaveLength(2);
  });

  test('a newcomer also wins a place that is kept for nobody', () => {
    const young = [match('x', 80, true), match('y', 70, true)];
    const chosen = chooseMatches([...young, match('z', 75)], {
      projectId: 'p',
      places: 2,
      newcomerPercent: 0,
    });
    expect(ids(chosen)).toEqual(['x', 'z']);
  });

  test('a tie goes to the better answerer, whatever the order they come in', () => {
    const all = [match('c', 50), match('b', 50), match('d', 50, false, 9)];
    const choice = { projectId: 'p', places: 3, newcomerPercent: 20 };
    const chosen = ids(chooseMatches(all, choice));
    expect(chosen[0]).toBe('d');
    expect(ids(chooseMatches([...all].reverse(), choice))).toEqual(chosen);
  });

  test('equals are drawn by lot: over many projects each of them comes first about as often', () => {
    const equals = Array.from({ length: 5 }, (_, n) => match(`equal${n}`, 50, true));
    const first = new Map<string, number>();
    for (let n = 0; n < 500; n += 1) {
      const choice = { projectId: `project${n}`, places: 1, newcomerPercent: 100 };
      const [id = ''] = ids(chooseMatches(equals, choice));
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    expect(first.size).toBe(5);
    expect(Math.min(...first.values())).toBeGreaterThan(50);
  });

  test('the share is rounded up', () => {
    expect(newcomerPlaces(10, 20)).toBe(2);
    expect(newcomerPlaces(3, 20)).toBe(1);
    expect(newcomerPlaces(10, 0)).toBe(0);
  });
});
