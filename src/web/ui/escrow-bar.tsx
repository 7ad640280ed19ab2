/**
 * Where a price stands: released petrol, back green, held buff and hatched, not funded dashed.
 * Always above the money lines that are its legend. `label` says the same in words.
 */
export function EscrowBar({
  released,
  back,
  held,
  unfunded,
  label,
}: {
  released: bigint;
  back: bigint;
  held: bigint;
  unfunded: bigint;
  label: string;
}) {
  const parts = [
    { name: 'released', minor: released },
    { name: 'back', minor: back },
    { name: 'held', minor: held },
    { name: 'unfunded', minor: unfunded },
  ].filter((part) => part.minor > 0n);
  const total = parts.reduce((sum, part) => sum + part.minor, 0n);
  const gap = 0.5;
  const room = 100 - gap * Math.max(0, parts.length - 1);
  let at = 0;
  return (
    <svg className="escrow mt-4" width="100%" height="18" role="img" aria-label={label}>
      <defs>
        <pattern
          id="held"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--color-warning)" />
          <path d="M0 0v6" stroke="oklch(42% 0.082 68)" strokeWidth="1.6" opacity=".6" />
        </pattern>
      </defs>
      {parts.map(({ name, minor }) => {
        const width = (Number((minor * 100_000n) / total) / 100_000) * room;
        const x = at;
        at += width + gap;
        return <Part key={name} name={name} x={x} width={width} />;
      })}
    </svg>
  );
}

function Part({ name, x, width }: { name: string; x: number; width: number }) {
  const place = { x: `${round(x)}%`, width: `${round(width)}%` };
  if (name !== 'unfunded') return <rect {...place} height="18" fill={FILL[name] ?? 'none'} />;
  const dashed = { fill: 'none', stroke: 'var(--edge)', strokeDasharray: '3 3' };
  return <rect {...place} y="0.5" height="17" {...dashed} />;
}

const FILL: Record<string, string> = {
  released: 'var(--c1)',
  back: 'var(--c3)',
  held: 'url(#held)',
};

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
