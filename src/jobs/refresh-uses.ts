import type { ChangeTaxonomy } from '#domain/directory/commands/change-taxonomy.ts';
import { refreshListingOf } from '#domain/directory/commands/refresh-listing-of.ts';
import { listedUsers } from '#domain/directory/queries/taxonomy-uses.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import type { EventReference } from '#platform/after-commit/relay.ts';
import type { Job } from './job.ts';

const PAGE = 200;

/**
 * After a category or skill got another name, the listings of those who use it say the new one. One
 * transaction each, so that nobody waits for all of them; doing it again only does it again.
 */
export const refreshUsesOf: Job = async ({ run, readDb, now }, payload) => {
  const { home, id } = payload as EventReference;
  const event = await readDb
    .selectFrom('event')
    .select('data')
    .where('home', '=', home)
    .where('id', '=', id)
    .executeTakeFirst();
  if (event === undefined) return;
  const { act, kind, slug, changes } = event.data as ChangeTaxonomy & { changes: object };
  if (act !== 'change' || !('name' in changes || 'also' in changes)) return;
  const actor = systemActor('taxonomy');
  for (let after: string | null = null; ; ) {
    const ids: string[] = await listedUsers(readDb, { kind, slug, after, limit: PAGE });
    for (const partyId of ids) {
      await run(refreshListingOf, { partyId }, { actor, root: partyId, now: now() });
    }
    after = ids.at(-1) ?? null;
    if (ids.length < PAGE) return;
  }
};
