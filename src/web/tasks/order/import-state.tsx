/** How the import of a file stands. Drawn by the page and by its stream, so it asks no frame. */
import type { BatchImport } from '#domain/tasks/queries/batch-import.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';

const words = text.tasks.rows;

export type ImportSight = Pick<
  BatchImport,
  'state' | 'rowsTotal' | 'rowsDone' | 'says' | 'fileName'
>;

export function isRunning(sight: ImportSight | null): boolean {
  return sight?.state === 'checking' || sight?.state === 'adding';
}

export function ImportState({ sight }: { sight: ImportSight }) {
  const { state, rowsDone, rowsTotal, says, fileName } = sight;
  if (state === 'failed') {
    return (
      <Note tone="miss">
        <b>
          {words.failedTitle} ({fileName}).
        </b>{' '}
        {says}
      </Note>
    );
  }
  if (state === 'done') return null;
  const share = rowsTotal === null || rowsTotal === 0 ? null : (rowsDone / rowsTotal) * 100;
  const label = state === 'checking' ? words.checking : words.adding;
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <b className="text-base">
          {label}: {fileName}
        </b>
        <span className="text-muted">{words.importing(rowsDone, rowsTotal)}</span>
      </p>
      <svg
        className="ch mt-2"
        width="100%"
        height="14"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={rowsTotal ?? undefined}
        aria-valuenow={share === null ? undefined : rowsDone}
      >
        <rect width="100%" height="14" fill="var(--d1)" />
        {share !== null && <rect width={`${share.toFixed(1)}%`} height="14" fill="var(--c1)" />}
      </svg>
    </div>
  );
}
