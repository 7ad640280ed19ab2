/**
 * A killed process leaves its jobs and their queues locked, and graphile-worker would wait four
 * hours. Each pool of workers therefore shows itself by a session that carries its name, and locks
 * whose pool has no session are given back.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { QUEUE_SCHEMA } from '../migrate.ts';

export type Rescue = { stop(): Promise<void> };

export type RescueOptions = {
  ownerUrl: string;
  /** The name under which our workers lock jobs. */
  poolName: string;
  log: Logger;
  /** How long a lock without a session is left alone, in seconds; 60 unless told. */
  rescueAfterSeconds?: number;
};

const SESSION_PREFIX = 'anyshore-jobs:';
const LOOK_EVERY_MS = 30_000;
const CONNECT_AGAIN_MS = 500;

/** Shows our session for as long as it runs, over lost connections too. */
export function startRescue(options: RescueOptions): Rescue {
  const stop = new AbortController();
  const loop = (async () => {
    while (!stop.signal.aborted) {
      await showAndLook(options, stop.signal);
      await nap(CONNECT_AGAIN_MS, stop.signal);
    }
  })();
  return {
    async stop() {
      stop.abort();
      await loop;
    },
  };
}

/** One session, until it is lost or we stop. */
async function showAndLook(options: RescueOptions, stopped: AbortSignal): Promise<void> {
  const client = new pg.Client({
    connectionString: options.ownerUrl,
    application_name: SESSION_PREFIX + options.poolName,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  const over = AbortSignal.any([stopped, lost.signal]);
  try {
    await client.connect();
    while (!over.aborted) {
      await look(client, options);
      await nap(LOOK_EVERY_MS, over);
    }
  } catch (error) {
    options.log.debug({ err: error }, 'the rescue of jobs lost its database');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function look(client: pg.Client, options: RescueOptions): Promise<void> {
  const found = await client.query<{ rescued: string[] | null }>(RESCUE, [
    SESSION_PREFIX,
    options.rescueAfterSeconds ?? 60,
  ]);
  const rescued = found.rows[0]?.rescued;
  if (!rescued) return;
  await client.query(`select ${QUEUE_SCHEMA}.force_unlock_workers($1)`, [rescued]);
  options.log.info({ pools: rescued }, 'took over jobs of processes that are gone');
}

function nap(milliseconds: number, over: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal: over }).catch(() => undefined);
}

const RESCUE = `
  select array_agg(locked_by) as rescued
  from (
    select locked_by, max(locked_at) as locked_at from (
      select locked_by, locked_at from ${QUEUE_SCHEMA}._private_jobs where locked_by is not null
      union all
      select locked_by, locked_at from ${QUEUE_SCHEMA}._private_job_queues
      where locked_by is not null
    ) as locks
    group by locked_by
  ) as holders
  where locked_at < now() - make_interval(secs => $2)
    and $1 || locked_by not in (select application_name from pg_stat_activity)`;
