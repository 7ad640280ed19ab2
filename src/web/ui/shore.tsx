import type { Shore as ShoreName } from '#domain/directory/region.ts';
import { text } from '#web/text/catalogue.ts';

/** How far from the viewer's country: full, half, ring. The word stands beside it. */
export function ShoreGlyph({ shore }: { shore: ShoreName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.5" fill={shore === 'onshore' ? 'currentColor' : 'none'} />
      {shore === 'nearshore' && (
        <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" stroke="none" />
      )}
    </svg>
  );
}

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
