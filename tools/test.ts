import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { CHECK_STEPS } from './check-steps.ts';
import { environment, runSteps, type Tally } from './run-steps.ts';
import { startSystemPostgres } from './system-postgres.ts';

/** The parts of vitest's JSON report that are counted. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

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
// Said again at the very end, where a log that was cut still shows it.
const failures = [checks, tests, others].flatMap((tally) => tally.failures);
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}\n`);
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
    return { ...NOTHING, failed: 1, failures: ['vitest wrote no report: see what it printed'] };
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
    failures: report.testResults.flatMap(failuresOf),
  };
}

function failuresOf(file: Report['testResults'][number]): string[] {
  if (file.status !== 'failed') return [];
  const tests = file.assertionResults.filter((test) => test.status === 'failed');
  const where = relative(process.cwd(), file.name);
  if (tests.length === 0) return [`${where}\n${indented(file.message)}`];
  return tests.map(
    (test) => `${where} › ${test.fullName}\n${indented(test.failureMessages.join('\n'))}`,
  );
}

function indented(message: string): string {
  return message
    .split('\n')
    .filter((line) => !line.includes('/node_modules/'))
    .slice(0, 12)
    .join('\n')
    .replaceAll(/^/gm, '    ');
}
