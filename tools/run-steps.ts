import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { CheckStep } from './check-steps.ts';

type Outcome = 'passed' | 'failed' | 'skipped';

export type Tally = Record<Outcome, number> & {
  /** What each failure said. */
  failures: string[];
  /** What failed and passed when it ran again. */
  unsteady?: string[];
};

const root = join(import.meta.dirname, '..');
const marks = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** Runs the steps one after the other, shows what a failing one said, and counts. */
export function runSteps(steps: CheckStep[], { fix = false } = {}): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const step of steps) {
    const begun = Date.now();
    const { outcome, said } = runStep(step, fix);
    tally[outcome] += 1;
    if (outcome === 'failed') tally.failures.push(`${step.name}\n${said}`);
    console.log(`${marks[outcome]} ${step.name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    if (said) console.log(said);
  }
  return tally;
}

function runStep(step: CheckStep, fix: boolean): { outcome: Outcome; said: string } {
  const missing = step.needs?.filter((file) => !existsSync(join(root, file))) ?? [];
  if (missing.length > 0) return { outcome: 'skipped', said: `  no ${missing.join(', ')} yet` };
  for (const [program = '', ...words] of (fix ? step.fix : undefined) ?? step.commands) {
    const done = spawnSync(program, words, { cwd: root, encoding: 'utf8', env: environment() });
    if (done.status !== 0) {
      return {
        outcome: 'failed',
        said: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`,
      };
    }
  }
  return { outcome: 'passed', said: '' };
}

/** The same Node as ours and the project's own programs come first. */
export function environment(): NodeJS.ProcessEnv {
  const path = [join(process.execPath, '..'), join(root, 'node_modules/.bin'), process.env.PATH];
  return { ...process.env, PATH: path.join(delimiter) };
}
