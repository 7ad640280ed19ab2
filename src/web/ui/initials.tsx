/** The first letters of a name, where a face would be. */
export function Initials({
  name,
  strong = false,
  size = 'small',
}: {
  name: string;
  strong?: boolean;
  size?: 'small' | 'middle' | 'large';
}) {
  const letters = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => [...word][0] ?? '');
  const ink = strong ? 'bg-neutral text-neutral-content' : 'bg-secondary text-secondary-content';
  return (
    <span
      className={`grid place-items-center ${SIZE[size]} shrink-0 rounded-selector ${ink} font-semibold uppercase`}
      aria-hidden="true"
    >
      {`${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`}
    </span>
  );
}

const SIZE = { small: 'size-7 text-xs', middle: 'size-8 text-xs', large: 'size-10 text-sm' };
