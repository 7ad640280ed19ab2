/** How a list of decisions stands. Drawn by the page and by its stream, so it asks no frame. */
import type { DecisionListView } from '#domain/results/queries/decision-list.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';

const words = text.review.list;

const SHOWN_MS = 86_400_000;

/** A list that ended is told of for a day. */
export function isShown(list: DecisionListView | null, now: Date): list is DecisionListView {
  if (list === null) return false;
  return list.state === 'running' || now.getTime() - list.touchedAt.getTime() < SHOWN_MS;
}

export function ListState({ list }: { list: DecisionListView }) {
  return list.state === 'running' ? <Running list={list} /> : <Ended list={list} />;
}

function Running({ list: { looked, total } }: { list: DecisionListView }) {
  const share = (Math.min(looked, total) / total) * 100;
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <b className="text-base">{words.running}</b>
        <span className="text-muted">{words.so(looked, total)}</span>
      </p>
      <svg
        className="ch mt-2"
        width="100%"
        height="14"
        role="progressbar"
        aria-label={words.running}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={looked}
      >
        <rect width="100%" height="14" fill="var(--d1)" />
        <rect width={`${share.toFixed(1)}%`} height="14" fill="var(--c1)" />
      </svg>
    </div>
  );
}

function Ended({ list }: { list: DecisionListView }) {
  const { state, approved, rejected, skipped } = list;
  const title = state === 'running' ? '' : words.ended[state];
  return (
    <Note tone={state === 'done' && skipped === 0 ? 'go' : 'hold'}>
      <b>{title}</b> {words.outcome(approved, rejected)} {leftOut(list)}
    </Note>
  );
}

/** Which were left out and why, in a sentence; empty where none was. */
export function leftOut({ skipped, skips }: Pick<DecisionListView, 'skipped' | 'skips'>): string {
  if (skipped === 0) return '';
  const rows = skips.slice(0, 10).map(({ row, why }) => `${row} (${why})`);
  return text.review.uploadSkipped(skipped, rows.join(', '));
}
