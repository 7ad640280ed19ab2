import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Offer, percentsOf, rankOffers, sharesOf, type Weights } from './best-value.ts';

const offer = fc
  .record({
    id: fc.uuid(),
    payMinor: fc.bigInt(1n, 10n ** 12n),
    deliveryDays: fc.integer({ min: 1, max: 1_825 }),
    qualityLow: fc.double({ min: 1, max: 5, noNaN: true }),
    wide: fc.double({ min: 0, max: 4, noNaN: true }),
  })
  .map(({ wide, ...one }) => ({ ...one, qualityHigh: Math.min(5, one.qualityLow + wide) }));
const offers = fc.uniqueArray(offer, { minLength: 1, maxLength: 12, selector: (one) => one.id });
const weight = fc.integer({ min: 0, max: 100 });
const weights = fc.record({ price: weight, time: weight, quality: weight });

/** The four of a street in Cork: the cheap one, the sure one, the fast one, the new one. */
const FOUR: Offer[] = [
  { id: 'a', payMinor: 56_000n, deliveryDays: 14, qualityLow: 4.72, qualityHigh: 4.92 },
  { id: 'b', payMinor: 51_200n, deliveryDays: 18, qualityLow: 4.56, qualityHigh: 4.84 },
  { id: 'c', payMinor: 96_000n, deliveryDays: 12, qualityLow: 4.32, qualityHigh: 4.84 },
  { id: 'd', payMinor: 259_200n, deliveryDays: 9, qualityLow: 4.8, qualityHigh: 4.92 },
];
const USUAL: Weights = { price: 40, time: 20, quality: 40 };

const rank = (list: readonly Offer[], by: Weights) => rankOffers(list, by).fits.map(({ id }) => id);
const only = (list: readonly Offer[], id: string, by: Weights) =>
  rankOffers(list, by).fits.find((one) => one.id === id)?.fit ?? Number.NaN;

describe('best value', () => {
  test('is the sum anyone gets by hand', () => {
    const { fits } = rankOffers(FOUR, USUAL);
    expect(fits.map(({ id, place }) => [id, place])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 4],
    ]);
    const byHand = (512 / 560) * 40 + (9 / 14) * 20 + (3.72 / 4) * 40;
    expect(fits[0]?.fit).toBeCloseTo(byHand, 9);
    expect(fits[0]?.points.price).toBeCloseTo(91.4286, 4);
  });

  test('says equal when the intervals meet, and a lead when they do not', () => {
    const close = rankOffers(FOUR.slice(0, 2), USUAL).verdict;
    expect(close).toMatchObject({ says: 'equal', firstId: 'a', withIds: ['b'] });
    const far = rankOffers([FOUR[0], FOUR[3]] as Offer[], USUAL).verdict;
    expect(far).toMatchObject({ says: 'lead', firstId: 'a', secondId: 'd' });
    expect(rankOffers(FOUR.slice(0, 1), USUAL).verdict).toEqual({ says: 'alone', firstId: 'a' });
    expect(rankOffers([], USUAL)).toMatchObject({ fits: [], verdict: { says: 'none' } });
  });

  test('by price alone a lead needs no interval', () => {
    const { verdict } = rankOffers(FOUR.slice(0, 2), { price: 1, time: 0, quality: 0 });
    expect(verdict).toMatchObject({ says: 'lead', firstId: 'b' });
  });

  test('gives equal fits one place', () => {
    const twins = FOUR.slice(0, 1).flatMap((one) => [one, { ...one, id: 'z' }]);
    expect(rankOffers(twins, USUAL).fits.map(({ place }) => place)).toEqual([1, 1]);
  });

  test('lies between 0 and 100, and its parts add up', () => {
    fc.assert(
      fc.property(offers, weights, (list, by) => {
        for (const one of rankOffers(list, by).fits) {
          expect(one.fit).toBeGreaterThanOrEqual(0);
          expect(one.fit).toBeLessThanOrEqual(100 + 1e-9);
          expect(one.fitHigh).toBeGreaterThanOrEqual(one.fit - 1e-9);
          const { price, time, quality } = one.parts;
          expect(price + time + quality).toBeCloseTo(one.fit, 9);
        }
      }),
    );
  });

  test('never falls when an offer gets cheaper, faster or surer', () => {
    fc.assert(
      fc.property(offers, weights, (list, by) => {
        const [first, ...others] = list;
        if (first === undefined) return;
        const before = only(list, first.id, by);
        const better: Offer[] = [
          { ...first, payMinor: first.payMinor - first.payMinor / 3n },
          { ...first, deliveryDays: Math.max(1, first.deliveryDays - 5) },
          { ...first, qualityLow: first.qualityHigh },
        ];
        for (const one of better) {
          expect(only([one, ...others], first.id, by)).toBeGreaterThanOrEqual(before - 1e-9);
        }
      }),
    );
  });

  test('is the same in another currency and for other sizes of weights', () => {
    fc.assert(
      fc.property(offers, weights, fc.integer({ min: 2, max: 900 }), (list, by, times) => {
        const dear = list.map((one) => ({ ...one, payMinor: one.payMinor * BigInt(times) }));
        const large = { price: by.price * 7, time: by.time * 7, quality: by.quality * 7 };
        for (const one of list) {
          expect(only(dear, one.id, by)).toBeCloseTo(only(list, one.id, by), 6);
          expect(only(list, one.id, large)).toBeCloseTo(only(list, one.id, by), 6);
        }
      }),
    );
  });

  test('does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(offers, weights, (list, by) => {
        expect(rankOffers([...list].reverse(), by)).toEqual(rankOffers(list, by));
      }),
    );
  });

  test('by one thing alone ranks by that', () => {
    fc.assert(
      fc.property(offers, (list) => {
        const of = (id: string) => list.find((one) => one.id === id) as Offer;
        const byPrice = rank(list, { price: 100, time: 0, quality: 0 }).map(
          (id) => of(id).payMinor,
        );
        expect(byPrice).toEqual([...byPrice].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
        const byTime = rank(list, { price: 0, time: 100, quality: 0 });
        const days = byTime.map((id) => of(id).deliveryDays);
        expect(days).toEqual([...days].sort((a, b) => a - b));
        const byQuality = rank(list, { price: 0, time: 0, quality: 100 });
        const lows = byQuality.map((id) => of(id).qualityLow);
        for (const [at, low] of lows.entries()) {
          expect(low).toBeLessThanOrEqual((lows[at - 1] ?? 5) + 1e-9);
        }
      }),
    );
  });

  test('shows shares that add up to 100', () => {
    fc.assert(
      fc.property(weights, (by) => {
        const { price, time, quality } = percentsOf(by);
        expect(price + time + quality).toBe(100);
        const shares = sharesOf(by);
        expect(shares.price + shares.time + shares.quality).toBeCloseTo(1, 12);
      }),
    );
    expect(percentsOf({ price: 0, time: 0, quality: 0 })).toEqual({
      price: 34,
      time: 33,
      quality: 33,
    });
    expect(percentsOf({ price: 60, time: 20, quality: 40 })).toEqual({
      price: 50,
      time: 17,
      quality: 33,
    });
  });
});
