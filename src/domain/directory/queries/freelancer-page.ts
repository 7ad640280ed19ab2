import { isId } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Availability, SpokenLanguage } from '../freelancer-profile.ts';
import { type PortfolioItem, portfolioOf } from './portfolio.ts';

export type FreelancerPage = {
  /** Of the party. */
  id: string;
  kind: 'member' | 'agency';
  name: string;
  country: string | null;
  since: Date;
  headline: string;
  about: string;
  timeZone: string;
  languages: SpokenLanguage[];
  rateLowMinor: bigint | null;
  rateHighMinor: bigint | null;
  /** The market's base currency, in which the rates are. */
  currency: string;
  availability: Availability;
  hoursAWeek: number | null;
  awayUntil: string | null;
  categories: { slug: string; name: string }[];
  skills: { slug: string; name: string }[];
  portfolio: PortfolioItem[];
  listedAt: Date | null;
  changedAt: Date;
};

/**
 * A freelancer as everybody sees it; null for one that is not listed or is suspended, unless the
 * viewer is that party itself.
 */
export async function freelancerPage(
  db: ReadDb,
  id: string,
  viewerPartyId: string | null = null,
): Promise<FreelancerPage | null> {
  if (!isId(id)) return null;
  const row = await db
    .selectFrom('freelancer')
    .innerJoin('party', 'party.id', 'freelancer.id')
    .leftJoin('member', 'member.id', 'freelancer.id')
    .select(['freelancer.id', 'party.kind', 'party.name', 'party.country'])
    .select(['party.createdAt as since', 'member.suspendedAt'])
    .select(['freelancer.headline', 'freelancer.about', 'freelancer.timeZone'])
    .select(['rateLowMinor', 'rateHighMinor', 'availability', 'hoursAWeek', 'awayUntil'])
    .select(['listedAt', 'changedAt'])
    .select((on) => on.ref('languages').$castTo<SpokenLanguage[]>().as('languages'))
    .select((on) =>
      on.selectFrom('marketTerms').select('baseCurrency').$asScalar().$notNull().as('currency'),
    )
    .where('freelancer.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { suspendedAt, kind, ...rest } = row;
  const shown = row.listedAt !== null && suspendedAt === null;
  if (!shown && viewerPartyId !== id) return null;
  return {
    ...rest,
    kind: kind === 'member' ? 'member' : 'agency',
    categories: await categoriesOf(db, id),
    skills: await skillsOf(db, id),
    portfolio: await portfolioOf(db, id, { hidden: viewerPartyId === id }),
  };
}

async function categoriesOf(db: ReadDb, id: string) {
  return db
    .selectFrom('freelancerCategory')
    .innerJoin('category', 'category.slug', 'freelancerCategory.category')
    .select(['category.slug', 'category.name'])
    .where('freelancerId', '=', id)
    .orderBy('freelancerCategory.position')
    .execute();
}

async function skillsOf(db: ReadDb, id: string) {
  return db
    .selectFrom('freelancerSkill')
    .innerJoin('skill', 'skill.slug', 'freelancerSkill.skill')
    .select(['skill.slug', 'skill.name'])
    .where('freelancerId', '=', id)
    .orderBy('freelancerSkill.position')
    .execute();
}
