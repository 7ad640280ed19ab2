import { systemActor } from '#domain/kernel/actor.ts';
import { noteLedgerCheck } from '#domain/market/commands/note-ledger-check.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { checkLedger } from '#domain/market/queries/check-ledger.ts';
import type { Job } from './job.ts';

/** Recomputes the ledger and keeps what came out; operators are told of differences by the event. */
export const checkLedgerNow: Job = async ({ readDb, run, log, now }) => {
  const check = await checkLedger(readDb);
  const { differenceCount, differences, accounts, transfers, tookMs } = check;
  if (differenceCount > 0) {
    log.error({ differenceCount, differences: differences.slice(0, 20) }, 'the ledger differs');
  } else {
    log.info({ accounts, transfers, tookMs }, 'the ledger balances');
  }
  const actor = systemActor('ledger-check');
  await run(noteLedgerCheck, check, { actor, root: MARKET_ROOT, now: now() });
};
