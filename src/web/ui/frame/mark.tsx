import { useFrame } from './frame.ts';

/**
 * The mark: a headland seen from the sea, on the double rule that closes an account. Decoration
 * beside the word; alone it says its name.
 */
export function Mark({ size = 28, alone = false }: { size?: number; alone?: boolean }) {
  const label = alone ? { role: 'img', 'aria-label': 'Anyshore' } : { 'aria-hidden': true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden beside the word
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" fill="none" {...label}>
      <path
        d="M6.5 20.5 16 4.5l9.5 16"
        stroke="currentColor"
        strokeWidth="3.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M2 24.6h28M6 29h20" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="16" cy="16.6" r="2.5" fill="var(--color-accent)" />
    </svg>
  );
}

/** Mark and word, leading to the start page, or to a member's own. Under 360 px the word gives way. */
export function Wordmark() {
  const { viewer } = useFrame();
  return (
    <a
      href={viewer === null ? '/' : '/dashboard'}
      className="flex items-center gap-2 font-bold text-lg tracking-tight shrink-0"
    >
      <span className="text-primary grid">
        <Mark />
      </span>
      <span className="max-[359px]:sr-only">Anyshore</span>
    </a>
  );
}
