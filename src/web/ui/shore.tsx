import type { Shore as ShoreName } from '#domain/directory/region.ts';
import { text } from '#web/text/catalogue.ts';
import { ShoreGlyph } from './icon.tsx';

/** `◐ Nearshore`; nothing where nobody is known to look: `<Shore shore={shoreOf(from, country)} />`. */
export function Shore({ shore }: { shore: ShoreName | null }) {
  if (shore === null) return null;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ShoreGlyph shore={shore} />
      {text.parts.shores[shore]}
    </span>
  );
}
