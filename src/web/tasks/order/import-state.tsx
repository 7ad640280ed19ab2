/** How the import of a file stands. Drawn by the page and by its stream, so it asks no frame. */
import type { BatchImport } from '#domain/tasks/queries/batch-import.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { ProgressLine } from '../progress-line.tsx';

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
  const label = state === 'checking' ? words.checking : words.adding;
  return (
    <ProgressLine
      title={`${label}: ${fileName}`}
      label={label}
      says={words.importing(rowsDone, rowsTotal)}
      done={rowsDone}
      total={rowsTotal}
    />
  );
}
