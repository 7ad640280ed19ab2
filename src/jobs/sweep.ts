import { systemActor } from '#domain/kernel/actor.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Job, JobServices } from './job.ts';

/** Runs a command for one row, in the name of the sweep. `root` is any id of the row's home. */
type Act = <Input, Result extends JsonResult>(
  command: Command<Input, Result>,
  input: Input,
  root: string,
) => Promise<Result>;

type Row = string | { id: string };

const PAGE = 200;

/**
 * A job that finds what is due without locks, page by page, and acts on each row in a command of
 * its own, which locks the row and asks again. A row that fails is logged and waits for the next
 * sweep; the others go on.
 */
export function sweep<Due extends Row>(
  actorName: string,
  find: (db: ReadDb, now: Date, limit: number) => Promise<Due[]>,
  each: (act: Act, row: Due, services: JobServices) => Promise<unknown>,
): Job {
  return async (services) => {
    const seen = new Set<string>();
    for (let stuck = 0; ; ) {
      const now = services.now();
      const due = await find(services.readDb, now, PAGE + stuck);
      const fresh = due.filter((row) => !seen.has(idOf(row)));
      stuck = due.length - fresh.length;
      if (fresh.length === 0) return;
      for (const row of fresh) {
        seen.add(idOf(row));
        const act: Act = (command, input, root) =>
          services.run(command, input, { actor: systemActor(actorName), root, now });
        await each(act, row, services).catch((error: unknown) => {
          services.log.error({ err: error, id: idOf(row), sweep: actorName }, 'a sweep failed');
        });
      }
    }
  };
}

function idOf(row: Row): string {
  return typeof row === 'string' ? row : row.id;
}
