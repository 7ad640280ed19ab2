/** Joins the icons in use into one file: `node tools/sprite.ts`, and before every build. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ICONS } from '../src/web/ui/icon-names.ts';

const root = new URL('../', import.meta.url);
const target = new URL('src/web/ui/style/icons.svg', root);

export function makeSprite(): string {
  const symbols = ICONS.map((name) => {
    const source = readFileSync(
      new URL(`node_modules/lucide-static/icons/${name}.svg`, root),
      'utf8',
    );
    const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(source)?.[1] ?? '';
    const plain = shapes.replace(/\s+/g, ' ').replace(/ ?\/>/g, '/>').replace(/> </g, '><').trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${plain}</symbol>`;
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '<!-- lucide-static, ISC licence, https://lucide.dev/license -->',
    ...symbols,
    '</svg>\n',
  ].join('\n');
}

export function writeSprite(): void {
  const made = makeSprite();
  if (existsSync(target) && readFileSync(target, 'utf8') === made) return;
  writeFileSync(target, made);
}

if (import.meta.main) writeSprite();
