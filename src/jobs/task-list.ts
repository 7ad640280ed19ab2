import type { TaskList } from 'graphile-worker';
import type { Job, JobServices } from './job.ts';
import { JOBS } from './jobs.ts';

/** The jobs as the queue calls them. */
export function taskList(services: JobServices): TaskList {
  return Object.fromEntries(
    Object.entries<Job>(JOBS).map(([name, job]) => [name, (payload) => job(services, payload)]),
  );
}
