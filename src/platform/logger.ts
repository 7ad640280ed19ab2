import { pino } from 'pino';

export type Logger = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/**
 * The process's log: one JSON object a line on standard error, so that standard output stays free
 * for what a command answers. `level` is one of pino's; `silent` switches it off.
 */
export function createLogger(level: string): pino.Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['password', '*.password', 'authorization', '*.authorization', '*.cookie'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
