import { spawnSync } from 'node:child_process';
import { CHECK_STEPS } from './check-steps.ts';
import { environment, runSteps } from './run-steps.ts';

const tally = runSteps(CHECK_STEPS, { fix: process.argv.includes('--fix') });
const tidy = spawnSync('vitest', ['run', 'test/tidy.test.ts'], {
  stdio: 'inherit',
  env: environment(),
});
process.exitCode = tally.failed > 0 || tidy.status !== 0 ? 1 : 0;
