import type { Mailer } from '#platform/after-commit/mailer.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Logger } from '#platform/logger.ts';
import type { Run } from '#platform/run.ts';

/** What a job works with. */
export type JobServices = {
  run: Run;
  readDb: ReadDb;
  files: FileStore;
  /** Undefined where mails stay in the outbox. */
  mailer: Mailer | undefined;
  log: Logger;
  /** The address that people use, without a slash at its end: for links in mails. */
  publicUrl: string;
  now: () => Date;
};

/** Done at least once: doing it twice must do no harm. A reaction's payload is an `EventReference`. */
export type Job = (services: JobServices, payload: unknown) => Promise<void>;
