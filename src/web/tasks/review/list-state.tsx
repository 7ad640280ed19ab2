/** How a list of decisions stands. Drawn by the page and by its stream, so it asks no frame. */
import type { DecisionListView } from '#domain/results/queries/decision-list.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { ProgressLine } from '../progress-line.tsx';

const words = text.review.list;

const SHOWN_MS = 86_400_000;

/** A list that ended is told of for a day. */
export function isShown(list: DecisionListView | null, now: Date): list is DecisionListView {
  if (list === null) return false;
  return list.state === 'running' || now.getTime() - list.touchedAt.getTime() < SHOWN_MS;
}

export function ListState({ list }: { list: DecisionListView }) {
  const { state, looked, total, approved, rejected, skipped } = list;
  if (state === 'running') {
    const says = words.so(looked, total);
    return <ProgressLine title={words.running} says={says} done={looked} total={total} />;
  }
  return (
    <Note tone={state === 'done' && skipped === 0 ? 'go' : 'hold'}>
      <b>{words.ended[state]}</b> {words.outcome(approved, rejected)} {leftOut(list)}
    </Note>
  );
}

/** Which were left out and why, in a sentence; empty where none was. */
function leftOut({ skipped, skips }: Pick<DecisionListView, 'skipped' | 'skips'>): string {
  if (skipped === 0) return '';
  const rows = skips.slice(0, 10).map(({ row, why }) => `${row} (${why})`);
  return text.review.uploadSkipped(skipped, rows.join(', '));
}
