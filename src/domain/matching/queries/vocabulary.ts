import type { ReadDb } from '#platform/database.ts';
import { makeVocabulary, type Vocabulary } from '../vocabulary.ts';

/** The categories and skills that stand, the weights of currencies and the base currency. */
export async function readVocabulary(db: ReadDb): Promise<Vocabulary> {
  const categories = await db.selectFrom('category').select(['no', 'slug', 'family']).execute();
  const skills = await db
    .selectFrom('skill')
    .select(['slug', 'category', 'name', 'also'])
    .execute();
  const weights = await db.selectFrom('currencyWeight').selectAll().execute();
  const { baseCurrency } = await db
    .selectFrom('marketTerms')
    .select('baseCurrency')
    .executeTakeFirstOrThrow();
  return makeVocabulary({ categories, skills, weights, baseCurrency });
}
