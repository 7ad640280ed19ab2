/** What the machines around Anyshore ask: does it live, is it ready, how is it doing. */
import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type pg from 'pg';
import { pendingMigrations } from '../migrate.ts';
import type { Metrics } from './metrics.ts';

export type HealthOptions = {
  pool: pg.Pool;
  metrics: Metrics;
  metricsToken: string | undefined;
  /** Whether the job queue runs; true where this process has no jobs role. */
  queueRunning: () => boolean;
  /** Whether the process is about to stop and wants no new requests. */
  draining: () => boolean;
};

const PATIENCE_MS = 3_000;

export function healthRoutes(options: HealthOptions): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const checks = await readiness(options);
    const ready = Object.values(checks).every((check) => check === 'ok');
    return c.json({ status: ready ? 'ready' : 'not ready', checks }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, options.metricsToken)) return c.text('Forbidden\n', 403);
    return c.text(await options.metrics.text(), 200, { 'Content-Type': options.metrics.type });
  });
  return app;
}

async function readiness(options: HealthOptions): Promise<Record<string, string>> {
  const database = await within(PATIENCE_MS, async () => {
    const pending = await pendingMigrations(options.pool);
    return pending.length === 0 ? 'ok' : `waiting for ${pending.join(', ')}`;
  });
  return {
    process: options.draining() ? 'stopping' : 'ok',
    database: database.startsWith('waiting') ? 'ok' : database,
    migrations: database,
    queue: options.queueRunning() ? 'ok' : 'not running',
  };
}

/** The answer, or what went wrong in one word; an unreachable database must not hang the question. */
async function within(milliseconds: number, ask: () => Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('unreachable'), milliseconds);
  });
  try {
    return await Promise.race([ask().catch(() => 'unreachable'), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** With the token from anywhere; without it from this machine, unless a proxy hides who asks. */
function mayReadMetrics(c: Context, token: string | undefined): boolean {
  const given = c.req.header('Authorization')?.replace(/^Bearer /, '');
  if (token !== undefined && given !== undefined) return same(given, token);
  const forwarded = c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded');
  const address = getConnInfo(c).remote.address ?? '';
  return forwarded === undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
