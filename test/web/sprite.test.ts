import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeSprite } from '../../tools/sprite.ts';

it('the sprite holds exactly the icons in use', () => {
  const kept = readFileSync(new URL('../../src/web/ui/style/icons.svg', import.meta.url), 'utf8');
  expect(kept, 'run: node tools/sprite.ts').toBe(makeSprite());
});
