/** Measuring: loops side by side for a while, and what they took. */
import { performance } from 'node:perf_hooks';

export type Rate = {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  count: number;
};

/** Runs `act` in so many loops at once for that long; each call gets its number and its loop. */
export async function loops(
  options: { atOnce: number; seconds: number },
  act: (turn: number, loop: number) => Promise<unknown>,
): Promise<Rate> {
  const times: number[] = [];
  let turn = 0;
  const start = performance.now();
  const end = start + options.seconds * 1_000;
  await Promise.all(
    Array.from({ length: options.atOnce }, async (_, loop) => {
      while (performance.now() < end) {
        const before = performance.now();
        turn += 1;
        await act(turn, loop);
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    perSecond: times.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    count: times.length,
  };
}

/** One line of a report: what was measured and its figures, ready for JSON. */
export type Line = { what: string; figures: Record<string, number | string> };

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** The lines as a table for people. */
export function printed(lines: readonly Line[]): string {
  return lines
    .map(({ what, figures }) => {
      const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
      return `  ${what.padEnd(44)} ${words.join(' · ')}`;
    })
    .join('\n');
}
