import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { requireOperator } from '../permission.ts';

export type FoundMember = {
  id: string;
  name: string;
  email: string;
  country: string | null;
  operator: boolean;
  suspendedAt: Date | null;
  createdAt: Date;
};

/** Members, newest first, by a part of their name or address; for operators. */
export async function findMembers(
  db: ReadDb,
  actor: Actor,
  question: { search?: string; suspended?: boolean; cursor?: string; limit: number },
): Promise<Page<FoundMember>> {
  requireOperator(actor);
  const { search, suspended = false, cursor, limit } = question;
  let query = members(db)
    .orderBy('member.createdAt', 'desc')
    .orderBy('member.id', 'desc')
    .limit(limit + 1);
  if (search !== undefined) {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((on) => on.or([on('name', 'ilike', like), on('email', 'ilike', like)]));
  }
  if (suspended) query = query.where('suspendedAt', 'is not', null);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on(on.refTuple('member.createdAt', 'member.id'), '<', on.tuple(at, id)),
    );
  }
  return toPage(await query.execute(), limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** One member with the organizations it acts for; for operators. Refuses `not_found`. */
export async function memberForOperator(
  db: ReadDb,
  actor: Actor,
  id: string,
): Promise<FoundMember & { organizations: { id: string; name: string; role: string }[] }> {
  requireOperator(actor);
  const member = isId(id)
    ? await members(db).where('member.id', '=', id).executeTakeFirst()
    : undefined;
  if (member === undefined) return refuse('not_found', { thing: 'member' });
  const organizations = await db
    .selectFrom('membership')
    .innerJoin('party', 'party.id', 'membership.organizationId')
    .select(['party.id', 'party.name', 'membership.role'])
    .where('memberId', '=', id)
    .orderBy('party.name')
    .execute();
  return { ...member, organizations };
}

function members(db: ReadDb) {
  return db
    .selectFrom('member')
    .innerJoin('party', 'party.id', 'member.id')
    .select(['member.id', 'name', 'email', 'country', 'operator', 'suspendedAt'])
    .select('member.createdAt');
}
