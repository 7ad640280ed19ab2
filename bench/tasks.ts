/**
 * The worker's loop, accept and submit, through HTTP on a real served process, at batches of any
 * size and with 1, 8 and 64 workers, in two requests and in one that submits and takes the next;
 * the same acts in process, and the same SQL by plain `pg`, by turns in the same run. Then
 * approvals, one by one and in lots of a hundred.
 */
import { reactionsTo } from '#jobs/reactions.ts';
import { createDatabase } from '#platform/database.ts';
import { createPool } from '#platform/pipeline/create-pool.ts';
import { createRun, type Run } from '#platform/run.ts';
import { fillAnswers, fillBatch, WANTED_EACH } from './fill-tasks.ts';
import { type Line, loops, rounded } from './measure.ts';
import { type Keyed, keyedMember, type Served, serveMarket } from './served.ts';
import { domainDoor, httpDoor, plainDoor, type TaskDoor } from './task-doors.ts';

const WORKERS = [1, 8, 64];
/** As many as the server has: `run` in process waits for connections as it does there. */
const CONNECTIONS = 10;
/** The doors take turns, so that what else the machine does meets all of them. */
const STRETCHES = 6;
const LOT = 100;

export type TasksOptions = { sizes: readonly number[]; seconds: number };

type Bench = {
  served: Served;
  owner: ReturnType<typeof createPool>;
  doors: TaskDoor[];
  client: Keyed;
  crew: Keyed[];
};

export async function benchTasks({ sizes, seconds }: TasksOptions): Promise<Line[]> {
  const served = await serveMarket(['--empty']);
  const owner = createPool({ connectionString: served.databaseUrl(), connections: CONNECTIONS });
  try {
    const run = runOn(owner);
    const client = await keyedMember(run, 'Client', 10n ** 12n);
    const crew: Keyed[] = [];
    for (let n = 0; n < Math.max(...WORKERS); n += 1) {
      crew.push(await keyedMember(run, `Worker ${n}`, 0n));
    }
    const doors = [
      plainDoor(owner),
      domainDoor(run),
      httpDoor(served.url, 'http'),
      httpDoor(served.url, 'http, one act'),
    ];
    const bench = { served, owner, doors, client, crew };
    // What is compiled on the way is not measured.
    await measureLoops(bench, { size: 5_000, workers: 8, seconds });
    const lines: Line[] = [];
    for (const size of sizes) {
      for (const workers of WORKERS) {
        const line = await measureLoops(bench, { size, workers, seconds });
        lines.push(line);
      }
    }
    lines.push(...(await measureApprovals(bench, seconds)));
    return lines;
  } finally {
    await owner.end();
    await served.close();
  }
}

/** As the server makes it, but for the relay, which is the server's. */
function runOn(pool: ReturnType<typeof createPool>): Run {
  return createRun(createDatabase(pool), { reacts: (kind) => reactionsTo(kind).length > 0 });
}

type Case = { size: number; workers: number; seconds: number };

/** Batches of one size: a worker that finds nothing left goes on in the next one. */
class Supply {
  readonly submitted = new Map<string, string[]>();
  private readonly batchIds: string[];

  constructor(batchIds: string[]) {
    this.batchIds = batchIds;
  }

  get current(): string {
    const [first] = this.batchIds;
    if (first === undefined) throw new Error('The batches were too few for this machine');
    return first;
  }

  leave(batchId: string): void {
    if (this.batchIds[0] === batchId) this.batchIds.shift();
  }
}

async function supplyOf({ owner, client }: Bench, size: number, loopsWanted: number) {
  const run = runOn(owner);
  const count = Math.ceil(loopsWanted / size);
  const batchIds: string[] = [];
  for (let made = 0; made < count; made += 1) {
    batchIds.push(await fillBatch({ run, owner }, client.actor, size));
  }
  return new Supply(batchIds);
}

/** What PostgreSQL would otherwise do beside the first seconds that are measured. */
async function settle(owner: Bench['owner']): Promise<void> {
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
}

type Sums = { perSecond: number; cpuNode: number; cpuPostgres: number; accepts: number[] };

async function measureLoops(bench: Bench, { size, workers, seconds }: Case): Promise<Line> {
  // One worker does each task once, several of them three times as many.
  const each = seconds * (workers === 1 ? 500 : 1_500) * bench.doors.length;
  const supply = await supplyOf(bench, size, Math.ceil(workers === 1 ? each : each / WANTED_EACH));
  const sums = new Map<string, Sums>();
  const part = { atOnce: workers, seconds: seconds / STRETCHES };
  for (const door of bench.doors) await loops({ ...part, seconds: 0.3 }, loop(bench, door, supply));
  await settle(bench.owner);
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    for (const door of bench.doors) {
      const accepts: number[] = [];
      const before = cpuNow(bench, door);
      const rate = await loops(part, loop(bench, door, supply, accepts));
      const after = cpuNow(bench, door);
      const sum = sums.get(door.name) ?? { perSecond: 0, cpuNode: 0, cpuPostgres: 0, accepts: [] };
      sum.perSecond += rate.perSecond / STRETCHES;
      sum.cpuNode += (after.node - before.node) / rate.count / STRETCHES;
      sum.cpuPostgres += (after.postgres - before.postgres) / rate.count / STRETCHES;
      sum.accepts.push(...accepts);
      sums.set(door.name, sum);
    }
  }
  return { what: `loops, ${size} tasks, ${workers} at once`, figures: figuresOf(sums) };
}

/** The bench's own process does the work of the two doors without a server. */
function cpuNow({ served }: Bench, door: TaskDoor): { node: number; postgres: number } {
  const { node, postgres } = served.cpuMs();
  const own = process.cpuUsage();
  return { node: door.name.startsWith('http') ? node : (own.user + own.system) / 1_000, postgres };
}

function figuresOf(sums: Map<string, Sums>): Line['figures'] {
  const [plain, domain] = [sums.get('plain'), sums.get('in process')];
  const [http, oneAct] = [sums.get('http'), sums.get('http, one act')];
  if (plain === undefined || domain === undefined) return {};
  if (http === undefined || oneAct === undefined) return {};
  const cpu = (sum: Sums) => sum.cpuNode + sum.cpuPostgres;
  const at = ({ accepts }: Sums, share: number) =>
    rounded(accepts.sort((a, b) => a - b)[Math.floor(accepts.length * share)] ?? Number.NaN);
  return {
    'http/s': Math.round(http.perSecond),
    'in process/s': Math.round(domain.perSecond),
    'plain/s': Math.round(plain.perSecond),
    'in process:plain': rounded(domain.perSecond / plain.perSecond),
    'http:plain': rounded(http.perSecond / plain.perSecond),
    'CPU ms a loop': rounded(cpu(http)),
    'of it node': rounded(http.cpuNode),
    'in process CPU ms': rounded(cpu(domain)),
    'plain CPU ms': rounded(cpu(plain)),
    'accept p50 ms': at(http, 0.5),
    'p95 ms': at(http, 0.95),
    'one act/s': Math.round(oneAct.perSecond),
    'one act:plain': rounded(oneAct.perSecond / plain.perSecond),
    'one act CPU ms': rounded(cpu(oneAct)),
    'one act p95 ms': at(oneAct, 0.95),
  };
}

function loop({ crew }: Bench, door: TaskDoor, supply: Supply, accepts: number[] = []) {
  const held = new Map<number, string>();
  return async (_turn: number, place: number) => {
    const worker = crew[place];
    if (worker === undefined) throw new Error('More loops than workers');
    for (;;) {
      const batchId = supply.current;
      const before = performance.now();
      const assignmentId = held.get(place) ?? (await door.accept(worker, batchId));
      if (assignmentId === undefined) {
        supply.leave(batchId);
        continue;
      }
      if (door.goOn === undefined) {
        accepts.push(performance.now() - before);
        await door.submit(worker, assignmentId);
        return;
      }
      held.delete(place);
      const next = await door.goOn(worker, assignmentId);
      accepts.push(performance.now() - before);
      if (next === undefined) supply.leave(batchId);
      else held.set(place, next);
      return;
    }
  };
}

/** Approves answers that wait in a batch of their own. */
async function measureApprovals(bench: Bench, seconds: number): Promise<Line[]> {
  const { owner, client, crew, doors } = bench;
  const run = runOn(owner);
  const batchId = await fillBatch({ run, owner }, client.actor, Math.round(seconds * 12_000));
  const workerIds = crew.map((worker) => worker.partyId);
  const ids = await fillAnswers(owner, batchId, workerIds);
  await settle(owner);
  // One answer of each worker is paid first: accounts are opened once, not at each approval.
  await domainDoor(run).approve(client, batchId, ids.splice(0, crew.length));
  const lines: Line[] = [];
  for (const [atOnce, lot] of [
    [1, 1],
    [8, 1],
    [1, LOT],
  ] as const) {
    const figures: Line['figures'] = {};
    for (const door of doors) {
      if (door.goOn !== undefined) continue;
      // The plain statements are written for one answer at a time.
      if (lot > 1 && door.name === 'plain') continue;
      const before = cpuNow(bench, door);
      const rate = await loops({ atOnce, seconds: seconds / 2 }, () =>
        door.approve(client, batchId, ids.splice(0, lot)),
      );
      const after = cpuNow(bench, door);
      const cpu = after.node + after.postgres - before.node - before.postgres;
      figures[`${door.name}/s`] = Math.round(rate.perSecond * lot);
      figures[`${door.name} CPU ms`] = rounded(cpu / rate.count / lot);
    }
    lines.push({ what: `approve + pay, lots of ${lot}, ${atOnce} at once`, figures });
  }
  return lines;
}
