/** How far long work is. Drawn by pages and by their streams, so it asks no frame. */
export function ProgressLine({
  title,
  label = title,
  says,
  done,
  total,
}: {
  title: string;
  /** What a screen reader calls it. */
  label?: string;
  says: string;
  done: number;
  /** Null while nobody knows. */
  total: number | null;
}) {
  const known = total !== null && total > 0;
  const share = known ? (Math.min(done, total) / total) * 100 : 0;
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <b className="text-base">{title}</b>
        <span className="text-muted">{says}</span>
      </p>
      <svg
        className="ch mt-2"
        width="100%"
        height="14"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={known ? done : undefined}
      >
        <rect width="100%" height="14" fill="var(--d1)" />
        {known && <rect width={`${share.toFixed(1)}%`} height="14" fill="var(--c1)" />}
      </svg>
    </div>
  );
}
