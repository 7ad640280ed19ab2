import { z } from 'zod';
import { FAMILIES, TAXONOMY_LIMITS } from '#domain/directory/taxonomy.ts';

const { nameChars, aboutChars, slugChars } = TAXONOMY_LIMITS;

/** The words of a category or a skill as their form sends them. */
export const wordsForm = z.object({
  name: z.string().max(nameChars),
  slug: z.string().max(slugChars).optional(),
  family: z.enum(FAMILIES).optional(),
  category: z.string().optional(),
  about: z.string().max(aboutChars).optional(),
  also: z.string().max(2_000).optional(),
});
