import type { Shore } from '#domain/directory/region.ts';
import type { IconName } from './icon-names.ts';
import sprite from './style/icons.svg?url';

/** An icon beside a word, in the word's colour. It never replaces a word that must be read. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`i ${className}`} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

/** How far from the viewer's country: full, half, ring. The word stands beside it (./shore.tsx). */
export function ShoreGlyph({ shore }: { shore: Shore }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.5" fill={shore === 'onshore' ? 'currentColor' : 'none'} />
      {shore === 'nearshore' && (
        <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" stroke="none" />
      )}
    </svg>
  );
}
