import type { ReactNode } from 'react';

/** Four key figures at most, divided by hairlines. */
export function Tiles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="tiles" aria-label={label}>
      {children}
    </section>
  );
}

/** Label, number, comparison in words, and its course where one is known. */
export function Tile({
  label,
  number,
  words,
  course,
}: {
  label: string;
  number: ReactNode;
  words?: ReactNode;
  course?: readonly number[];
}) {
  return (
    <div>
      <p className="text-sm text-muted">{label}</p>
      <p className="tile-n mt-0.5">{number}</p>
      {words !== undefined && <p className="text-sm text-muted">{words}</p>}
      {course !== undefined && course.length > 1 && (
        <div className="mt-2">
          <Sparkline values={course} />
        </div>
      )}
    </div>
  );
}

/** A course without axis, 24 px high; the numbers stand elsewhere in words. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * 98 + 1;
    return `${x.toFixed(1)},${(21 - ((value - low) / span) * 18).toFixed(1)}`;
  });
  return (
    <svg
      className="ch"
      width="100%"
      height="24"
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polyline stroke="var(--c1)" points={points.join(' ')} />
    </svg>
  );
}
