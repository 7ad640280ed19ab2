import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECK_STEPS } from './check-steps.ts';
import { environment, runSteps, type Tally } from './run-steps.ts';
import { startSystemPostgres } from './system-postgres.ts';

/** The parts of vitest's JSON report that are counted. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** What meets SQL: commands and doors. */
const ON_OTHER_POSTGRES = [
  'src/domain',
  'test/rest',
  'test/demo',
  ...['accounts-door', 'contracts', 'directory', 'matching', 'money', 'projects', 'reputation'].map(
    (page) => `test/web/${page}.test`,
  ),
];

const words = process.argv.slice(2);
const checks = words.length === 0 ? runSteps(CHECK_STEPS) : NOTHING;
const tests = runTests(words);
const others = words.length === 0 ? await runOnOtherPostgres() : NOTHING;
const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map(
  (outcome) => checks[outcome] + tests[outcome] + others[outcome],
);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

/** The same tests on the PostgreSQL of the machine, which is another version than the embedded one. */
async function runOnOtherPostgres(): Promise<Tally> {
  const server = await startSystemPostgres();
  if (server === undefined) {
    console.log('– tests on another PostgreSQL: this machine has none from version 15 on');
    return { ...NOTHING, skipped: 1 };
  }
  try {
    console.log(`Again on PostgreSQL ${server.version}: ${ON_OTHER_POSTGRES.join(', ')}`);
    return runTests(ON_OTHER_POSTGRES, { ANYSHORE_TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

function runTests(filters: string[], settings: Record<string, string> = {}): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-report-'));
  const file = join(folder, 'report.json');
  const done = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters],
    { stdio: 'inherit', env: { ...environment(), ...settings } },
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
