import type { ContractRow } from '#domain/contracts/queries/contracts-of-party.ts';
import { contractSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Deadline } from '#web/ui/time.tsx';

const words = text.contracts.list;

/** Contracts in rows: whose, in which state, and where their money stands. */
export function ContractsTable({ rows }: { rows: readonly ContractRow[] }) {
  return (
    <DataTable caption={words.caption} columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
  );
}

const COLUMNS: readonly Column<ContractRow>[] = [
  {
    key: 'contract',
    head: words.columns.contract,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/contracts/${row.id}`}>
          {row.title}
        </a>
        <CellNote>
          {row.side === 'client' ? words.asClient : words.asFreelancer}, {words.since}{' '}
          <Day at={row.offeredAt} />
        </CellNote>
      </>
    ),
  },
  { key: 'with', head: words.columns.with, card: 'half', cell: (row) => row.otherName },
  {
    key: 'state',
    head: words.columns.state,
    card: 'half',
    cell: (row) => (
      <>
        <StateBadge {...lookOf(row)} />
        <CellNote>
          <Until row={row} />
        </CellNote>
      </>
    ),
  },
  {
    key: 'price',
    head: words.columns.price,
    numeric: true,
    card: 'top',
    cell: (row) => (
      <>
        <Evidence href={priceHref(row)}>
          <Money amount={{ amountMinor: row.priceMinor, currency: row.currency }} />
        </Evidence>
        {row.pricing === 'hourly' && <CellNote>{words.estimate}</CellNote>}
      </>
    ),
  },
  {
    key: 'escrow',
    head: words.columns.escrow,
    numeric: true,
    card: 'half',
    cell: (row) => (
      <Evidence href={contractSumHref(row.id, 'escrow')}>
        <Money amount={{ amountMinor: row.escrowMinor, currency: row.currency }} />
      </Evidence>
    ),
  },
  {
    key: 'paid',
    head: words.columns.paid,
    numeric: true,
    card: 'half',
    cell: (row) => (
      <Evidence href={contractSumHref(row.id, 'released')}>
        <Money amount={{ amountMinor: row.paidMinor, currency: row.currency }} />
      </Evidence>
    ),
  },
];

/** A price is agreed, not measured: its milestones add up to it. */
function priceHref({ id, state }: ContractRow): string {
  return `/contracts/${id}#${state === 'active' || state === 'ended' ? 'milestones' : 'offered'}`;
}

function lookOf(row: ContractRow) {
  const { contract, waitingForYou } = text.states;
  const delivered = row.state === 'active' && row.delivered > 0;
  if (row.side === 'client' ? delivered : row.state === 'offered') return waitingForYou;
  return delivered ? text.states.milestone.delivered : contract[row.state];
}

function Until({ row }: { row: ContractRow }) {
  const until =
    row.state === 'offered' ? row.offerExpiresAt : row.state === 'active' ? row.acceptBy : null;
  if (until === null) return null;
  return (
    <>
      {text.parts.until} <Deadline at={until} />
    </>
  );
}
