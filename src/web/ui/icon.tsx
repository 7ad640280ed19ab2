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
