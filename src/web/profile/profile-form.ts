/** The form of a freelancer profile ↔ the parts that the domain edits. */
import { z } from 'zod';
import {
  AVAILABILITIES,
  FREELANCER_LIMITS,
  type FreelancerProfile,
  LANGUAGE_LEVELS,
} from '#domain/directory/freelancer-profile.ts';
import { mainZone } from '#domain/directory/region.ts';
import { decimalAmount, parseAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';

/** How many empty lines for languages a form has at its end. */
const SPARE_LANGUAGES = 2;

export const profileForm = z.object({
  headline: z.string().optional(),
  about: z.string().optional(),
  rateLow: z.string().optional(),
  rateHigh: z.string().optional(),
  availability: z.enum(AVAILABILITIES),
  hoursAWeek: z.string().optional(),
  awayUntil: z.string().optional(),
  country: z.string().optional(),
  timeZone: z.string().optional(),
  languages: z
    .array(z.object({ code: z.string().optional(), level: z.enum(LANGUAGE_LEVELS).optional() }))
    .optional(),
  matchNotices: z.literal('yes').optional(),
});

/** What was written; an empty field takes its part away. Refuses `amount_invalid` with the field. */
export function editOf(
  form: z.output<typeof profileForm>,
  currency: string,
): Partial<FreelancerProfile> {
  const rate = (text: string | undefined, field: string) =>
    text === undefined ? null : parseAmount(text, currency, field);
  return {
    headline: form.headline ?? '',
    about: form.about ?? '',
    rateLowMinor: rate(form.rateLow, 'rateLow'),
    rateHighMinor: rate(form.rateHigh, 'rateHigh'),
    availability: form.availability,
    hoursAWeek: form.hoursAWeek === undefined ? null : hoursOf(form.hoursAWeek),
    awayUntil: form.awayUntil ?? null,
    timeZone: form.timeZone ?? (form.country === undefined ? 'UTC' : mainZone(form.country)),
    languages: (form.languages ?? []).flatMap(({ code, level }) =>
      code === undefined ? [] : [{ code, level: level ?? 'fluent' }],
    ),
    matchNotices: form.matchNotices === 'yes',
  };
}

/** The profile as its form shows it. */
export function profileValues(
  profile: FreelancerProfile,
  { currency, country }: { currency: string; country: string | null },
) {
  const { rateLowMinor: low, rateHighMinor: high } = profile;
  const rows = profile.languages.flatMap(({ code, level }, at) => [
    [`languages.${at}.code`, code],
    [`languages.${at}.level`, level],
  ]);
  return {
    headline: profile.headline,
    about: profile.about,
    rateLow: low === null ? '' : decimalAmount(low, currency),
    rateHigh: high === null || high === low ? '' : decimalAmount(high, currency),
    availability: profile.availability,
    hoursAWeek: profile.hoursAWeek?.toString() ?? '',
    awayUntil: profile.awayUntil ?? '',
    country: country ?? '',
    timeZone: profile.timeZone,
    matchNotices: profile.matchNotices ? 'yes' : '',
    ...(Object.fromEntries(rows) as Record<string, string>),
  };
}

/** How many lines for languages the form has. */
export function languageLines(profile: FreelancerProfile): number {
  return Math.min(FREELANCER_LIMITS.languages, profile.languages.length + SPARE_LANGUAGES);
}

function hoursOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const { hoursAWeek } = FREELANCER_LIMITS;
  return refuse('input_invalid', { rule: 'out_of_range', from: 1, to: hoursAWeek }, 'hoursAWeek');
}
