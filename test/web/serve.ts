/** The pages alone on a free loopback port, over a test's database and with a given viewer. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Logger } from '#platform/logger.ts';
import type { Viewer } from '#web/context.ts';
import { mountWeb } from '#web/mount.ts';
import type { TestDatabase } from '../database.ts';

export type Served = { url: string; stop: () => Promise<void> };

export const TEST_SECRET = 'only-for-tests-of-pages-0123456789';

export async function serveWeb(
  { readDb, run }: Pick<TestDatabase, 'readDb' | 'run'>,
  options: { viewer?: Viewer | null; logger?: Logger } = {},
): Promise<Served> {
  const app = new Hono();
  await mountWeb(app, {
    readDb,
    run,
    // Pages that sign people in are tested through the whole process instead.
    auth: {} as Auth,
    limits: {} as AttemptLimits,
    files: {} as FileStore,
    logger: options.logger ?? SILENT,
    config: {
      url: 'https://anyshore.example',
      secret: TEST_SECRET,
      operatorName: 'Northshore Cooperative',
      sourceUrl: 'https://source.example/anyshore',
      demo: true,
    },
    loadViewer: () => Promise.resolve(options.viewer ?? null),
  });
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}`,
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      }),
    );
  });
}

function ignore(): void {}

const SILENT: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore };
