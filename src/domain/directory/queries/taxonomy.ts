import type { ReadDb } from '#platform/database.ts';
import type { FamilySlug, TaxonomyCategory } from '../taxonomy.ts';

/** All categories in their order, with their skills; retired ones only when asked for. */
export async function taxonomy(
  db: ReadDb,
  { retired = false }: { retired?: boolean } = {},
): Promise<TaxonomyCategory[]> {
  const categories = await db
    .selectFrom('category')
    .select(['slug', 'name', 'about', 'also', 'retiredAt'])
    .select((on) => on.ref('family').$castTo<FamilySlug>().as('family'))
    .$if(!retired, (query) => query.where('retiredAt', 'is', null))
    .orderBy('position')
    .orderBy('slug')
    .execute();
  const skills = await db
    .selectFrom('skill')
    .select(['slug', 'category', 'name', 'also', 'retiredAt'])
    .$if(!retired, (query) => query.where('retiredAt', 'is', null))
    .orderBy('position')
    .orderBy('slug')
    .execute();
  const ofCategory = Map.groupBy(skills, ({ category }) => category);
  return categories.map((category) => ({
    ...category,
    skills: (ofCategory.get(category.slug) ?? []).map(({ category: _of, ...skill }) => skill),
  }));
}
