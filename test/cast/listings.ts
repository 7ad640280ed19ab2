/** Profiles of the cast, written as rows and listed by the command that lists them. */
import { refreshListing } from '#domain/directory/commands/refresh-listing.ts';
import type { Availability } from '#domain/directory/freelancer-profile.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/ids.ts';
import type { Command } from '#platform/context.ts';
import type { TestDatabase } from '../database.ts';

export type CastListing = {
  name: string;
  headline?: string;
  about?: string;
  country?: string;
  /** In whole units of the base currency. */
  rate?: number;
  availability?: Availability;
  categories: readonly string[];
  skills?: readonly string[];
  languages?: readonly string[];
  score?: number | null;
  contracts?: number;
};

export const refresh: Command<{ id: string }, null> = async (ctx, { id }) => {
  await refreshListing(ctx, id);
  return null;
};

const actor = systemActor('cast');
let born = Date.UTC(2026, 0, 1);

/** Lists an agency of this kind; gives its id. */
export async function castListing(
  { db, run }: Pick<TestDatabase, 'db' | 'run'>,
  one: CastListing,
): Promise<string> {
  born += 60_000;
  const at = new Date(born);
  const id = newId(7, at);
  const { name, country = 'RO', rate = 25 } = one;
  await db
    .insertInto('party')
    .values({ id, kind: 'organization', name, country, createdAt: at })
    .execute();
  await db
    .insertInto('freelancer')
    .values({
      id,
      headline: one.headline ?? '',
      about: one.about ?? '',
      languages: JSON.stringify((one.languages ?? []).map((code) => ({ code, level: 'fluent' }))),
      rateLowMinor: BigInt(Math.round(rate * 100)),
      rateHighMinor: BigInt(Math.round(rate * 120)),
      availability: one.availability ?? 'open',
      listedAt: at,
      firstListedAt: at,
      changedAt: at,
    })
    .execute();
  await writeOffer(db, id, one);
  if (one.score != null) await writeScore(db, id, one.score, one.contracts ?? 5);
  await run(refresh, { id }, { actor, root: id });
  return id;
}

type Db = TestDatabase['db'];

/** Replaces the categories and skills of a profile. */
export async function writeOffer(
  db: Db,
  freelancerId: string,
  { categories, skills = [] }: Pick<CastListing, 'categories' | 'skills'>,
): Promise<void> {
  await db.deleteFrom('freelancerCategory').where('freelancerId', '=', freelancerId).execute();
  await db.deleteFrom('freelancerSkill').where('freelancerId', '=', freelancerId).execute();
  for (const [position, category] of categories.entries()) {
    await db
      .insertInto('freelancerCategory')
      .values({ freelancerId, category, position })
      .execute();
  }
  for (const [position, skill] of skills.entries()) {
    await db.insertInto('freelancerSkill').values({ freelancerId, skill, position }).execute();
  }
}

/** Gives a profile this score, as if outcomes had earned it. */
export async function writeScore(
  db: Db,
  partyId: string,
  score: number,
  contracts: number,
): Promise<void> {
  const row = { score, low: Math.max(1, score - 0.4), high: Math.min(5, score + 0.2), contracts };
  await db
    .insertInto('reputation')
    .values({ partyId, side: 'freelancer', ...row, asOf: new Date() })
    .onConflict((conflict) => conflict.columns(['partyId', 'side']).doUpdateSet(row))
    .execute();
}
