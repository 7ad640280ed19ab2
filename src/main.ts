/**
 * The process, composed by hand: configuration → database → commands → sign-in → doors → jobs →
 * relay → listen, and all of it backwards when it is told to stop.
 */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#platform/config.ts';
import { type InstanceLock, readInstance, takeInstanceLock } from '#platform/instance-lock.ts';
import { createLogger, type Logger } from '#platform/logger.ts';
import { retryAdvice } from '#platform/retry.ts';
import { isStartError, StartError } from '#platform/start-error.ts';
import { Running, serve } from './serve.ts';

const HELP = `bin/start [--empty]

Serves Anyshore. On the first start it makes its own database and loads the demo marketplace;
--empty starts without. Settings come from the environment:
  PORT (3000), HOST (127.0.0.1), ANYSHORE_URL, ANYSHORE_DATA (data/), DATABASE_URL,
  ANYSHORE_SECRET, SMTP_URL, ANYSHORE_MAIL_FROM, ANYSHORE_ROLE (all, web, jobs) and more:
  src/platform/config.ts
`;

const STOP_WITHIN_MS = 60_000;

async function main(): Promise<void> {
  const { empty, help } = readWords();
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const lock = takeFolder(config);
  const running = new Running();
  if (lock) running.add(async () => lock.release());
  const stopped = stopOnSignal(log, running);
  process.on('uncaughtException', (error) => stopped.because(error));
  process.on('unhandledRejection', (error) => {
    // A promise that a library left behind while the database was away: it is back soon.
    if (retryAdvice(error) === 'lost') log.warn({ err: error }, 'a lost connection went unheard');
    else stopped.because(error instanceof Error ? error : new Error(String(error)));
  });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const onLost = (error: Error) => stopped.because(error);
  try {
    const publicUrl = await serve({ config, log, empty, say, onLost }, running);
    lock?.announce(publicUrl);
  } catch (error) {
    if (running.stopping) return;
    tell(error);
    await running.stop();
    process.exit(1);
  }
}

function readWords(): { empty: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      options: { empty: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return { empty: values.empty === true, help: values.help === true };
  } catch (error) {
    throw new StartError(`${(error as Error).message} Try: bin/start --help`);
  }
}

/** With a database of its own the folder is ours alone; beside an external one processes share it. */
function takeFolder(config: Config): InstanceLock | undefined {
  if (config.databaseUrl !== undefined) return undefined;
  const lock = takeInstanceLock(config.dataDir);
  if (lock) return lock;
  const running = readInstance(config.dataDir);
  const where = running ? `at ${running.url} (process ${running.pid})` : 'and is still starting';
  throw new StartError(`Anyshore already runs on ${config.dataDir}, ${where}.`);
}

/** The first signal drains, the second cuts. A fault stops the same way and ends with 1. */
function stopOnSignal(log: Logger, running: Running): { because(error: Error): void } {
  const end = async (exitCode: number) => {
    // Whatever hangs, the person who pressed Ctrl-C must not wait for ever.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    try {
      await running.stop();
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    }
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (running.stopping) process.exit(1);
      log.info({ signal }, 'stopping');
      end(0);
    });
  }
  return {
    because(error) {
      log.fatal({ err: error }, 'a fault stops this process');
      if (!running.stopping) end(1);
    },
  };
}

function tell(error: unknown): void {
  console.error(isStartError(error) ? error.message : error);
}

main().catch((error: unknown) => {
  tell(error);
  process.exitCode = 1;
});
