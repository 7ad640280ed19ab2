/** Without a kind of work to choose from, a facet shows so many skills. */
export const MOST_SKILLS = 20;

type Counted = { value: string; count: number };

/**
 * Which skills a facet shows of those counted, which are the largest first: those asked for, and
 * then all that belong to the category asked for, or the most frequent ones of all.
 */
export function frequentSkills(
  {
    category,
    skills = [],
  }: { category?: string | undefined; skills?: readonly string[] | undefined },
  counts: readonly Counted[],
): Counted[] {
  const asked = counts.filter(({ value }) => skills.includes(value));
  const others = counts.filter(({ value }) => !skills.includes(value));
  return [...asked, ...(category === undefined ? others.slice(0, MOST_SKILLS) : others)];
}
