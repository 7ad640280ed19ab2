/** bin/anyshore: finds the command, reads its words, prints its answer. */
import { parseArgs } from 'node:util';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/logger.ts';
import { isStartError } from '#platform/start-error.ts';
import { type CliCommand, UsageError, type Words } from './command.ts';
import { deposit } from './deposit.ts';
import { doctor } from './doctor.ts';
import { keyCreate } from './key-create.ts';
import { memberCreate } from './member-create.ts';
import { migrateCommand } from './migrate.ts';
import { recordKeyRotate } from './record-key-rotate.ts';
import { refusalText } from './refusal-text.ts';
import { cliServices } from './services.ts';
import { statesCommand } from './states.ts';
import { verifyLedgerCommand } from './verify-ledger.ts';

const COMMANDS: Record<string, CliCommand> = {
  migrate: migrateCommand,
  doctor,
  'member create': memberCreate,
  'key create': keyCreate,
  'record-key rotate': recordKeyRotate,
  deposit,
  'verify-ledger': verifyLedgerCommand,
  states: statesCommand,
};

async function main(args: string[]): Promise<number> {
  const name = Object.keys(COMMANDS).find((known) => startsWith(args, known.split(' ')));
  const command = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || command === undefined) {
    const asked = args.length === 0 || args.includes('--help') || args.includes('-h');
    (asked ? console.log : console.error)(overview(asked ? undefined : args[0]));
    return asked ? 0 : 2;
  }
  const words = readWords(command, args.slice(name.split(' ').length));
  if (words.help === true) {
    console.log(helpOf(name, command));
    return 0;
  }
  const config = readConfig(process.env);
  const services = cliServices(config, createLogger('warn'));
  try {
    const answer = await command.run(words, services);
    console.log(words.json ? JSON.stringify(answer.json, null, 2) : answer.lines.join('\n'));
    return answer.exitCode ?? 0;
  } finally {
    await services.close();
  }
}

function startsWith(args: string[], words: string[]): boolean {
  return words.every((word, place) => args[place] === word);
}

function readWords(command: CliCommand, args: string[]): Words {
  const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args, options: { ...command.options, ...common } }).values as Words;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function overview(unknown: string | undefined): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    ...(unknown === undefined ? [] : [`No command is called ${unknown}.`]),
    'bin/anyshore <command> [--json]; <command> --help tells more',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
  ].join('\n');
}

function helpOf(name: string, { summary, usage, details }: CliCommand): string {
  const lines = [...details, '--json  the answer as JSON'];
  return [`bin/anyshore ${name} ${usage}`.trim(), summary, ...lines.map((l) => `  ${l}`)].join(
    '\n',
  );
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  if (isRefusal(error)) console.error(refusalText(error));
  else if (isStartError(error)) console.error(error.message);
  else if (error instanceof UsageError) console.error(`${error.message} --help tells more.`);
  else console.error(error);
}
