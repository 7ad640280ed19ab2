import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECK_STEPS } from './check-steps.ts';
import { environment, runSteps, type Tally } from './run-steps.ts';

/** The parts of vitest's JSON report that are counted. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

const words = process.argv.slice(2);
const checks = words.length === 0 ? runSteps(CHECK_STEPS) : { passed: 0, failed: 0, skipped: 0 };
const tests = runTests(words);
const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map(
  (outcome) => checks[outcome] + tests[outcome],
);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

function runTests(filters: string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-report-'));
  const file = join(folder, 'report.json');
  const done = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters],
    { stdio: 'inherit', env: environment() },
  );
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as Report, done.status === 0);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(report: Report, succeeded: boolean): Tally {
  // A file that fails outside of its tests (at import, in a hook) is a failure of its own.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
