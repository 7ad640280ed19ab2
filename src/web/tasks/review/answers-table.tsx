import type { ReviewRow } from '#domain/assignments/queries/review-list.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { lengthOf, sumOf } from '../batch-words.ts';
import { answerWords, rowWords } from '../row-words.ts';

const words = text.review;
type Batch = { id: string; currency: string };

/** Answers in rows; with boxes to choose them where a form stands around. */
export function AnswersTable({
  batch,
  rows,
  pick = false,
}: {
  batch: Batch;
  rows: readonly ReviewRow[];
  pick?: boolean;
}) {
  const columns = columnsOf(batch);
  return (
    <DataTable
      caption={words.caption}
      columns={pick ? [PICK, ...columns] : columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

const PICK: Column<ReviewRow> = {
  key: 'pick',
  head: <span className="sr-only">{words.columns.pick}</span>,
  label: words.columns.pick,
  card: 'top',
  cell: (row) => (
    <label className="inline-grid place-items-center size-11 -m-3 cursor-pointer">
      <span className="sr-only">{words.pick(row.number, shortName(row.workerId))}</span>
      <input
        type="checkbox"
        name="ids[]"
        value={row.id}
        className="checkbox checkbox-sm"
        data-item=""
      />
    </label>
  ),
};

function columnsOf(batch: Batch): Column<ReviewRow>[] {
  const { columns } = words;
  const base = `/tasks/batches/${batch.id}`;
  return [
    {
      key: 'task',
      head: columns.task,
      card: 'name',
      cell: (row) => (
        <>
          <a className="lk" href={`${base}/review/${row.id}`}>
            {words.task(row.number)}
          </a>
          <CellNote>{rowWords(row.input)}</CellNote>
        </>
      ),
    },
    {
      key: 'answer',
      head: columns.answer,
      card: 'full',
      cell: (row) => (
        <>
          <b className="font-semibold [overflow-wrap:anywhere]">{answerWords(row.answer)}</b>
          {row.goldRight !== null && (
            <CellNote>{row.goldRight ? words.goldRight : words.goldWrong}</CellNote>
          )}
        </>
      ),
    },
    {
      key: 'worker',
      head: columns.worker,
      card: 'third',
      cell: (row) => (
        <a className="lk" href={`${base}/workers/${row.workerId}`}>
          {shortName(row.workerId)}
        </a>
      ),
    },
    {
      key: 'alike',
      head: columns.alike,
      numeric: true,
      card: 'third',
      cell: (row) => (row.answers < 2 ? words.alone : words.alike(row.same, row.answers)),
    },
    {
      key: 'time',
      head: columns.time,
      numeric: true,
      card: 'third',
      cell: (row) => lengthOf(row.activeSeconds),
    },
    {
      key: 'state',
      head: columns.state,
      card: 'full',
      cell: (row) => <State row={row} batch={batch} />,
    },
  ];
}

function State({ row, batch }: { row: ReviewRow; batch: Batch }) {
  const notes = [
    ...(row.versions > 1 ? [words.repaired] : []),
    ...(row.decidedByRule ? [words.byRule] : []),
    ...(row.appeal === null ? [] : [words.appealed[row.appeal]]),
    ...(row.bonusMinor === 0n ? [] : [words.bonus(sumOf(batch, row.bonusMinor))]),
  ];
  return (
    <>
      <StateBadge {...text.states.assignment[row.state]} />
      {notes.length > 0 && <CellNote>{notes.join(', ')}</CellNote>}
    </>
  );
}
