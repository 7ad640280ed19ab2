/** Starts every part in its order and leaves behind how to stop each of them. */
import { termsNow } from '#domain/market/queries/terms.ts';
import { CRONTAB } from '#jobs/crontab.ts';
import { LONG_JOBS, reactionsTo } from '#jobs/reactions.ts';
import { taskList } from '#jobs/task-list.ts';
import { createMailer, type Mailer } from '#platform/after-commit/mailer.ts';
import { type Queue, startQueue } from '#platform/after-commit/queue.ts';
import { type Relay, startRelay } from '#platform/after-commit/relay.ts';
import type { Auth } from '#platform/auth.ts';
import { type Config, secretOf } from '#platform/config.ts';
import { createFileStore, type FileStore } from '#platform/file-store.ts';
import { listen, probePort } from '#platform/http/listen.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import type { Logger } from '#platform/logger.ts';
import { migrate } from '#platform/migrate.ts';
import { type DatabasePools, openPools, startDatabase } from '#platform/open-database.ts';
import { createRun, type Run } from '#platform/run.ts';
import { dropHalfDemo, prepareDemo } from './demo.ts';
import { buildApp } from './doors.ts';
import { openSignIn } from './sign-in.ts';

export type ServeOptions = {
  config: Config;
  log: Logger;
  /** Leave the demo marketplace out of a first start. */
  empty: boolean;
  /** Tells the person who started us. */
  say: (line: string) => void;
  onLost: (error: Error) => void;
};

type Parts = {
  config: Config;
  log: Logger;
  ownerUrl: string;
  embedded: boolean;
  pools: DatabasePools;
  run: Run;
  files: FileStore;
};

const DRAIN_MS = 20_000;

/** What runs, and how it is stopped: the last started first. */
export class Running {
  stopping = false;
  private readonly stops: (() => Promise<void>)[] = [];

  add(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const stop of this.stops.splice(0).reverse()) await stop();
  }
}

/** Serves until `running` is stopped; gives the address that people use. */
export async function serve(options: ServeOptions, running: Running): Promise<string> {
  const { config, log } = options;
  const doors = config.role !== 'jobs';
  if (doors) await probePort(config);
  const server = await startDatabase(config, options);
  running.add(() => server.stop());
  const { ownerUrl, embedded } = server;
  if (embedded) await dropHalfDemo(config.dataDir, ownerUrl);
  const { applied } = await migrate(ownerUrl);
  if (applied.length > 0) log.info({ applied }, 'migrated');
  const pools = await openPools(config, ownerUrl, log);
  running.add(() => pools.close());

  let relay: Relay | undefined;
  const run = createRun(pools.db, {
    onCommit: () => relay?.poke(),
    reacts: (kind) => reactionsTo(kind).length > 0,
  });
  const files = createFileStore(config.dataDir);
  const parts: Parts = { config, log, ownerUrl, embedded, pools, run, files };
  const url = publicUrlOf(config, config.port);
  const auth = await openSignIn({ pools, run, log, baseUrl: url, secret: secretOf(config) });
  const demo = await prepareDemo({ ...parts, auth, empty: options.empty, say: options.say });

  const jobs = config.role === 'web' ? undefined : startJobs(parts, running);
  relay = jobs?.relay;
  if (!doors) {
    options.say('Anyshore works on its jobs');
    return url;
  }
  return openDoors(options, { ...parts, auth, demo, queue: jobs?.queue }, running);
}

function startJobs(parts: Parts, running: Running): { queue: Queue; relay: Relay } {
  const { config, log, ownerUrl, pools, run, files } = parts;
  const mailer = openMailer(config, pools, log);
  running.add(async () => mailer?.close());
  const queue = startQueue({
    ownerUrl,
    tasks: taskList({
      run,
      readDb: pools.readDb,
      files,
      mailer,
      log,
      publicUrl: publicUrlOf(config, config.port),
      now: () => new Date(),
    }),
    crontab: CRONTAB,
    log,
    // The embedded database is ours alone: whatever is locked there, nobody works on.
    rescueAfterSeconds: parts.embedded ? 0 : 60,
  });
  running.add(() => queue.stop());
  const mailJob = mailer ? 'deliver-mail' : undefined;
  const relay = startRelay({ ownerUrl, reactionsTo, longJobs: LONG_JOBS, mailJob, log });
  running.add(() => relay.stop());
  return { queue, relay };
}

function openMailer(config: Config, pools: DatabasePools, log: Logger): Mailer | undefined {
  const { smtpUrl, mailFrom } = config;
  return smtpUrl === undefined
    ? undefined
    : createMailer({ db: pools.db, smtpUrl, from: mailFrom, log });
}

async function openDoors(
  { config, log, say }: ServeOptions,
  parts: Parts & { auth: Auth; demo: boolean; queue: Queue | undefined },
  running: Running,
): Promise<string> {
  const { pools, run, auth, demo, files } = parts;
  const { name: operatorName } = await termsNow(pools.readDb);
  const app = await buildApp({
    config,
    operatorName,
    publicUrl: publicUrlOf(config, config.port),
    secret: secretOf(config),
    demo,
    pools,
    run,
    auth,
    files,
    log,
    health: {
      pool: pools.pool,
      metrics: createMetrics(pools.pool, pools.ownerPool),
      metricsToken: config.metricsToken,
      queueRunning: () => parts.queue?.running() ?? true,
      draining: () => running.stopping,
    },
  });
  const listening = await listen(app, config);
  running.add(() => listening.drain(DRAIN_MS));
  const url = publicUrlOf(config, listening.port);
  say(`Anyshore is ready at ${url}`);
  return url;
}

function publicUrlOf({ publicUrl, host }: Config, port: number): string {
  if (publicUrl !== undefined) return publicUrl;
  const anywhere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
