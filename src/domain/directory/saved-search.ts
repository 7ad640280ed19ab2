/**
 * Glossary. A *saved search* is a question to the directory, to the open projects or to the open
 * batches of tasks under a name, kept as its address asks it. While its *alerts* are on, the
 * marketplace *looks* every hour for what came since it looked last, and *tells* its member of it,
 * at most once a day.
 */
import { Refusal } from '#domain/kernel/refusal.ts';
import { chars, oneLine } from '#domain/kernel/text.ts';

export const SEARCH_KINDS = ['freelancers', 'projects', 'tasks'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Where each kind is searched. */
const PATHS: Record<SearchKind, string> = {
  freelancers: '/freelancers',
  projects: '/projects',
  tasks: '/work',
};

export const SAVED_SEARCH_LIMITS = {
  perMember: 50,
  nameChars: 80,
  queryChars: 1_000,
  /** Hours between two looks, and between two alerts. */
  lookHours: 1,
  tellHours: 24,
  /** An act is in the log a little after its own moment: so far back a look ends, in seconds. */
  settleSeconds: 60,
} as const;

const HOUR_MS = 3_600_000;

/** Until when a look at `now` finds everything there is. */
export function lookedUntil(now: Date): Date {
  return new Date(now.getTime() - SAVED_SEARCH_LIMITS.settleSeconds * 1_000);
}

/** A search that looked, or told, before these moments is due. */
export function dueBefore(now: Date): { looked: Date; told: Date } {
  const { lookHours, tellHours } = SAVED_SEARCH_LIMITS;
  return {
    looked: new Date(now.getTime() - lookHours * HOUR_MS),
    told: new Date(now.getTime() - tellHours * HOUR_MS),
  };
}

/** The address of a search as it was kept. */
export function searchAddress(kind: SearchKind, query: string): string {
  return query === '' ? PATHS[kind] : `${PATHS[kind]}?${query}`;
}

/** Where the results are: newest first. */
export function searchLink(kind: SearchKind, query: string): string {
  const params = new URLSearchParams(query);
  params.set('sort', 'newest');
  return searchAddress(kind, params.toString());
}

/** The name as it is kept; refuses `input_invalid` for none or a long one. */
export function rightSearchName(name: string): string {
  const tidy = oneLine(name);
  const limit = SAVED_SEARCH_LIMITS.nameChars;
  if (tidy === '') throw new Refusal('input_invalid', { rule: 'required' }, 'name');
  if (chars(tidy) > limit) throw new Refusal('input_invalid', { rule: 'too_long', limit }, 'name');
  return tidy;
}
