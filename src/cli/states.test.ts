import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateDocument } from './states.ts';

const DOMAIN = join(import.meta.dirname, '..', 'domain');

test('every state table of the domain is drawn', () => {
  const things = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const source = readFileSync(join(DOMAIN, name), 'utf8');
      return [...source.matchAll(/: StateTable<[\s\S]*?thing: '([^']+)'/g)].map(
        (match) => match[1],
      );
    });
  expect(things.length).toBeGreaterThan(4);
  for (const thing of things) expect(stateDocument().toLowerCase()).toContain(`## ${thing}\n`);
});
