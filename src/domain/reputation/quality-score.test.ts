/** What the quality score promises (docs/quality-score.md), for any record. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMPONENTS,
  type Component,
  computeScore,
  FORMULA,
  intervalOf,
  type OutcomeInput,
  type Score,
  type ScoreSide,
} from './quality-score.ts';

const AS_OF = new Date('2026-11-22T12:00:00.000Z');
const DAY_MS = 86_400_000;
const RUNS = { numRuns: 1_000 };

const side = fc.constantFrom<ScoreSide>('client', 'freelancer');
const value = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const outcome = fc
  .record({
    otherId: fc.nat({ max: 8 }).map((number) => `party-${number}`),
    ageDays: fc.integer({ min: 0, max: 3_000 }),
    stakeInBase: fc.constantFrom(0, 50, 450, 1_600, 12_000, 800_000),
    values: fc.record(
      { stars: value, onTime: value, kept: value, decides: value, scope: value },
      { requiredKeys: ['kept'] },
    ),
  })
  .map(({ ageDays, ...rest }) => ({
    ...rest,
    endedAt: new Date(AS_OF.getTime() - ageDays * DAY_MS),
  }));

/** Up to 40 contracts with up to nine counterparties. */
const record: fc.Arbitrary<OutcomeInput[]> = fc
  .array(outcome, { minLength: 1, maxLength: 40 })
  .map((rows) => rows.map((row, place) => ({ ...row, contractId: `contract-${place}` })));

type Counted = Score & { score: number; low: number; high: number };

function score(outcomes: readonly OutcomeInput[], of: ScoreSide = 'freelancer'): Counted {
  return computeScore(outcomes, AS_OF, of) as Counted;
}

/** Half the interval, where it ends neither at 1 nor at 5. */
function half(of: Counted): number {
  return Math.max(of.score - of.low, of.high - of.score);
}

test('the parts of a side sum to one', () => {
  for (const parts of Object.values(COMPONENTS)) {
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
  }
});

test('nothing counted is no score, and begins at four stars', () => {
  expect(computeScore([], AS_OF)).toMatchObject({ score: null, low: null, weight: 0, terms: [] });
  expect(intervalOf(0, 0).score).toBe(4);
});

test('it stays between 1 and 5, within its interval', () => {
  fc.assert(
    fc.property(record, side, (rows, of) => {
      const { score: mean, low, high, weight } = score(rows, of);
      expect(weight).toBeGreaterThan(0);
      expect(low).toBeGreaterThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(5);
      expect(low).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(high);
    }),
    RUNS,
  );
});

test('a better value never lowers it, whatever the value', () => {
  fc.assert(
    fc.property(record, side, fc.nat(), value, (rows, of, pick, better) => {
      const chosen = rows[pick % rows.length] as OutcomeInput;
      for (const [name, before] of Object.entries(chosen.values) as [Component, number][]) {
        const values = { ...chosen.values, [name]: Math.max(before, better) };
        const raised = rows.map((row) => (row === chosen ? { ...row, values } : row));
        expect(score(raised, of).score).toBeGreaterThanOrEqual(score(rows, of).score - 1e-12);
      }
    }),
    RUNS,
  );
});

test('the order of the outcomes does not matter, to the last bit', () => {
  fc.assert(
    fc.property(
      record.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
      side,
      ([rows, other], of) => {
        expect(score(other, of)).toEqual(score(rows, of));
      },
    ),
    RUNS,
  );
});

test('the contributions sum to what the score is above or below four', () => {
  fc.assert(
    fc.property(record, side, (rows, of) => {
      const { terms, score: mean, weight } = score(rows, of);
      const sum = (of: 'contribution' | 'weight' | 'share') =>
        terms.reduce((total, term) => total + term[of], 0);
      expect(4 + sum('contribution')).toBeCloseTo(mean, 9);
      expect(sum('weight')).toBeCloseTo(weight, 9);
      expect(sum('share')).toBeCloseTo(1, 9);
    }),
    RUNS,
  );
});

describe('the interval shrinks with evidence', () => {
  test('whatever it says, as long as it counts', () => {
    fc.assert(
      fc.property(record, outcome, side, (rows, more, of) => {
        const before = score(rows, of);
        const after = score([...rows, { ...more, contractId: 'more' }], of);
        // Where one counterparty has had its whole say already, more of it counts nothing.
        if (after.weight > before.weight + 1e-9) expect(half(after)).toBeLessThan(half(before));
        else expect(half(after)).toBeCloseTo(half(before), 9);
      }),
      RUNS,
    );
  });

  test('three jobs at 5.0 are not three hundred at 4.9', () => {
    const jobs = (count: number, stars: number) =>
      Array.from({ length: count }, (_, place) => ({
        contractId: `contract-${place}`,
        otherId: `party-${place}`,
        endedAt: new Date(AS_OF.getTime() - place * DAY_MS),
        stakeInBase: 450,
        values: { stars, onTime: 1, kept: 1 },
      }));
    const [few, many] = [score(jobs(3, 1)), score(jobs(300, 0.975))];
    expect(few.score - few.low).toBeCloseTo(0.65, 2);
    expect(many.low).toBeGreaterThan(few.score);
    expect(many.score - many.low).toBeCloseTo(0.09, 2);
  });

  test('evidence never weighs less because there is more of it', () => {
    fc.assert(
      fc.property(record, outcome, side, (rows, more, of) => {
        const grown = [...rows, { ...more, contractId: 'more' }];
        expect(score(grown, of).weight).toBeGreaterThan(score(rows, of).weight - 1e-9);
      }),
      RUNS,
    );
  });
});

describe('one counterparty’s say is bounded', () => {
  test('it weighs at most four and three tenths of all others', () => {
    fc.assert(
      fc.property(record, side, (rows, of) => {
        const { terms } = score(rows, of);
        const raw = score(
          rows.map((row) => ({ ...row, otherId: row.contractId })),
          of,
        );
        for (const otherId of new Set(rows.map((row) => row.otherId))) {
          const own = terms.filter((term) => term.otherId === otherId);
          const weight = own.reduce((sum, term) => sum + term.weight, 0);
          const mine = new Set(own.map((term) => term.contractId));
          const others = raw.terms
            .filter((term) => !mine.has(term.contractId))
            .reduce((sum, term) => sum + term.weight / term.say, 0);
          expect(weight).toBeLessThanOrEqual(4 + 0.3 * others + 1e-9);
        }
      }),
      RUNS,
    );
  });

  test('one false star moves an established score by less than its own weight', () => {
    const established = fc
      .array(
        fc.record({
          stars: fc.constantFrom(0.75, 1, 1, 1),
          ageDays: fc.integer({ min: 0, max: 700 }),
          client: fc.nat({ max: 9 }),
          stakeInBase: fc.constantFrom(200, 1_600, 12_000),
        }),
        { minLength: 30, maxLength: 60 },
      )
      .map((rows) =>
        rows.map(({ stars, ageDays, client, stakeInBase }, place) => ({
          contractId: `contract-${place}`,
          // The first twenty have a client each, the others come back to some of them.
          otherId: `party-${place < 20 ? place : client}`,
          endedAt: new Date(AS_OF.getTime() - ageDays * DAY_MS),
          stakeInBase,
          values: { stars, onTime: 1, kept: 1 },
        })),
      );
    fc.assert(
      fc.property(established, (rows) => {
        const fake: OutcomeInput = {
          contractId: 'fake',
          otherId: 'retaliator',
          endedAt: AS_OF,
          stakeInBase: 1_600,
          values: { stars: 0, onTime: 1, kept: 1 },
        };
        const honest = { ...fake, values: { ...fake.values, stars: 1 } };
        const [before, after] = [score([...rows, honest]), score([...rows, fake])];
        const own = after.terms.find((term) => term.contractId === 'fake');
        const stars = own?.components.find((one) => one.component === 'stars');
        const share = (stars?.weight ?? 0) / (FORMULA.priorWeight + after.weight);
        const moved = (before.score - after.score) / 4;
        expect(moved).toBeGreaterThan(0);
        // A plain weighted mean would move by the share itself.
        expect(moved).toBeLessThan(0.6 * share);
      }),
      RUNS,
    );
  });
});

function shuffled<Row>(rows: Row[]): fc.Arbitrary<Row[]> {
  return fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
}
