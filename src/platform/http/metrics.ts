import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { QUEUE_SCHEMA } from '../migrate.ts';

export type Metrics = {
  /** Measures each request by its route, never by its path, so that the series stay few. */
  middleware: MiddlewareHandler;
  text(): Promise<string>;
  type: string;
};

/** Metrics of this process, and of the database's backlog, in Prometheus' form. */
export function createMetrics(pool: pg.Pool, ownerPool: pg.Pool): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'anyshore_' });
  const requests = new Histogram({
    name: 'anyshore_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  poolGauge(registry, pool);
  backlogGauges(registry, ownerPool);
  return {
    middleware: async (c, next) => {
      const stop = requests.startTimer();
      await next();
      stop({ method: c.req.method, route: routePath(c, -1), status: String(c.res.status) });
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}

function poolGauge(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'anyshore_database_connections',
    help: "Connections of this process's pool",
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'awaited' }, pool.waitingCount);
    },
  });
}

/** Asked when somebody looks. Both counts read what waits, never what is done. */
function backlogGauges(registry: Registry, ownerPool: pg.Pool): void {
  const backlog = (name: string, help: string, statement: string) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const found = await ownerPool.query<{ n: number }>(statement).catch(() => undefined);
        this.set(found?.rows[0]?.n ?? Number.NaN);
      },
    });
  backlog(
    'anyshore_events_waiting',
    'Events that the relay has not turned into jobs yet',
    'select count(*)::int as n from event where not relayed',
  );
  backlog(
    'anyshore_jobs_waiting',
    'Jobs that are due and have not been done',
    `select count(*)::int as n from ${QUEUE_SCHEMA}._private_jobs
     where run_at <= now() and attempts < max_attempts`,
  );
  backlog(
    'anyshore_jobs_failed',
    'Jobs that were given up',
    `select count(*)::int as n from ${QUEUE_SCHEMA}._private_jobs where attempts >= max_attempts`,
  );
}
