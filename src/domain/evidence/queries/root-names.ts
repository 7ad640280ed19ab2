import { partyNames } from '#domain/accounts/queries/members-of-parties.ts';
import type { RootKind } from '#domain/kernel/event.ts';
import type { ReadDb } from '#platform/database.ts';

/** What the roots of these events are called, by their ids: a party's name, or a title. */
export async function rootNames(
  db: ReadDb,
  events: readonly { rootKind: RootKind; rootId: string }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: RootKind) => [
    ...new Set(events.filter((one) => one.rootKind === kind).map((one) => one.rootId)),
  ];
  const titles = async (table: 'contract' | 'project') => {
    const ids = idsOf(table);
    if (ids.length === 0) return [];
    return db.selectFrom(table).select(['id', 'title']).where('id', 'in', ids).execute();
  };
  const names = await partyNames(db, idsOf('party'));
  for (const { id, title } of [...(await titles('contract')), ...(await titles('project'))]) {
    names.set(id, title);
  }
  return names;
}
