import { SAVED_SEARCH_LIMITS } from '#domain/directory/saved-search.ts';

/** What a search is called until its member calls it otherwise: its filters. */
export function nameOf(chosen: readonly { label: string }[], otherwise: string): string {
  const name = chosen.map(({ label }) => label).join(', ') || otherwise;
  const { nameChars } = SAVED_SEARCH_LIMITS;
  return name.length <= nameChars ? name : `${name.slice(0, nameChars - 1)}…`;
}
