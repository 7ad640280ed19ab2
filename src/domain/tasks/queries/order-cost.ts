import { homeOf } from '#domain/kernel/ids.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import type { ReadDb } from '#platform/database.ts';
import { goldWanted } from '../gold.ts';
import { type BatchCost, batchCost, taskFee } from '../task-price.ts';
import type { BatchRow } from './find-batch.ts';

export type OrderCost = BatchCost & {
  /** Answers to ordinary tasks, and to gold ones. */
  ordinary: bigint;
  gold: bigint;
  wanted: bigint;
  feeMinor: bigint;
};

/** What ordering a draft costs now: the same sum as `orderBatch` holds, to the cent. */
export async function orderCost(db: ReadDb, batch: BatchRow, now: Date): Promise<OrderCost> {
  const question = { contractKind: 'task' as const, currency: batch.currency, at: now };
  const { client: feeRule } = await feeRulesAt(db, question);
  const feeMinor = taskFee(feeRule, batch.rewardMinor);
  const ofGold = await goldAsWritten(db, batch);
  const ordinary = batch.wanted - ofGold;
  const spread = batch.goldTasks > 0 && batch.goldPercent > 0;
  const gold = spread
    ? BigInt(goldWanted(ordinary, batch.goldTasks, batch.goldPercent) * batch.goldTasks)
    : ofGold;
  const wanted = ordinary + gold;
  const { rewardMinor, reserveWantedMinor: reserveMinor } = batch;
  const cost = batchCost({ wanted, rewardMinor, feeMinor, reserveMinor });
  return { ...cost, ordinary, gold, wanted, feeMinor };
}

async function goldAsWritten(db: ReadDb, batch: BatchRow): Promise<bigint> {
  if (batch.goldTasks === 0) return 0n;
  const row = await db
    .selectFrom('task')
    .select(({ fn }) => fn.sum<string | null>('wanted').as('wanted'))
    .where('home', '=', homeOf(batch.id))
    .where('batchId', '=', batch.id)
    .where('gold', '=', true)
    .executeTakeFirst();
  return BigInt(row?.wanted ?? 0);
}
