import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { type Completeness, completeness } from '../completeness.ts';
import type { FreelancerProfile } from '../freelancer-profile.ts';
import { NEW_PROFILE } from '../freelancer-profile.ts';
import { type FreelancerPage, freelancerPage } from './freelancer-page.ts';
import type { PortfolioItem } from './portfolio.ts';

export type OwnFreelancer = {
  /** Of the party that the actor acts for. */
  id: string;
  name: string;
  country: string | null;
  organizationKind: 'client' | 'agency' | 'vendor' | null;
  profile: FreelancerProfile;
  /** Of the rates. */
  currency: string;
  portfolio: PortfolioItem[];
  listedAt: Date | null;
  completeness: Completeness;
  /** As others see it; null before anything was written. */
  page: FreelancerPage | null;
};

/** The profile of the party that the actor acts for; an empty one where there is none yet. */
export async function ownFreelancer(db: ReadDb, actor: Actor): Promise<OwnFreelancer> {
  const { partyId } = requireMember(actor, 'see_work');
  const party = await db
    .selectFrom('party')
    .leftJoin('organization', 'organization.id', 'party.id')
    .select(['party.id', 'name', 'country', 'organization.kind as organizationKind'])
    .select((on) =>
      on.selectFrom('marketTerms').select('baseCurrency').$asScalar().$notNull().as('currency'),
    )
    .where('party.id', '=', partyId)
    .executeTakeFirstOrThrow();
  const page = await freelancerPage(db, partyId, partyId);
  const profile = page === null ? NEW_PROFILE : await profileOf(db, page);
  const portfolio = page?.portfolio ?? [];
  const facts = { ...profile, country: party.country, portfolio: portfolio.length };
  const listedAt = page?.listedAt ?? null;
  return { ...party, profile, portfolio, listedAt, completeness: completeness(facts), page };
}

async function profileOf(db: ReadDb, page: FreelancerPage): Promise<FreelancerProfile> {
  const { matchNotices } = await db
    .selectFrom('freelancer')
    .select('matchNotices')
    .where('id', '=', page.id)
    .executeTakeFirstOrThrow();
  const { headline, about, timeZone, languages, rateLowMinor, rateHighMinor } = page;
  const { availability, hoursAWeek, awayUntil } = page;
  return {
    headline,
    about,
    timeZone,
    languages,
    rateLowMinor,
    rateHighMinor,
    availability,
    hoursAWeek,
    awayUntil,
    categories: page.categories.map(({ slug }) => slug),
    skills: page.skills.map(({ slug }) => slug),
    matchNotices,
  };
}
