import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Amount, Money } from '#web/ui/money.tsx';
import { StateBadge, type StateLook } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, SelectedFilters, SortLink } from '#web/ui/table-controls.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { Timeline, TimelineEvent, ViewLinks } from '#web/ui/timeline.tsx';
import { HERE, Part, usd } from './part.tsx';

const words = text.kit;
const { milestone, waitingForYou } = text.states;

type Row = { name: string; note: string; state: StateLook; price: number; receives: number | null };

const MONEY: Omit<Row, 'name' | 'note'>[] = [
  { state: milestone.paid, price: 800, receives: 720 },
  { state: milestone.paid, price: 1400, receives: 1260 },
  { state: waitingForYou, price: 1600, receives: null },
  { state: milestone.agreed, price: 1000, receives: null },
];

const ROWS: Row[] = words.table.rows.flatMap((row, at) => {
  const money = MONEY[at];
  return money === undefined ? [] : [{ ...row, ...money }];
});

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    head: <SortLink href={HERE}>{words.table.milestone}</SortLink>,
    card: 'name',
    cell: (row) => (
      <>
        {row.name}
        <CellNote>{row.note}</CellNote>
      </>
    ),
    foot: words.table.total,
  },
  {
    key: 'state',
    head: words.table.state,
    card: 'full',
    cell: (row) => <StateBadge {...row.state} />,
  },
  {
    key: 'price',
    head: (
      <SortLink href={HERE} sorted="ascending">
        {words.table.price}
      </SortLink>
    ),
    label: words.table.price,
    sort: 'ascending',
    numeric: true,
    card: 'half',
    cell: (row) => <Amount amount={usd(row.price)} />,
    foot: <Amount amount={usd(4800)} />,
  },
  {
    key: 'receives',
    head: words.table.receives,
    numeric: true,
    card: 'half',
    cell: (row) =>
      row.receives === null ? (
        <span className="text-muted">{words.table.afterFunding}</span>
      ) : (
        <Evidence href={HERE}>
          <Amount amount={usd(row.receives)} />
        </Evidence>
      ),
    foot: <Amount amount={usd(1980)} />,
  },
];

export function TableParts() {
  const { table, timeline } = words;
  return (
    <>
      <Part title={words.sections.table}>
        <FilterBar>
          <FilterSelect
            name="state"
            label={table.filterState}
            value=""
            options={[
              { value: '', label: table.anyState },
              { value: 'paid', label: milestone.paid.word },
            ]}
          />
        </FilterBar>
        <SelectedFilters filters={[{ label: table.filtered, without: HERE }]} />
        <DataTable
          caption={table.caption}
          columns={COLUMNS}
          rows={ROWS}
          rowKey={(row) => row.name}
        />
      </Part>
      <Part title={words.sections.tiles}>
        <Figures />
      </Part>
      <Part title={words.sections.timeline}>
        <ViewLinks
          label={timeline.show}
          links={[
            { href: '/kit', label: timeline.all, current: true },
            { href: HERE, label: timeline.moneyOnly, current: false },
          ]}
        />
        <Events />
      </Part>
    </>
  );
}

function Figures() {
  const { tiles } = words;
  return (
    <Tiles label={tiles.label}>
      <Tile
        label={tiles.spent}
        number={
          <Evidence href={HERE}>
            <Money amount={usd(3800)} />
          </Evidence>
        }
        words={tiles.spentWords}
        course={[800, 800, 2200, 2200, 3800]}
      />
      <Tile
        label={tiles.waiting}
        number={<Evidence href={HERE}>2</Evidence>}
        words={tiles.waitingWords}
      />
      <Tile
        label={tiles.escrow}
        number={
          <Evidence href={HERE}>
            <Money amount={usd(1600)} />
          </Evidence>
        }
        words={tiles.escrowWords}
      />
      <Tile
        label={tiles.time}
        number={<Evidence href={HERE}>{tiles.timeValue}</Evidence>}
        words={tiles.timeWords}
        course={[5, 4, 6, 4, 3]}
      />
    </Tiles>
  );
}

function Events() {
  const { handedIn, onTime, funded, rule } = words.timeline;
  return (
    <Timeline>
      <TimelineEvent
        icon="package-check"
        tone="move"
        at="2026-11-19T16:42:00Z"
        seq={41}
        href={HERE}
        consequence={onTime}
      >
        <b>{handedIn.who}</b> {handedIn.what}
        <a className="ev" href={HERE}>
          {handedIn.files}
        </a>
      </TimelineEvent>
      <TimelineEvent icon="lock" tone="hold" at="2026-11-06T09:15:00Z" seq={33} href={HERE}>
        <b>{funded.who}</b> {funded.before}
        <Money amount={usd(1600)} />
        {funded.after}
      </TimelineEvent>
      <TimelineEvent icon="hand-coins" tone="go" at="2026-11-05T11:20:00Z" seq={32} href={HERE}>
        <b>{rule.who}</b> {rule.before}
        <Money amount={usd(1260)} />
        {rule.after}
      </TimelineEvent>
    </Timeline>
  );
}
