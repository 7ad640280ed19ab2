import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/harness/start-database.ts'],
    // Each file works on its own clone of one migrated database, so files may run side by side.
    pool: 'forks',
    // All cores: much of the time goes to waiting for browsers, servers and clocks.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
