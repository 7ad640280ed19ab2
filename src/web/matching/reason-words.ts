/** Reasons of a match as sentences. Server only: the names of skills come from the directory. */
import { formatMoney } from '#domain/kernel/money.ts';
import {
  bestReasons,
  type Part,
  type Reason,
  type ReasonKey,
} from '#domain/matching/match-score.ts';
import { readVocabulary } from '#domain/matching/queries/vocabulary.ts';
import type { ReadDb } from '#platform/database.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.matching.reasons;

/** One part of a score: `Rate · 18.0 of 20 · From USD 8.00 an hour, within the budget`. */
export type ReasonSight = { part: Part; label: string; points: number; of: number; says: string };

/** The names that sentences need: of skills, of the project's category, of the base currency. */
export type ReasonNames = {
  skillNames: ReadonlyMap<string, string>;
  baseCurrency: string;
  categoryName: string;
};

export async function reasonNames(db: ReadDb): Promise<(categoryName: string) => ReasonNames> {
  const { skillNames, baseCurrency } = await readVocabulary(db);
  return (categoryName) => ({ skillNames, baseCurrency, categoryName });
}

export function reasonSights(reasons: readonly Reason[], names: ReasonNames): ReasonSight[] {
  return reasons.map((one) => ({
    part: one.part,
    label: text.matching.parts[one.part],
    points: one.points,
    of: one.of,
    says: sentence(one, names),
  }));
}

/** What speaks most for somebody, in whole sentences; null without any reason. */
export function bestSentence(reasons: readonly Reason[], names: ReasonNames): string | null {
  const said = bestReasons(reasons).map((one) => sentence(one, names).replace(/\.$/, ''));
  return said.length === 0 ? null : `${said.join('. ')}.`;
}

function sentence({ says }: Reason, names: ReasonNames): string {
  return SENTENCES[says.key](says, names);
}

type Values = Reason['says'];

const SENTENCES: Record<ReasonKey, (says: Values, names: ReasonNames) => string> = {
  fit_same: (says, names) => withSkills(words.same(names.categoryName), says, names),
  fit_family: (says, names) => withSkills(words.family, says, names),
  fit_other: (says, names) => withSkills(words.other, says, names),
  rate_within: (says, names) => words.within(sum(says.rateLowMinor, names)),
  rate_above: (says, names) =>
    words.above(sum(says.rateLowMinor, names), sum(says.ceilingMinor, names)),
  rate_open: (says, names) => words.open(sum(says.rateLowMinor, names)),
  quality_counted: (says) => words.counted(Number(says.low).toFixed(2), Number(says.contracts)),
  quality_new: () => words.isNew,
  time_shared: (says) => words.shared(String(says.hours)),
  time_unknown: () => words.unknown,
  available_open: () => words.free,
  available_limited: (says) =>
    typeof says.hoursAWeek === 'number' ? words.limitedHours(says.hoursAWeek) : words.limited,
  available_away: (says) =>
    typeof says.until === 'string' ? words.awayUntil(says.until) : words.away,
  response_counted: (says) => {
    const percent = (Number(says.rate) * 100).toFixed(0);
    return typeof says.hours === 'number'
      ? words.answers(percent, words.hours(says.hours))
      : words.answersOnly(percent);
  },
  response_new: () => words.answersNew,
};

function withSkills(first: string, says: Values, { skillNames }: ReasonNames): string {
  const skills = Array.isArray(says.skills) ? says.skills : [];
  const asked = Number(says.asked ?? 0);
  if (asked === 0) return first;
  if (skills.length === 0) return `${first}, ${words.knowsNone(asked)}`;
  const named = LIST.format(skills.map((slug) => skillNames.get(slug) ?? slug));
  return `${first}, ${words.knows(named, skills.length, asked)}`;
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

function sum(minor: unknown, { baseCurrency }: ReasonNames): string {
  return formatMoney({ amountMinor: BigInt(Math.round(Number(minor))), currency: baseCurrency });
}
