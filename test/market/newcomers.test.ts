/** A year of a small market: newcomers get work, and the score finds the quality that is hidden. */
import { describe, expect, test } from 'vitest';
import { rankCorrelation, type Simulated, simulate } from './simulation.ts';

const YEAR = { freelancers: 200, newcomers: 0.2, weeks: 52, jobsAWeek: 20 };
const SEEDS = [1, 2, 3];

const years = SEEDS.map((seed) => ({
  seed,
  without: simulate({ ...YEAR, newcomerPercent: 0, seed }),
  kept: simulate({ ...YEAR, newcomerPercent: 20, seed }),
}));

describe.each(years)('seed $seed', ({ seed, without, kept }) => {
  test('the share of places kept for newcomers is what lets them in', () => {
    const [before, after] = [newcomersOf(without), newcomersOf(kept)];
    console.info(`seed ${seed}: ${told(before)} without a share, ${told(after)} with 20 %`);
    expect(before.share).toBeLessThan(0.01);
    expect(after.share).toBeGreaterThan(0.04);
    expect(after.worked).toBeGreaterThanOrEqual(20);
    // The others still get nearly all of it, and the clients work that is as good.
    expect(after.share).toBeLessThan(0.2);
    expect(workDone(kept)).toBeGreaterThan(workDone(without) - 0.01);
  });

  test('the score finds the hidden quality, within its interval', () => {
    const known = kept.filter((one) => one.score.terms.length >= 5);
    const found = rankCorrelation(known.map((one) => [one.truth, one.score.score ?? 0]));
    const inside = known.filter(({ truth, score }) => {
      const hidden = 1 + 4 * truth;
      return (score.low ?? 5) <= hidden && hidden <= (score.high ?? 1);
    });
    const share = inside.length / known.length;
    console.info(`seed ${seed}: rank correlation ${found.toFixed(3)}, inside ${percent(share)}`);
    expect(found).toBeGreaterThan(0.85);
    expect(share).toBeGreaterThan(0.95);
  });
});

function newcomersOf(workers: readonly Simulated[]) {
  const newcomers = workers.filter((one) => one.newcomer);
  return {
    share: jobs(newcomers) / jobs(workers),
    worked: newcomers.filter((one) => one.jobs > 0).length,
    of: newcomers.length,
  };
}

function told({ share, worked, of }: ReturnType<typeof newcomersOf>): string {
  return `${percent(share)} of the jobs for ${worked} of ${of} newcomers`;
}

function jobs(workers: readonly Simulated[]): number {
  return workers.reduce((sum, one) => sum + one.jobs, 0);
}

/** The mean quality of all work that was done, 0…1. */
function workDone(workers: readonly Simulated[]): number {
  return workers.reduce((sum, one) => sum + one.jobs * one.truth, 0) / jobs(workers);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
