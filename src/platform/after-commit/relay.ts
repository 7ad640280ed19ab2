/**
 * Turns events into jobs, and is the only thing that does: commands append to the event log and
 * enqueue nothing, so that a transaction either happened with all its consequences or not at all.
 * One relay is active per database; each event is relayed at least once, and the jobs of one root
 * start in the order of its events, but for long ones, which nothing else waits for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { QUEUE_SCHEMA } from '../migrate.ts';

/** What a reaction is told; it reads the event itself where it needs more. */
export type EventReference = {
  home: number;
  id: string;
  kind: string;
  rootId: string;
  seq: number;
};

export type Relay = {
  /** Something was committed: look now instead of at the next second. */
  poke(): void;
  stop(): Promise<void>;
};

export type RelayOptions = {
  /** The owner's connection string: only the owner may mark an event. */
  ownerUrl: string;
  /** Names of the jobs that an event of this kind starts. */
  reactionsTo: (kind: string) => readonly string[];
  /** Jobs of minutes. They have lanes of their own, so few that they never take every hand. */
  longJobs?: ReadonlySet<string>;
  /** Started when mails wait that were never tried; undefined where none are sent. */
  mailJob: string | undefined;
  log: Logger;
};

const RELAY_LOCK = 7_316_902_115;
const LOOK_EVERY_MS = 1_000;
const BATCH = 500;
const LONGEST_PAUSE_MS = 10_000;
/** Queue names are rows that stay, and every look for a job reads them all: few, not one per root. */
const LANES = 16;
const LONG_LANES = 2;

export function startRelay(options: RelayOptions): Relay {
  const stop = new AbortController();
  let wake = () => {};
  let poked = false;

  const nap = (milliseconds: number) => {
    if (poked || stop.signal.aborted) {
      poked = false;
      return Promise.resolve();
    }
    const early = new AbortController();
    wake = () => early.abort();
    return sleep(milliseconds, undefined, { signal: early.signal }).catch(() => undefined);
  };

  const loop = (async () => {
    for (let failures = 0; !stop.signal.aborted; failures += 1) {
      const client = new pg.Client({
        connectionString: options.ownerUrl,
        application_name: 'anyshore-relay',
        connectionTimeoutMillis: 5_000,
        keepAlive: true,
      });
      client.on('error', () => wake());
      try {
        await client.connect();
        if (await lead(client, nap, stop.signal)) {
          failures = 0;
          await relayUntilStopped(client, options, nap, stop.signal);
        }
      } catch (error) {
        options.log.warn({ err: error }, 'the relay lost its database; trying again');
      } finally {
        await client.end().catch(() => undefined);
      }
      poked = false;
      await nap(Math.min(100 * 2 ** failures, LONGEST_PAUSE_MS));
    }
  })();

  return {
    poke() {
      poked = true;
      wake();
    },
    async stop() {
      stop.abort();
      wake();
      await loop;
    },
  };
}

type Nap = (milliseconds: number) => Promise<void>;

/** Waits until no other process relays this database; the lock ends with the session. */
async function lead(client: pg.Client, nap: Nap, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const asked = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      RELAY_LOCK,
    ]);
    if (asked.rows[0]?.mine) return true;
    await nap(LOOK_EVERY_MS);
  }
  return false;
}

async function relayUntilStopped(
  client: pg.Client,
  options: RelayOptions,
  nap: Nap,
  signal: AbortSignal,
): Promise<void> {
  const clock = new LaneClock();
  while (!signal.aborted) {
    const relayed = await relayBatch(client, options, clock);
    if (options.mailJob !== undefined) await startMail(client, options.mailJob);
    if (relayed < BATCH) await nap(LOOK_EVERY_MS);
  }
}

/** Moves one batch of events into the queue, in one transaction; gives how many there were. */
export async function relayBatch(
  client: pg.ClientBase,
  options: Pick<RelayOptions, 'reactionsTo' | 'longJobs'>,
  clock: LaneClock,
): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query<EventReference>({ name: 'relay-find', text: FIND });
    const jobs = rows.flatMap((event) =>
      options.reactionsTo(event.kind).map((identifier) => ({
        identifier,
        payload: event,
        queue_name: options.longJobs?.has(identifier)
          ? `long-${event.home % LONG_LANES}`
          : `events-${event.home % LANES}`,
        run_at: clock.next(),
      })),
    );
    if (jobs.length > 0) await client.query(ADD_JOBS, [JSON.stringify(jobs)]);
    if (rows.length > 0) {
      const homes = rows.map((event) => event.home);
      await client.query(MARK, [homes, rows.map((event) => event.id)]);
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Start times that only ever grow, by a microsecond: the queue takes jobs in their order. */
export class LaneClock {
  private last = 0;

  next(): string {
    this.last = Math.max(this.last + 1, Date.now() * 1_000);
    const micros = String(this.last % 1_000_000).padStart(6, '0');
    return `${new Date(Math.trunc(this.last / 1_000)).toISOString().slice(0, 19)}.${micros}Z`;
  }
}

/** A mail nobody tried yet starts the mailer; later tries are the crontab's. */
async function startMail(client: pg.ClientBase, job: string): Promise<void> {
  await client.query({ name: 'relay-mail', text: START_MAIL, values: [job] });
}

// A root's next number is drawn only after the one before was committed, so this order is complete.
const FIND = `
  select home, id, kind, root_id as "rootId", seq
  from event where not relayed order by home, root_id, seq limit ${BATCH}`;

const MARK = `
  update event set relayed = true
  from unnest($1::int[], $2::uuid[]) as done (home, id)
  where event.home = done.home and event.id = done.id`;

const ADD_JOBS = `
  select count(*) from ${QUEUE_SCHEMA}.add_jobs(array(
    select json_populate_recordset(null::${QUEUE_SCHEMA}.job_spec, $1::json)))`;

const START_MAIL = `
  select ${QUEUE_SCHEMA}.add_job($1, job_key => $1)
  where exists (select from mail where sent_at is null and attempts = 0)`;
