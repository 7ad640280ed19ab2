/**
 * kill -9 of the process and of its database, again and again, while deals are being made and tasks
 * done by REST.
 * What was acknowledged must be there once, nothing may be half done, and the ledger must balance.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { runningEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import {
  anyshore,
  newPlace,
  postmasterPid,
  type Started,
  startAnyshore,
} from '../house/anyshore.ts';
import { Crowd, HALF_DONE_TASKS } from './crowd.ts';
import { type Acknowledged, Pair } from './deals.ts';

const KILLS = 24;
const PAIRS = 3;
const WORKERS = 3;
const place = await newPlace();
let running: Started = startAnyshore(place);

afterAll(async () => {
  running.kill('SIGINT');
  await running.exit;
  place.remove();
});

test('nothing acknowledged is lost, nothing is half done', { timeout: 600_000 }, async () => {
  await running.ready();
  const pairs = await Promise.all(Array.from({ length: PAIRS }, (_, number) => makePair(number)));
  const over = new AbortController();
  const crowd = await makeCrowd();
  const dealing = Promise.all([
    ...pairs.map((pair) => pair.dealUntil(over.signal)),
    crowd.workUntil(over.signal),
  ]);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(300 + Math.random() * 700);
    await strike(kill);
    await running.ready();
  }
  await sleep(1_000);
  over.abort();
  await dealing;
  const all = [...pairs, crowd];
  expect(all.flatMap((one) => one.surprises)).toEqual([]);
  const acknowledged = all.flatMap((one) => one.acknowledged);
  expect(acknowledged.filter(({ act }) => act === 'paid').length).toBeGreaterThan(KILLS / 3);
  const approved = acknowledged.filter(({ act }) => act === 'assignment.approved');
  expect(approved.length).toBeGreaterThan(KILLS);
  await checkAll(acknowledged);
  expect(await anyshore(place, ['verify-ledger'])).toMatchObject({ code: 0 });
});

/** By turns the process, its database, and both at once. */
async function strike(turn: number): Promise<void> {
  const postmaster = postmasterPid(place.dataDir);
  if (turn % 3 !== 0 && postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
  if (turn % 3 === 1) return;
  running.kill('SIGKILL');
  await running.exit;
  running = startAnyshore(place);
}

async function makePair(number: number): Promise<Pair> {
  const [client, freelancer] = [`client-${number}`, `freelancer-${number}`];
  const keys = { client: await keyOf(client), freelancer: await keyOf(freelancer) };
  await payIn(client);
  return new Pair(`http://127.0.0.1:${place.port}`, keys);
}

async function makeCrowd(): Promise<Crowd> {
  const client = await keyOf('tasker');
  await payIn('tasker');
  const names = Array.from({ length: WORKERS }, (_, number) => `worker-${number}`);
  const workers = await Promise.all(names.map(keyOf));
  const crowd = new Crowd(`http://127.0.0.1:${place.port}`, { client, workers });
  await crowd.order();
  return crowd;
}

async function keyOf(name: string): Promise<string> {
  const named = ['--email', `${name}@x.test`, '--name', name];
  expect((await anyshore(place, ['member', 'create', ...named])).code).toBe(0);
  const made = await anyshore(place, ['key', 'create', ...named, '--json']);
  return (JSON.parse(made.out) as { key: string }).key;
}

async function payIn(name: string): Promise<void> {
  const amount = ['--amount', '1000000', '--currency', 'USD'];
  const paid = await anyshore(place, ['deposit', '--email', `${name}@x.test`, ...amount]);
  expect(paid.code).toBe(0);
}

async function checkAll(acknowledged: Acknowledged[]): Promise<void> {
  const url = runningEmbeddedPostgres(place.dataDir);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const kinds = {
      drafted: 'project.drafted',
      published: 'project.published',
      proposed: 'proposal.sent',
      awarded: 'contract.offered',
      signed: 'contract.signed',
      funded: 'milestone.funded',
      delivered: 'milestone.delivered',
      paid: 'milestone.paid',
      ...Object.fromEntries(TASK_KINDS.map((kind) => [kind, kind])),
    } as Record<string, string>;
    for (const [act, kind] of Object.entries(kinds)) {
      const ids = acknowledged.filter((one) => one.act === act).map((one) => one.id);
      const found = await client.query<{ subject: string; times: number }>(
        `select subject_id as subject, count(*)::int as times from event
         where kind = $1 group by subject_id`,
        [kind],
      );
      const times = new Map(found.rows.map((row) => [row.subject, row.times]));
      expect(
        ids.filter((id) => times.get(id) !== 1),
        `${act}: exactly one event`,
      ).toEqual([]);
    }
    const holes = await client.query(
      `select root_id from event group by home, root_id
       having count(*) <> max(seq) or min(seq) <> 1`,
    );
    expect(holes.rows, 'the numbers of a root have no gap').toEqual([]);
    const halves = await client.query(HALF_DONE);
    expect(halves.rows, 'no milestone is half done').toEqual([]);
    for (const [what, statement] of Object.entries(HALF_DONE_TASKS)) {
      expect((await client.query(statement)).rows, what).toEqual([]);
    }
  } finally {
    await client.end();
  }
}

const TASK_KINDS = [
  'assignment.accepted',
  'assignment.submitted',
  'assignment.returned',
  'assignment.approved',
];

/** A funded milestone has its escrow transfer and its event, a paid one its two. */
const HALF_DONE = `
  select m.id, m.state, count(distinct e.kind) filter (where e.kind = 'milestone.funded') as funded,
    count(distinct e.kind) filter (where e.kind = 'milestone.paid') as paid,
    count(t.id) as transfers
  from milestone m
  left join event e on e.subject_id = m.id and e.kind in ('milestone.funded', 'milestone.paid')
  left join transfer t on t.home = e.home and t.event_id = e.id
  group by m.id, m.state
  having (m.state in ('funded', 'delivered', 'paid'))
    <> (count(*) filter (where e.kind = 'milestone.funded' and t.id is not null) > 0)
    or (m.state = 'paid')
    <> (count(*) filter (where e.kind = 'milestone.paid' and t.id is not null) = 2)`;
