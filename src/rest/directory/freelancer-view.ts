import { z } from '@hono/zod-openapi';
import type { ProfilePart } from '#domain/directory/completeness.ts';
import {
  AVAILABILITIES,
  FREELANCER_LIMITS,
  LANGUAGE_LEVELS,
} from '#domain/directory/freelancer-profile.ts';
import type { FreelancerPage } from '#domain/directory/queries/freelancer-page.ts';
import type { OwnFreelancer } from '#domain/directory/queries/own-freelancer.ts';
import { AT, FREELANCER, usd } from '../examples.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { country, day, extended, id, instant, money, orNull, text } from '../schema.ts';
import { itemExample, portfolioItem, presentItem } from './portfolio-view.ts';

const spoken = z
  .strictObject({
    code: z.string().openapi({ description: 'ISO 639, such as ro.' }),
    level: z.enum(LANGUAGE_LEVELS),
  })
  .openapi('SpokenLanguage');

const named = z.strictObject({ slug: z.string(), name: z.string() }).openapi('Named');

const hours = z.int().min(1).max(FREELANCER_LIMITS.hoursAWeek);
const slug = text(60, 1);
const {
  categories: mostCategories,
  skills: mostSkills,
  languages: mostLanguages,
} = FREELANCER_LIMITS;

/** What the owner may change, in a request and in its own view. */
export const editable = {
  headline: text(FREELANCER_LIMITS.headlineChars),
  about: text(FREELANCER_LIMITS.aboutChars).openapi({ description: 'Markdown.' }),
  time_zone: text(60).openapi({ description: 'IANA, such as Europe/Bucharest.' }),
  languages: z.array(spoken).max(mostLanguages),
  rate_low: orNull(money).openapi({ description: "An hour, in the market's base currency." }),
  rate_high: orNull(money),
  availability: z.enum(AVAILABILITIES),
  hours_a_week: hours.nullable(),
  away_until: day.nullable().openapi({ description: 'Only while away.' }),
  categories: z.array(slug).max(mostCategories),
  skills: z.array(slug).max(mostSkills),
  match_notices: z.boolean(),
};

const shown = {
  headline: z.string(),
  about: z.string(),
  time_zone: z.string(),
  languages: z.array(spoken),
  rate_low: orNull(money),
  rate_high: orNull(money),
  availability: z.enum(AVAILABILITIES),
  hours_a_week: z.int().nullable(),
  away_until: z.string().nullable(),
  portfolio: z.array(portfolioItem),
};

export const freelancer = z
  .strictObject({
    id,
    kind: z.enum(['member', 'agency']),
    name: z.string(),
    country: country.nullable(),
    member_since: instant,
    ...shown,
    categories: z.array(named),
    skills: z.array(named),
    listed_at: instant.nullable(),
  })
  .openapi('Freelancer');

const part = z
  .strictObject({ part: z.string(), points: z.int(), of: z.int(), needed: z.boolean() })
  .openapi('ProfilePart');

export const ownView = extended(
  z.strictObject({ id, name: z.string(), country: country.nullable(), ...shown }),
  {
    categories: z.array(z.string()),
    skills: z.array(z.string()),
    match_notices: z.boolean(),
    listed_at: instant.nullable(),
    completeness: z.strictObject({
      points: z.int().openapi({ description: 'Of 100.' }),
      next: z.string().nullable().openapi({ description: 'The best next part to tell.' }),
      missing: z.array(z.string()).openapi({ description: 'What the directory needs first.' }),
      parts: z.array(part),
    }),
  },
).openapi('OwnFreelancer');

const common = {
  headline: 'Street views of public buildings',
  about: 'I draw buildings before they stand.',
  time_zone: 'Europe/Bucharest',
  languages: [{ code: 'ro', level: 'native' as const }],
  rate_low: usd('10.00'),
  rate_high: usd('15.00'),
  availability: 'open' as const,
  hours_a_week: 30,
  away_until: null,
  portfolio: [itemExample],
};

export const freelancerExample = {
  ...FREELANCER,
  kind: 'member' as const,
  member_since: AT,
  ...common,
  categories: [{ slug: 'architectural-illustration', name: 'Architectural illustration' }],
  skills: [{ slug: 'exterior-rendering', name: 'Exterior views' }],
  listed_at: AT,
};

export const ownExample = {
  ...FREELANCER,
  ...common,
  categories: ['architectural-illustration'],
  skills: ['exterior-rendering'],
  match_notices: true,
  listed_at: AT,
  completeness: {
    points: 95,
    next: 'more_skills',
    missing: [],
    parts: [{ part: 'headline', points: 10, of: 10, needed: true }],
  },
};

export function presentFreelancer(page: FreelancerPage) {
  return {
    id: page.id,
    kind: page.kind,
    name: page.name,
    country: page.country,
    member_since: time(page.since),
    ...presentShown(page, page.currency, page.portfolio),
    categories: page.categories,
    skills: page.skills,
    listed_at: timeOrNull(page.listedAt),
  };
}

export function presentOwn(own: OwnFreelancer) {
  const { points, parts, next, missing } = own.completeness;
  return {
    id: own.id,
    name: own.name,
    country: own.country,
    ...presentShown(own.profile, own.currency, own.portfolio),
    categories: [...own.profile.categories],
    skills: [...own.profile.skills],
    match_notices: own.profile.matchNotices,
    listed_at: timeOrNull(own.listedAt),
    completeness: { points, parts, next: next as ProfilePart | null, missing: [...missing] },
  };
}

type Shown = Pick<
  OwnFreelancer['profile'],
  | 'headline'
  | 'about'
  | 'timeZone'
  | 'languages'
  | 'rateLowMinor'
  | 'rateHighMinor'
  | 'availability'
  | 'hoursAWeek'
  | 'awayUntil'
>;

function presentShown(profile: Shown, currency: string, portfolio: OwnFreelancer['portfolio']) {
  const { rateLowMinor: low, rateHighMinor: high } = profile;
  return {
    headline: profile.headline,
    about: profile.about,
    time_zone: profile.timeZone,
    languages: [...profile.languages],
    rate_low: low === null ? null : moneyJson(low, currency),
    rate_high: high === null ? null : moneyJson(high, currency),
    availability: profile.availability,
    hours_a_week: profile.hoursAWeek,
    away_until: profile.awayUntil,
    portfolio: portfolio.map(presentItem),
  };
}
