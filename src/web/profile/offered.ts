/** Which categories and skills a form offers: those that fit what is looked for, and the chosen ones. */
import type { FreelancerProfile } from '#domain/directory/freelancer-profile.ts';
import type { FamilySlug, TaxonomyCategory } from '#domain/directory/taxonomy.ts';

export type OfferedSkill = { slug: string; name: string; retired: boolean };

export type OfferedCategory = {
  slug: string;
  name: string;
  about: string;
  family: FamilySlug;
  retired: boolean;
  skills: OfferedSkill[];
};

type Chosen = Pick<FreelancerProfile, 'categories' | 'skills'>;

/** `found` counts the categories that fit; with nothing asked, all that are offered. */
export function offered(
  all: readonly TaxonomyCategory[],
  { categories: own, skills: ownSkills }: Chosen,
  asked: string,
): { categories: OfferedCategory[]; found: number } {
  let found = 0;
  const categories = all.flatMap((category) => {
    const whole = category.retiredAt === null && fits(category, asked);
    const skills = category.skills.filter((skill) => {
      const open = skill.retiredAt === null && category.retiredAt === null;
      return ownSkills.includes(skill.slug) || (open && (whole || fits(skill, asked)));
    });
    const chosen = own.includes(category.slug);
    const fresh = whole || skills.some(({ slug }) => !ownSkills.includes(slug));
    if (fresh) found += 1;
    if (!fresh && !chosen && skills.length === 0) return [];
    const { slug, name, about, family, retiredAt } = category;
    const shown = skills.map((skill) => ({
      slug: skill.slug,
      name: skill.name,
      retired: skill.retiredAt !== null,
    }));
    return [{ slug, name, about, family, retired: retiredAt !== null, skills: shown }];
  });
  return { categories, found };
}

function fits({ name, also }: { name: string; also: readonly string[] }, asked: string): boolean {
  const words = plain(asked).split(/\s+/);
  const text = plain([name, ...also].join(' '));
  return words.every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
