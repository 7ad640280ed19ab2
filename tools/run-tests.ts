import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { environment, type Tally } from './run-steps.ts';

/** The parts of vitest's JSON report that are counted. */
type Report = { testResults: ReportedFile[] };
type ReportedFile = {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
};

/** More failing files than these are no accident. */
const RUN_AGAIN = 5;

/**
 * Runs vitest and counts. On CI, the few files that failed run once more: a shared machine stops a
 * process for seconds, and what passes then is told at the end instead of failing the whole run.
 */
export function runTests(filters: string[], settings: Record<string, string> = {}): Tally {
  const first = runVitest(filters, settings);
  const failed = first?.testResults.filter((file) => file.status === 'failed') ?? [];
  const again = process.env.CI !== undefined && failed.length > 0 && failed.length <= RUN_AGAIN;
  if (first === undefined || !again) return tallyOf(first);
  const names = failed.map((file) => file.name);
  console.log(`Once more: ${names.map(shortened).join(', ')}`);
  const second = runVitest(names, settings);
  if (second === undefined) return tallyOf(first);
  const steady = first.testResults.filter((file) => file.status !== 'failed');
  const passed = new Set(
    second.testResults.filter((file) => file.status !== 'failed').map((file) => file.name),
  );
  return {
    ...tallyOf({ testResults: [...steady, ...second.testResults] }),
    unsteady: failed.filter((file) => passed.has(file.name)).flatMap(failuresOf),
  };
}

/** What vitest reports; undefined when it ended before it could, or ran nothing. */
function runVitest(filters: string[], settings: Record<string, string>): Report | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-report-'));
  const file = join(folder, 'report.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const done = spawnSync('vitest', [...words, ...filters], {
    stdio: 'inherit',
    env: { ...environment(), ...settings },
  });
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // An error between the tests fails the run, and no file of the report.
    const told = report.testResults.some((one) => one.status === 'failed');
    return done.status === 0 || told ? report : undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tallyOf(report: Report | undefined): Tally {
  if (report === undefined) {
    const failures = ['vitest failed outside of its tests: see what it printed'];
    return { passed: 0, failed: 1, skipped: 0, failures };
  }
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  // A file that fails outside of its tests (at import, in a hook) is a failure of its own.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const passed = count('passed');
  const failed = count('failed') + broken;
  const skipped = tests.length - passed - count('failed');
  return { passed, failed, skipped, failures: report.testResults.flatMap(failuresOf) };
}

function failuresOf(file: ReportedFile): string[] {
  if (file.status !== 'failed') return [];
  const tests = file.assertionResults.filter((test) => test.status === 'failed');
  const where = shortened(file.name);
  if (tests.length === 0) return [`${where}\n${indented(file.message)}`];
  return tests.map(
    (test) => `${where} › ${test.fullName}\n${indented(test.failureMessages.join('\n'))}`,
  );
}

function shortened(file: string): string {
  return relative(process.cwd(), file);
}

function indented(message: string): string {
  return message
    .split('\n')
    .filter((line) => !line.includes('/node_modules/'))
    .slice(0, 12)
    .join('\n')
    .replaceAll(/^/gm, '    ');
}
