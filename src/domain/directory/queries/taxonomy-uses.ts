import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';

/** How many use a category or a skill: profiles, listed ones among them, and open projects. */
export type Uses = { freelancers: number; listed: number; openProjects: number };

export const NO_USES: Uses = { freelancers: 0, listed: 0, openProjects: 0 };

type Row = Uses & { slug: string };

/** The uses of every category, by slug. */
export async function categoryUses(db: ReadDb): Promise<Map<string, Uses>> {
  return bySlug(
    await readSql<Row>(
      db,
      sql`
      select c.slug, coalesce(f.freelancers, 0)::int as freelancers,
        coalesce(f.listed, 0)::int as listed, coalesce(p.open, 0)::int as "openProjects"
      from category c
      left join (select u.category, count(*) as freelancers, count(f.listed_at) as listed
        from freelancer_category u join freelancer f on f.id = u.freelancer_id
        group by u.category) f on f.category = c.slug
      left join (select category, count(*) as open from project where state = 'open'
        group by category) p on p.category = c.slug`,
    ),
  );
}

/** The uses of the skills of one category, by slug. Projects name skills in their own words. */
export async function skillUses(db: ReadDb, category: string): Promise<Map<string, Uses>> {
  return bySlug(
    await readSql<Row>(
      db,
      sql`
      select s.slug, count(u.freelancer_id)::int as freelancers,
        count(f.listed_at)::int as listed, 0 as "openProjects"
      from skill s
      left join freelancer_skill u on u.skill = s.slug
      left join freelancer f on f.id = u.freelancer_id
      where s.category = ${category}
      group by s.slug`,
    ),
  );
}

function bySlug(rows: Row[]): Map<string, Uses> {
  return new Map(rows.map(({ slug, ...uses }) => [slug, uses]));
}

/** Listed freelancers who use it, by id after `after`: those whose listings say its name. */
export async function listedUsers(
  db: ReadDb,
  used: { kind: 'category' | 'skill'; slug: string; after: string | null; limit: number },
): Promise<string[]> {
  const { kind, slug, after, limit } = used;
  let query = db
    .selectFrom('listing')
    .select('listing.id')
    .$if(kind === 'skill', (only) => only.where(sql<boolean>`skills @> array[${slug}]`))
    .orderBy('listing.id')
    .limit(limit);
  if (kind === 'category') {
    query = query
      .innerJoin('listingPlace', 'listingPlace.id', 'listing.id')
      .innerJoin('category', 'category.no', 'listingPlace.categoryNo')
      .where('category.slug', '=', slug);
  }
  if (after !== null) query = query.where('listing.id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}
