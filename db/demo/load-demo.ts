/**
 * Loads the demo marketplace into an empty database: a small cast, money, projects, contracts in
 * every state, feedback; around it a crowd of freelancers and their clients. The same each time but
 * for its dates, which are told from today.
 */
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { changeTerms } from '#domain/market/commands/change-terms.ts';
import { markDemo } from '#domain/market/commands/mark-demo.ts';
import { noteLedgerCheck } from '#domain/market/commands/note-ledger-check.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { checkLedger } from '#domain/market/queries/check-ledger.ts';
import { passOverRelay } from '#platform/after-commit/pass-over-relay.ts';
import type { Auth } from '#platform/auth.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { DatabasePools } from '#platform/open-database.ts';
import type { Run } from '#platform/run.ts';
import { gatherCast } from './cast.ts';
import { type Crowd, loadCrowd } from './crowd/load-crowd.ts';
import { askForWork } from './crowd/open-projects.ts';
import { tellHistories } from './histories.ts';
import { meetCrowd } from './meetings.ts';
import { leaveOnDesk, payIn } from './money.ts';
import { offerWork, scoreCast, workersOf } from './offers.ts';
import { openProjects } from './projects.ts';
import { act, type Stage } from './stage.ts';
import { loadTasks } from './tasks/load-tasks.ts';

export type DemoServices = {
  run: Run;
  pools: Pick<DatabasePools, 'readDb'> & Partial<Pick<DatabasePools, 'ownerPool'>>;
  auth: Auth;
  files: FileStore;
};

const BANK = 'Northshore Cooperative, IE29 AIBK 9311 5212 3456 78. Write the reference as purpose.';

/**
 * Without the crowd it is the named cast alone, which is enough to look at contracts and money.
 * With an owner's pool nobody is told of what the crowd did.
 */
export async function loadDemo(
  services: DemoServices,
  { crowd = true }: { crowd?: boolean } = {},
): Promise<void> {
  const { run, pools, auth, files } = services;
  const stage: Stage = { run, readDb: pools.readDb, files, today: new Date() };
  const cast = await gatherCast(stage, auth);
  await offerWork(stage, cast);
  const known = { workers: workersOf(cast), operator: cast.sam };
  const people = crowd ? await loadCrowd(stage, known) : undefined;
  if (people && pools.ownerPool) await passOverRelay(pools.ownerPool);
  await payIn(stage, cast);
  await tellHistories(stage, cast);
  await scoreCast(stage);
  if (people) await askForWork(stage, people);
  await openProjects(stage, cast);
  await leaveOnDesk(stage, cast);
  if (people) await meetCrowd(stage, cast, people);
  await loadTasks(stage, cast, workingCrowd(people));
  const terms = { bankInstructions: BANK };
  await act(stage, { actor: cast.sam, root: MARKET_ROOT, ago: 80 }, [changeTerms, terms]);
  await run(markDemo, {}, { actor: systemActor('demo'), root: MARKET_ROOT });
  const check = await checkLedger(pools.readDb);
  await run(noteLedgerCheck, check, { actor: systemActor('ledger-check'), root: MARKET_ROOT });
}

/** Those of the crowd who do small tasks besides: persons, as they act for themselves. */
function workingCrowd(people: Crowd | undefined): MemberActor[] {
  const actors = [...(people?.actors.values() ?? [])];
  return actors.filter((one) => one.role === 'self').slice(0, 22);
}
