import type { JobServices } from '#jobs/job.ts';
import { JOBS, type JobName } from '#jobs/jobs.ts';
import { reactionsTo } from '#jobs/reactions.ts';
import { createLogger } from '#platform/logger.ts';
import type { TestDatabase } from '../database.ts';

export type Clockwork = {
  /** Does a job as if it were then. */
  work(name: JobName, now: Date, payload?: unknown): Promise<void>;
  /** Does what every event so far asks for, in the order of events; again each time it is called. */
  react(now?: Date): Promise<void>;
  /** Files that the jobs removed from the store. */
  removed: string[];
};

export type ClockworkParts = Pick<TestDatabase, 'run' | 'readDb'> & {
  /** Where files lie; without it they have no bytes. */
  files?: JobServices['files'];
};

/** The jobs of a test database, without a queue: a test says when. */
export function clockwork({ run, readDb, files: stored }: ClockworkParts): Clockwork {
  const removed: string[] = [];
  const files = {
    ...stored,
    remove: async (id: string) => {
      removed.push(id);
    },
  } as unknown as JobServices['files'];
  const services = { run, readDb, files, mailer: undefined, log: createLogger('silent') };
  const work: Clockwork['work'] = (name, now, payload) =>
    JOBS[name]({ ...services, publicUrl: 'https://market.test', now: () => now }, payload);
  return {
    removed,
    work,
    async react(now = new Date()) {
      const events = await readDb.selectFrom('event').selectAll().orderBy('at').execute();
      for (const { home, id, kind, rootId, seq } of events) {
        for (const name of reactionsTo(kind)) {
          await work(name, now, { home, id, kind, rootId, seq });
        }
      }
    },
  };
}
