import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { newId } from '#domain/kernel/ids.ts';
import { testDatabase } from '#test/database.ts';
import { quiet } from '#test/quiet-log.ts';
import type { Context } from '../context.ts';
import { appendEvent } from '../event-log.ts';
import { createRun } from '../run.ts';
import { startQueue } from './queue.ts';
import { LaneClock, relayBatch, startRelay } from './relay.ts';

const { url, pool, db } = await testDatabase();
const stops: (() => Promise<void>)[] = [];
const reactionsTo = (kind: string) => (kind === 'project.published' ? ['note'] : []);

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function publish(rootId: string, seq: number, home: number): Promise<void> {
  await pool.query(
    `insert into event (home, id, kind, root_kind, root_id, seq, actor_name, parties, data, at)
     values ($1, $2, 'project.published', 'project', $3, $4, 'test', '{}', '{}', now())`,
    [home, newId(home), rootId, seq],
  );
}

async function waiting(): Promise<number> {
  const found = await pool.query('select count(*)::int as n from event where not relayed');
  return found.rows[0].n;
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await done()); await sleep(20)) {
    if (Date.now() > end) throw new Error('It did not happen within 10 s');
  }
}

function recordingQueue() {
  const seen: { rootId: string; seq: number }[] = [];
  const queue = startQueue({
    ownerUrl: url,
    tasks: { note: async (payload) => void seen.push(payload as { rootId: string; seq: number }) },
    crontab: '',
    log: quiet,
    rescueAfterSeconds: 0,
  });
  stops.push(() => queue.stop());
  return { seen, queue };
}

test('every event becomes its jobs, in the order of its root', async () => {
  const { seen } = recordingQueue();
  const roots = [3, 35, 700].map((home) => ({ home, id: newId(home) }));
  for (let seq = 1; seq <= 30; seq += 1) {
    for (const root of roots) await publish(root.id, seq, root.home);
  }
  const relay = startRelay({ ownerUrl: url, reactionsTo, mailJob: undefined, log: quiet });
  stops.push(() => relay.stop());
  await until(() => seen.length >= 90);
  for (const root of roots) {
    const seqs = seen.filter((event) => event.rootId === root.id).map((event) => event.seq);
    expect(seqs).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  }
  expect(await waiting()).toBe(0);
});

test('a poke is answered at once, and a lost connection is survived', async () => {
  const { seen } = recordingQueue();
  const relay = startRelay({ ownerUrl: url, reactionsTo, mailJob: undefined, log: quiet });
  stops.push(() => relay.stop());
  const root = newId(9);
  await publish(root, 1, 9);
  relay.poke();
  await until(() => seen.length === 1);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'anyshore-relay'",
  );
  await owner.end();
  await publish(root, 2, 9);
  await until(() => seen.length === 2);
});

test('long jobs have lanes of their own', async () => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await publish(newId(33), 1, 33);
  const options = { reactionsTo: () => ['note', 'dig'], longJobs: new Set(['dig']) };
  expect(await relayBatch(owner, options, new LaneClock())).toBe(1);
  const { rows } = await owner.query<{ lane: string }>(
    `delete from graphile_worker._private_jobs job using graphile_worker._private_job_queues queue
     where queue.id = job.job_queue_id returning queue.queue_name as lane`,
  );
  expect(rows.map(({ lane }) => lane).sort()).toEqual(['events-1', 'long-1']);
  await owner.end();
});

test('what fails to become a job stays unrelayed', async () => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await publish(newId(1), 1, 1);
  const broken = () => ['x'.repeat(1_000)];
  await expect(relayBatch(owner, { reactionsTo: broken }, new LaneClock())).rejects.toThrow();
  expect(await waiting()).toBe(1);
  expect(await relayBatch(owner, { reactionsTo }, new LaneClock())).toBe(1);
  await owner.end();
});

test('only what starts a job waits for the relay, and only that wakes it', async () => {
  let woken = 0;
  const run = createRun(db, {
    onCommit: () => {
      woken += 1;
    },
    reacts: (kind) => reactionsTo(kind).length > 0,
  });
  const rootId = newId(11);
  const write = async (ctx: Context, kind: EventKind | null): Promise<null> => {
    if (kind === null) return null;
    await appendEvent(ctx, { kind, rootKind: 'project', rootId, parties: [], data: {} });
    return null;
  };
  const options = { actor: systemActor('test'), root: rootId };
  await run(write, 'project.edited', options);
  expect([woken, await waiting()]).toEqual([0, 0]);
  await run(write, 'project.published', options);
  expect([woken, await waiting()]).toEqual([1, 1]);
  await run(write, null, options);
  expect(woken).toBe(2);
});

test('jobs of a process that is gone are taken over', async () => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query("select graphile_worker.add_job('note', '{}', queue_name => 'lost')");
  await owner.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes',
       locked_by = 'pool-gone' where locked_at is null`,
  );
  await owner.query(
    `update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'pool-gone'
     where queue_name = 'lost'`,
  );
  await owner.end();
  const { seen } = recordingQueue();
  await until(() => seen.length >= 1);
});

test('start times only grow', () => {
  const clock = new LaneClock();
  const times = Array.from({ length: 3_000 }, () => clock.next());
  expect(times).toEqual([...new Set(times)].sort());
  expect(times[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});
