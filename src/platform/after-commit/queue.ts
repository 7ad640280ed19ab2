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
import { retryAdvice } from '../retry.ts';
import { type Rescue, startRescue } from './rescue.ts';

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

const LONGEST_PAUSE_MS = 10_000;
const RUNNER_STOP_MS = 25_000;
const POOL_END_MS = 3_000;
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
      let rescue: Rescue | undefined;
      try {
        runner = await startRunner(options, pool, (poolName) => {
          rescue = startRescue({ ...options, poolName });
        });
        // Told to stop meanwhile: whoever did had no runner to stop.
        if (stopping) break;
        failures = 0;
        await runner.promise;
      } catch (error) {
        if (!stopping) options.log.warn({ err: error }, 'the job queue stopped; starting it again');
      } finally {
        await stopQuietly(runner);
        runner = undefined;
        await rescue?.stop();
        await within(POOL_END_MS, pool.end());
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
  pool.on('connect', (client) => {
    client.on('error', lost);
    patient(client);
  });
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  pool.connect = ((...args: unknown[]) => passing(connect(...args))) as typeof pool.connect;
  return pool;
}

/**
 * The queue leaves promises behind when it notes that a job is done, and tries that again only on
 * errors it knows to pass. A lost server is told to it as one of those, so that no note is lost.
 */
function patient(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => passing(query(...args))) as typeof client.query;
}

/** What is asked with a callback answers there, and not with a promise. */
function passing(answer: unknown): unknown {
  return answer instanceof Promise ? answer.catch(rethrowAsPassing) : answer;
}

function rethrowAsPassing(error: unknown): never {
  if (retryAdvice(error) === 'lost') Object.assign(error as Error, { code: 'ETIMEDOUT' });
  throw error;
}

async function startRunner(
  options: QueueOptions,
  pool: pg.Pool,
  onName: (poolName: string) => void,
): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    onName(workerPool.id);
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
  // It throws when it has stopped by itself already, and waits long for a server that is gone.
  await within(
    RUNNER_STOP_MS,
    runner?.stop().catch(() => undefined),
  );
}

async function within(milliseconds: number, work: Promise<unknown> | undefined): Promise<void> {
  const over = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, late]);
  over.abort();
}
