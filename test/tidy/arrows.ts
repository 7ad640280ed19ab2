import { posix } from 'node:path';
import { AREAS, type Area, MAY_IMPORT } from './map.ts';
import { type Breach, isTest, type Source } from './sources.ts';

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** Every import must follow an arrow of the map; tests may look into anything. */
export function checkArrows(sources: Source[]): Breach[] {
  return sources
    .filter((source) => !isTest(source))
    .flatMap((source) => {
      const from = areaOf(source.path);
      if (from === undefined) return [];
      return importsOf(source).flatMap((target) => {
        const to = areaOf(target);
        if (to === undefined || MAY_IMPORT[from].includes(to)) return [];
        return [{ rule: 'arrow', path: source.path, says: `${from} imports ${to}: ${target}` }];
      });
    });
}

/** Paths of our own files that a file imports. */
function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(SPECIFIER)].flatMap(([, specifier = '']) => {
    if (specifier.startsWith('#test/')) return [specifier.slice(1)];
    if (specifier.startsWith('#')) return [`src/${specifier.slice(1)}`];
    if (specifier.startsWith('.')) return [posix.join(posix.dirname(path), specifier)];
    return [];
  });
}

function areaOf(path: string): Area | undefined {
  return AREAS.find(([pattern]) => pattern.test(path))?.[1];
}
