/**
 * The job queue: graphile-worker in its own schema, run by every process with the jobs role. Jobs
 * are done at least once, so each of them must bear being done twice.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
  Logger as WorkerLogger,
  type WorkerPool,
} from 'graphile-worker';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { QUEUE_SCHEMA } from '../migrate.ts';

export type Queue = {
  /** Whether workers are looking for jobs right now. */
  running(): boolean;
  /** Lets running jobs finish and stops. */
  stop(): Promise<void>;
};

export type QueueOptions = {
  /** The owner's connection string: the queue's tables are not the application's. */
  ownerUrl: string;
  tasks: TaskList;
  crontab: string;
  log: Logger;
  concurrency?: number;
  /** How long a job may stay locked by a process that is gone, in seconds; 0 when we are the only one. */
  rescueAfterSeconds?: number;
};

const SESSION_PREFIX = 'anyshore-jobs:';
const RESCUE_EVERY_MS = 30_000;
const LONGEST_PAUSE_MS = 10_000;
const AWAKE_MS = 300;
const LOOK_AGAIN_MS = 10;

/** Starts the workers, and starts them again whenever the database was away. */
export function startQueue(options: QueueOptions): Queue {
  let stopping = false;
  let runner: Runner | undefined;
  const loop = keepRunning();

  async function keepRunning(): Promise<void> {
    for (let failures = 0; !stopping; failures += 1) {
      const pool = queuePool(options);
      const rescue = new Rescue(options);
      try {
        runner = await startRunner(options, pool, rescue);
        // Told to stop meanwhile: whoever did had no runner to stop.
        if (stopping) break;
        await rescue.start();
        failures = 0;
        await runner.promise;
      } catch (error) {
        if (!stopping) options.log.warn({ err: error }, 'the job queue stopped; starting it again');
      } finally {
        await stopQuietly(runner);
        runner = undefined;
        await rescue.stop();
        await pool.end();
      }
      if (!stopping) await sleep(Math.min(250 * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }

  return {
    running: () => runner !== undefined,
    async stop() {
      stopping = true;
      await stopQuietly(runner);
      await loop;
    },
  };
}

function queuePool({ ownerUrl, log, concurrency }: QueueOptions): pg.Pool {
  const max = (concurrency ?? 4) + 2;
  const pool = new pg.Pool({ connectionString: ownerUrl, max, connectionTimeoutMillis: 5_000 });
  const lost = (error: Error) => log.debug({ err: error }, 'a connection of the queue was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

async function startRunner(options: QueueOptions, pool: pg.Pool, rescue: Rescue): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    rescue.name(workerPool.id);
    stayAwake(events, workerPool);
  });
  return run({
    pgPool: pool,
    schema: QUEUE_SCHEMA,
    taskList: options.tasks,
    crontab: options.crontab,
    concurrency: options.concurrency ?? 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 20_000,
    events,
    logger: new WorkerLogger(() => (level, message, meta) => {
      const word = level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug';
      options.log[word]({ queue: meta }, message);
    }),
  });
}

/**
 * A worker asks for its next job before its last one has given its named queue free, finds nothing
 * and naps for a whole poll; 90 jobs in three queues took 4 to 20 s, and take 0.2 s like this. For
 * a moment after each job the idle workers therefore look again and again.
 */
function stayAwake(events: WorkerEvents, workerPool: WorkerPool): void {
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  let closing = false;
  events.on('job:complete', () => {
    if (closing) return;
    until = Date.now() + AWAKE_MS;
    timer ??= setInterval(() => {
      if (Date.now() < until) return workerPool.nudge(Number.MAX_SAFE_INTEGER);
      clearInterval(timer);
      timer = undefined;
    }, LOOK_AGAIN_MS);
  });
  const rest = () => {
    closing = true;
    clearInterval(timer);
  };
  events.on('pool:gracefulShutdown', rest);
  events.on('pool:forcefulShutdown', rest);
}

async function stopQuietly(runner: Runner | undefined): Promise<void> {
  // It throws when it has stopped by itself already.
  await runner?.stop().catch(() => undefined);
}

/**
 * A killed process leaves its jobs and their queues locked; graphile-worker would wait four hours.
 * Each pool of workers therefore shows itself by a session that carries its name, and locks whose
 * pool has no session are given back.
 */
class Rescue {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private poolName = '';
  private readonly options: QueueOptions;

  constructor(options: QueueOptions) {
    this.options = options;
  }

  name(poolName: string): void {
    this.poolName = poolName;
  }

  async start(): Promise<void> {
    this.client = new pg.Client({
      connectionString: this.options.ownerUrl,
      application_name: SESSION_PREFIX + this.poolName,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client.on('error', () => this.stop());
    await this.client.connect();
    await this.look();
    this.timer = setInterval(() => this.look().catch(() => undefined), RESCUE_EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private async look(): Promise<void> {
    const found = await this.client?.query<{ rescued: string[] | null }>(RESCUE, [
      SESSION_PREFIX,
      this.options.rescueAfterSeconds ?? 60,
    ]);
    const rescued = found?.rows[0]?.rescued;
    if (!rescued) return;
    await this.client?.query(`select ${QUEUE_SCHEMA}.force_unlock_workers($1)`, [rescued]);
    this.options.log.info({ pools: rescued }, 'took over jobs of processes that are gone');
  }
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
