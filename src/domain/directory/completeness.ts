/** How much a freelancer profile tells: the meter of its owner, and what the directory asks for. */
import { chars } from '#domain/kernel/text.ts';
import { FREELANCER_LIMITS } from './freelancer-profile.ts';

export type ProfileFacts = {
  headline: string;
  about: string;
  categories: readonly unknown[];
  skills: readonly unknown[];
  languages: readonly unknown[];
  rateLowMinor: bigint | null;
  hoursAWeek: number | null;
  /** Of the party. */
  country: string | null;
  /** How many things the portfolio shows. */
  portfolio: number;
};

export type ProfilePart =
  | 'headline'
  | 'about'
  | 'categories'
  | 'skills'
  | 'rate'
  | 'country'
  | 'portfolio'
  | 'languages'
  | 'more_skills'
  | 'hours';

/** `needed`: the directory lists nobody without it. */
export type PartOfProfile = { part: ProfilePart; points: number; of: number; needed: boolean };

export type Completeness = {
  /** 0 to 100. */
  points: number;
  parts: PartOfProfile[];
  /** What to do next: first what is needed, then what counts most; null when all is told. */
  next: ProfilePart | null;
  /** What is needed and lacks. */
  missing: ProfilePart[];
};

/** This many skills say enough for the search to tell one from another. */
const GOOD_SKILLS = 5;

/** Points by the parts of a profile; they sum up to 100. */
export function completeness(facts: ProfileFacts): Completeness {
  const parts: PartOfProfile[] = [
    needed('headline', 10, facts.headline !== ''),
    needed('about', 15, chars(facts.about) >= FREELANCER_LIMITS.aboutLeastChars),
    needed('categories', 10, facts.categories.length > 0),
    needed('skills', 10, facts.skills.length > 0),
    needed('rate', 10, facts.rateLowMinor !== null),
    needed('country', 10, facts.country !== null),
    better('portfolio', 15, facts.portfolio > 0),
    better('languages', 10, facts.languages.length > 0),
    better('more_skills', 5, facts.skills.length >= GOOD_SKILLS),
    better('hours', 5, facts.hoursAWeek !== null),
  ];
  const undone = parts.filter(({ points, of }) => points < of);
  const missing = undone.filter((one) => one.needed).map(({ part }) => part);
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  return { points, parts, next: missing[0] ?? undone[0]?.part ?? null, missing };
}

function needed(part: ProfilePart, of: number, done: boolean): PartOfProfile {
  return { part, points: done ? of : 0, of, needed: true };
}

function better(part: ProfilePart, of: number, done: boolean): PartOfProfile {
  return { part, points: done ? of : 0, of, needed: false };
}
