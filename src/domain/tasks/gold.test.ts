import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tripsBreaker } from './breaker.ts';
import { goldWanted, wantsGold } from './gold.ts';

test('after n tasks, the share of gold is the one asked for, to within one task', () => {
  const percent = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(percent, fc.integer({ min: 1, max: 400 }), (share, tasks) => {
      let goldHanded = 0;
      for (let handed = 0; handed < tasks; handed += 1) {
        if (wantsGold({ handed, goldHanded }, share)) goldHanded += 1;
      }
      expect(goldHanded).toBe(Math.floor((tasks * share) / 100));
    }),
  );
});

test('gold tasks together are wanted often enough for their share', () => {
  const share = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 100_000n }),
      fc.integer({ min: 1, max: 100 }),
      share,
      (ordinary, tasks, percent) => {
        const gold = goldWanted(ordinary, tasks, percent) * tasks;
        expect(gold).toBeGreaterThanOrEqual(tasks);
        expect(gold * (100 - percent)).toBeGreaterThanOrEqual(Number(ordinary) * percent - 1e-6);
      },
    ),
  );
  expect(goldWanted(900n, 0, 10)).toBe(0);
  expect(goldWanted(900n, 10, 10)).toBe(10);
});

test('a wave is more than ten rejections and more than three in ten', () => {
  expect(tripsBreaker({ approved: 0, rejected: 9 })).toBe(false);
  expect(tripsBreaker({ approved: 0, rejected: 10 })).toBe(true);
  expect(tripsBreaker({ approved: 100, rejected: 10 })).toBe(false);
  expect(tripsBreaker({ approved: 24, rejected: 10 })).toBe(true);
  expect(tripsBreaker({ approved: 26, rejected: 10 })).toBe(false);
});
