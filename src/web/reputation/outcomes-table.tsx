import type { SheetComponent } from '#domain/reputation/queries/score-sheet.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { EventLink } from '#web/ui/evidence.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Paging } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { ScoreSight } from './score-sight.ts';

const words = text.reputation.sheet;

type Row = ScoreSight['outcomes'][number];

/** Every ended contract: what it shows, what it weighs, what it adds; newest first. */
export function OutcomesTable({ sight }: { sight: ScoreSight }) {
  const { span, outcomes, base } = sight;
  const size = span.to - span.from + 1;
  const page = (from: number) => `${base}/score?from=${from}#outcomes`;
  return (
    <Section id="outcomes" title={words.outcomes(span.of)}>
      <DataTable
        caption={words.outcomesCaption}
        columns={columnsOf(sight)}
        rows={outcomes}
        rowKey={(one) => one.contractId}
      />
      {span.of > size && (
        <Paging
          earlier={span.from > 1 ? page(Math.max(1, span.from - size)) : undefined}
          later={span.to < span.of ? page(span.to + 1) : undefined}
          span={words.span(span.from, span.to, span.of)}
        />
      )}
    </Section>
  );
}

function columnsOf(sight: ScoreSight): Column<Row>[] {
  const { side, score } = sight;
  return [
    {
      key: 'contract',
      head: words.contract,
      card: 'name',
      foot: words.sum,
      cell: (one) => (
        <>
          {one.title ?? words.privately}
          <CellNote>
            {`${one.categoryName} · ${one.otherName ?? words.number(words.other[side], one.otherNumber)}`}
          </CellNote>
        </>
      ),
    },
    { key: 'ended', head: words.ended, card: 'half', cell: (one) => <Day at={one.endedAt} /> },
    {
      key: 'seen',
      head: words.seen,
      card: 'full',
      cell: (one) => <Seen one={one} isOwn={sight.isOwn} />,
    },
    {
      key: 'weight',
      head: words.weightHead,
      numeric: true,
      card: 'half',
      cell: (one) => (
        <>
          {one.weight.toFixed(3)}
          <CellNote>{words.share((one.share * 100).toFixed(1))}</CellNote>
        </>
      ),
    },
    {
      key: 'adds',
      head: words.adds,
      numeric: true,
      card: 'top',
      cell: (one) => signed(one.contribution),
      ...(score !== null && { foot: score.toFixed(4) }),
    },
  ];
}

function Seen({ one, isOwn }: { one: Row; isOwn: boolean }) {
  return (
    <ul className="grid gap-0.5">
      {one.components.map((part) => (
        <li key={part.component}>
          {seenWords(part)}
          <Bounded part={part} />
          {isOwn && <Events contractId={one.contractId} part={part} />}
        </li>
      ))}
      {one.say < 1 && <li className="text-muted">{words.sayLess((one.say * 100).toFixed(0))}</li>}
    </ul>
  );
}

/** Shares of money count as shares of money: milestones alone would not add up to the line. */
function seenWords(part: SheetComponent): string {
  const name = text.reputation.components[part.component];
  const [some, whole] = [plain(part.part), plain(part.whole)];
  if (!isByMoney(part)) return words.seenOf(name, some, whole);
  return words.seenByMoney(name, plain(part.value * 100), some, whole);
}

function isByMoney({ component }: SheetComponent): boolean {
  return component === 'kept' || component === 'onTime';
}

/** A value that lay too far from what all others say. */
function Bounded({ part }: { part: SheetComponent }) {
  if (Math.abs(part.value - part.counted) < 1e-9) return null;
  return <span className="text-muted">, {words.countsAs(countedWords(part))}</span>;
}

function countedWords(part: SheetComponent): string {
  if (isByMoney(part)) return `${(part.counted * 100).toFixed(2)}%`;
  const scale = part.component === 'stars' ? 1 + 4 * part.counted : part.counted * part.whole;
  return scale.toFixed(2);
}

/** The party itself may open what it was read from. */
function Events({ contractId, part }: { contractId: string; part: SheetComponent }) {
  return part.evidence.slice(0, 3).map(({ seq }) => (
    <span key={seq}>
      {' · '}
      <EventLink href={eventNumberHref(contractId, seq)} seq={seq} />
    </span>
  ));
}

function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(4)}`;
}

function plain(number: number): string {
  return String(Math.round(number * 100) / 100);
}
