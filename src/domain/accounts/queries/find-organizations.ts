import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import { requireOperator } from '../permission.ts';
import type { OrganizationKind } from '../profile.ts';

export type FoundOrganization = {
  id: string;
  name: string;
  kind: OrganizationKind;
  country: string | null;
  createdAt: Date;
  members: number;
  owners: string[];
};

const OWNERS_SHOWN = 3;

/** Organizations, newest first, by a part of their name; for operators. */
export async function findOrganizations(
  db: ReadDb,
  actor: Actor,
  question: { search?: string; cursor?: string; limit: number },
): Promise<Page<FoundOrganization>> {
  requireOperator(actor);
  const { search, cursor, limit } = question;
  let query = db
    .selectFrom('organization')
    .innerJoin('party', 'party.id', 'organization.id')
    .select(['organization.id', 'party.name', 'organization.kind', 'country'])
    .select('organization.createdAt')
    .orderBy('organization.createdAt', 'desc')
    .orderBy('organization.id', 'desc')
    .limit(limit + 1);
  if (search !== undefined) {
    query = query.where('party.name', 'ilike', `%${search.replace(/[\\%_]/g, '\\$&')}%`);
  }
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on(on.refTuple('organization.createdAt', 'organization.id'), '<', on.tuple(at, id)),
    );
  }
  const page = toPage(await query.execute(), limit, (row) => ({ at: row.createdAt, id: row.id }));
  const people = await peopleOf(
    db,
    page.rows.map((row) => row.id),
  );
  return {
    ...page,
    rows: page.rows.map((row) => {
      const own = people.filter((one) => one.organizationId === row.id);
      const owners = own.filter((one) => one.role === 'owner').map((one) => one.name);
      return {
        ...row,
        kind: row.kind as OrganizationKind,
        members: own.length,
        owners: owners.slice(0, OWNERS_SHOWN),
      };
    }),
  };
}

async function peopleOf(db: ReadDb, organizationIds: string[]) {
  if (organizationIds.length === 0) return [];
  return db
    .selectFrom('membership')
    .innerJoin('party', 'party.id', 'membership.memberId')
    .select(['organizationId', 'role', 'party.name'])
    .where('organizationId', 'in', organizationIds)
    .orderBy('joinedAt')
    .execute();
}
