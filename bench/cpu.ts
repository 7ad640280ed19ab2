/** CPU time from Linux's own books; not a number elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a second of CPU time is in /proc. */
const TICKS = 100;

type Stat = { parent: number; own: number; ofEnded: number };

/** CPU milliseconds of one process so far. */
export function cpuOf(pid: number): number {
  return statOf(pid)?.own ?? Number.NaN;
}

/** CPU milliseconds of an embedded server: the postmaster, its processes, and those that ended. */
export function cpuOfPostgres(dataDir: string): number {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const main = statOf(postmaster);
  if (main === undefined) return Number.NaN;
  const children = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map(statOf)
    .filter((stat) => stat?.parent === postmaster);
  return children.reduce((sum, stat) => sum + (stat?.own ?? 0), main.own + main.ofEnded);
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may have spaces of its own.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ms = (first: number) =>
      ((Number(fields[first]) + Number(fields[first + 1])) * 1_000) / TICKS;
    return { parent: Number(fields[1]), own: ms(11), ofEnded: ms(13) };
  } catch {
    return undefined;
  }
}
