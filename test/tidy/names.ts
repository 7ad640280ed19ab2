import { BANNED_NAMES } from './map.ts';
import type { Breach, Source } from './sources.ts';

/** A file or folder is named after what it does, never after a role that everything fits into. */
export function checkNames(sources: Source[]): Breach[] {
  return sources.flatMap(({ path }) =>
    path
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
      .filter((name) => BANNED_NAMES.includes(name) || name.split('-').some(isBannedEnding))
      .map((name) => ({ rule: 'name', path, says: `"${name}" says nothing` })),
  );
}

function isBannedEnding(word: string): boolean {
  return ['utils', 'helpers', 'service', 'repository', 'manager'].includes(word);
}
