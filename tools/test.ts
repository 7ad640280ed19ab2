import { CHECK_STEPS } from './check-steps.ts';
import { runSteps, type Tally } from './run-steps.ts';
import { runTests } from './run-tests.ts';
import { startSystemPostgres } from './system-postgres.ts';

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
const tallies = [checks, tests, others];
const unsteady = tallies.flatMap((tally) => tally.unsteady ?? []);
const failures = tallies.flatMap((tally) => tally.failures);
say('Failed once, passed when run again', unsteady);
say('Failed', failures);
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

function say(heading: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${heading}:\n${lines.join('\n')}\n`);
}
