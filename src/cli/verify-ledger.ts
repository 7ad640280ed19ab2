import { checkLedger } from '#domain/market/queries/check-ledger.ts';
import type { CliCommand } from './command.ts';

export const verifyLedgerCommand: CliCommand = {
  summary: 'recompute every balance and every escrow',
  usage: '',
  details: ['Names each difference; the exit code is 1 when there is one.'],
  options: {},
  async run(_words, services) {
    const { readDb } = await services.open();
    const check = await checkLedger(readDb);
    const { accounts, transfers, differenceCount, differences, tookMs } = check;
    const size = `${accounts} accounts and ${transfers} transfers in ${tookMs} ms`;
    return {
      json: check,
      lines:
        differenceCount === 0
          ? [`the ledger balances: ${size}`]
          : [
              `the ledger differs in ${differenceCount} places: ${size}`,
              ...differences.map((difference) => `  ${JSON.stringify(difference)}`),
            ],
      exitCode: differenceCount === 0 ? 0 : 1,
    };
  },
};
