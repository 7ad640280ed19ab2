import { describe, expect, test } from 'vitest';
import { pooledScores, qualityInterval, rateSpan } from './rate.ts';
import { countriesWhere } from './rate-question.ts';

describe('the span of rates', () => {
  test('goes from the lowest low to the highest high, with the median of the middles', () => {
    const rates = [
      { lowMinor: 2_000n, highMinor: 2_500n },
      { lowMinor: 1_000n, highMinor: 6_000n },
      { lowMinor: 1_500n, highMinor: 1_501n },
    ];
    expect(rateSpan(rates)).toEqual({ lowMinor: 1_000n, medianMinor: 2_250n, highMinor: 6_000n });
  });

  test('of an even number lies between the two middle ones, half up', () => {
    const rates = [
      { lowMinor: 1_000n, highMinor: 1_000n },
      { lowMinor: 1_001n, highMinor: 1_001n },
    ];
    expect(rateSpan(rates)?.medianMinor).toBe(1_001n);
    expect(rateSpan([])).toBeNull();
  });
});

describe('the quality interval of a country', () => {
  const sums = { mean: 4.5, variance: 0.04, noise: 0.01 };

  test('shrinks with more freelancers, and holds the mean', () => {
    const widths = [1, 4, 16].map((scored) => {
      const found = qualityInterval({ ...sums, scored });
      expect(found?.mean).toBe(4.5);
      return (found?.high ?? 0) - (found?.low ?? 0);
    });
    expect(widths[1]).toBeCloseTo(0.392, 9);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  test('is as wide as the single scores are unsure, however alike they are', () => {
    const alike = qualityInterval({ ...sums, variance: 0, scored: 4 });
    expect(alike?.low).toBeCloseTo(4.5 - 1.96 * 0.05, 9);
  });

  test('stays between 1 and 5, and is nothing without scores', () => {
    expect(qualityInterval({ mean: 4.9, variance: 1, noise: 0, scored: 1 })?.high).toBe(5);
    expect(qualityInterval({ mean: 1.1, variance: 1, noise: 0, scored: 1 })?.low).toBe(1);
    expect(qualityInterval({ mean: 0, variance: 0, noise: 0, scored: 0 })).toBeNull();
  });
});

test('pooled scores are those of everybody together', () => {
  const sums = (scores: number[]) => {
    const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
    const squares = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const variance = scores.length === 1 ? 0 : squares / (scores.length - 1);
    return { scored: scores.length, mean, variance, noise: 0.02 };
  };
  const nobody = { scored: 0, mean: 0, variance: 0, noise: 0 };
  const together = pooledScores([sums([4.1, 4.7, 3.2]), nobody, sums([4.9]), sums([2.5, 4.4])]);
  const all = sums([4.1, 4.7, 3.2, 4.9, 2.5, 4.4]);
  expect(together.scored).toBe(6);
  expect(together.mean).toBeCloseTo(all.mean, 12);
  expect(together.variance).toBeCloseTo(all.variance, 12);
  expect(together.noise).toBeCloseTo(0.02, 12);
  expect(pooledScores([nobody])).toEqual(nobody);
});

describe('the countries asked for', () => {
  test('are all of them without a question, or without a country to look from', () => {
    expect(countriesWhere({})).toBeNull();
    expect(countriesWhere({ shore: 'nearshore', hoursShared: 4 })).toBeNull();
  });

  test('fulfil every wish at once', () => {
    const near = countriesWhere({ from: 'GB', shore: 'nearshore', region: 'europe' });
    expect(near).toContain('ES');
    expect(near).not.toContain('GB');
    const awake = countriesWhere({ from: 'GB', hoursShared: 4 });
    expect(awake).toContain('ZA');
    expect(awake).not.toContain('US');
    expect(countriesWhere({ from: 'GB', shore: 'onshore', country: 'ES' })).toEqual([]);
  });
});
