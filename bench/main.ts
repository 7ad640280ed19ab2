/** bin/bench [suite] [--json FILE] [--quick] [--sizes N,M]: figures as ratios of one run, for people and as JSON. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDirectory } from './directory.ts';
import { benchLedger } from './ledger.ts';
import { benchLifecycle } from './lifecycle.ts';
import { benchMatching } from './matching.ts';
import { type Line, printed } from './measure.ts';
import { benchPages } from './pages.ts';
import { benchRates } from './rates.ts';
import { benchTasks } from './tasks.ts';

type Suite = (options: { quick: boolean; sizes?: readonly number[] }) => Promise<Line[]>;

const SUITES: Record<string, Suite> = {
  lifecycle: ({ quick }) => benchLifecycle({ seconds: quick ? 5 : 20 }),
  ledger: ({ quick }) =>
    benchLedger({ seconds: quick ? 2 : 8, verifyTransfers: quick ? 100_000 : 500_000 }),
  pages: ({ quick }) => benchPages({ seconds: quick ? 3 : 10 }),
  directory: ({ quick, sizes = quick ? [10_000] : [10_000, 100_000, 1_000_000] }) =>
    benchDirectory({ sizes, rounds: quick ? 1 : 5 }, [benchMatching, benchRates]),
  tasks: ({ quick, sizes = quick ? [500, 20_000] : [500, 5_000, 20_000, 100_000, 1_000_000] }) =>
    benchTasks({ sizes, seconds: quick ? 2 : 6 }),
};

const HELP = `bin/bench [suite] [--json FILE] [--quick] [--sizes 10000,100000,1000000]
Suites: ${Object.keys(SUITES).join(', ')}; all of them when none is named.
--sizes is for directory and tasks: how many profiles it has, how many tasks a batch.
The machine should be idle: trust ratios more than rates.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean' },
      sizes: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !(name in SUITES));
  if (values.help || unknown !== undefined) {
    console.log(unknown === undefined ? HELP : `No suite is called ${unknown}.\n${HELP}`);
    process.exitCode = unknown === undefined ? 0 : 2;
    return;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(SUITES);
  const quick = values.quick === true;
  const sizes = values.sizes?.split(',').map(Number);
  const results: Record<string, Line[]> = {};
  for (const name of names) {
    console.log(`${name}`);
    const lines = await SUITES[name]?.({ quick, ...(sizes && { sizes }) });
    results[name] = lines ?? [];
    console.log(printed(results[name]));
  }
  if (values.json !== undefined) {
    const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? '' };
    const report = { at: new Date().toISOString(), machine, results };
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
}

await main();
