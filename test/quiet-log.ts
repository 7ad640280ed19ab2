import { createLogger } from '#platform/logger.ts';

/** A log that says nothing. */
export const quiet = createLogger('silent');
