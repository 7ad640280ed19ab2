/** What search engines are told to read, by key and in parts, so that no length fills the memory. */
import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';

export type Address = { id: string; changedAt: Date };
export type AddressesOf = 'freelancers' | 'projects';

type Question = { of: AddressesOf; now: Date };
type Slice = { after: string | null; skip?: number; limit: number };

/**
 * After which id each part of at most `size` addresses begins; null is the first part, which is
 * there even when it is empty.
 */
export async function addressParts(
  db: ReadDb,
  { size, ...question }: Question & { size: number },
): Promise<(string | null)[]> {
  const parts: (string | null)[] = [null];
  for (let after: string | null = null; ; ) {
    const slice: Slice = { after, skip: size - 1, limit: 2 };
    const [last, beyond]: Address[] = await addresses(db, question, slice);
    if (last === undefined || beyond === undefined) return parts;
    after = last.id;
    parts.push(after);
  }
}

/** The next addresses after an id, in the order of their ids. */
export async function addressesAfter(
  db: ReadDb,
  { of, now, ...slice }: Question & { after: string | null; limit: number },
): Promise<Address[]> {
  return addresses(db, { of, now }, slice);
}

async function addresses(
  db: ReadDb,
  { of, now }: Question,
  { after, skip = 0, limit }: Slice,
): Promise<Address[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  if (of === 'freelancers') {
    return db
      .selectFrom('listing')
      .select(['id', 'refreshedAt as changedAt'])
      .where('id', '>', from)
      .orderBy('id')
      .offset(skip)
      .limit(limit)
      .execute();
  }
  return db
    .selectFrom('project')
    .select(['id', sql<Date>`coalesce(published_at, created_at)`.as('changedAt')])
    .where('state', '=', 'open')
    .where('audience', '=', 'everyone')
    .where('expiresAt', '>', now)
    .where('id', '>', from)
    .orderBy('id')
    .offset(skip)
    .limit(limit)
    .execute();
}
