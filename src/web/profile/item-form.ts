import { z } from 'zod';
import { PORTFOLIO_LIMITS, type PortfolioTexts } from '#domain/directory/portfolio.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import type { ReadDb } from '#platform/database.ts';

const { titleChars, aboutChars, altChars, linkChars } = PORTFOLIO_LIMITS;

export const itemForm = z.object({
  title: z.string().max(titleChars),
  about: z.string().max(aboutChars).optional(),
  alt: z.string().max(altChars).optional(),
  link: z.string().max(linkChars).optional(),
  category: z.string().optional(),
});

/** An empty field is an empty text. */
export function textsOf(form: z.output<typeof itemForm>): PortfolioTexts {
  const { title, about = '', alt = '', link = '', category = null } = form;
  return { title, about, alt, link, category };
}

/** The categories that an item may stand under; `kept` is the one it has, retired or not. */
export async function categoryOptions(db: ReadDb, kept: string | null = null) {
  const all = await taxonomy(db, { retired: true });
  return all
    .filter(({ slug, retiredAt }) => retiredAt === null || slug === kept)
    .map(({ slug, name }) => ({ value: slug, label: name }));
}
