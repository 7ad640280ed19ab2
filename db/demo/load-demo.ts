/**
 * Loads the demo marketplace into an empty database: a small cast, money, projects, contracts in
 * every state, feedback. The same each time but for its dates, which are told from today.
 */
import type { Auth } from '#platform/auth.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { DatabasePools } from '#platform/open-database.ts';
import type { Run } from '#platform/run.ts';
import { gatherCast } from './cast.ts';
import { tellHistories } from './histories.ts';
import { leaveOnDesk, payIn } from './money.ts';
import { openProjects } from './projects.ts';
import type { Stage } from './stage.ts';

export type DemoServices = { run: Run; pools: DatabasePools; auth: Auth; files: FileStore };

export async function loadDemo(services: DemoServices): Promise<void> {
  const { run, pools, auth, files } = services;
  const stage: Stage = { run, readDb: pools.readDb, files, today: new Date() };
  const cast = await gatherCast(stage, auth);
  await payIn(stage, cast);
  await tellHistories(stage, cast);
  await openProjects(stage, cast);
  await leaveOnDesk(stage, cast);
  await pools.db.updateTable('marketTerms').set({ demo: true }).execute();
}
