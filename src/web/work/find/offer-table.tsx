import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { batchHref, workSumHref } from '../addresses.ts';
import { RecordLine } from '../client-record.tsx';
import { RequirementLine } from '../requirements.tsx';
import type { OfferRow } from './offer-rows.ts';

const words = text.work.find;

/** Batches one under the other: what they are, what they pay, what they ask, and who orders them. */
export function OfferTable({ rows }: { rows: readonly OfferRow[] }) {
  return (
    <DataTable
      caption={words.caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={({ batchId }) => batchId}
    />
  );
}

const COLUMNS: Column<OfferRow>[] = [
  { key: 'batch', head: words.batch, card: 'full', cell: (row) => <Offer row={row} /> },
  {
    key: 'reward',
    head: words.reward,
    numeric: true,
    card: 'third',
    cell: ({ rewardMinor: amountMinor, currency, timeLimitSeconds }) => (
      <>
        <b className="font-semibold">
          <Money amount={{ amountMinor, currency }} />
        </b>
        <CellNote>{words.time(timeLimitSeconds)}</CellNote>
      </>
    ),
  },
  {
    key: 'hourly',
    head: words.hourly,
    numeric: true,
    card: 'third',
    cell: ({ batchId, hourlyMinor: amountMinor, currency }) =>
      amountMinor === null ? (
        <span className="text-muted">{words.notMeasured}</span>
      ) : (
        <Evidence href={workSumHref(batchId, 'hourly')}>
          <Money amount={{ amountMinor, currency }} />
        </Evidence>
      ),
  },
  {
    key: 'left',
    head: words.left,
    numeric: true,
    card: 'third',
    cell: ({ available }) => available.toLocaleString('en'),
  },
];

function Offer({ row }: { row: OfferRow }) {
  const { batchId, clientId, clientName, title, description, needs, client } = row;
  return (
    <div className="max-w-[62ch]">
      <a className="lk text-base font-semibold [overflow-wrap:anywhere]" href={batchHref(batchId)}>
        {title}
      </a>
      <p className="text-[0.8125rem] text-muted">
        <Phrase
          says={words.by}
          values={{
            client: (
              <a className="hover:underline text-base-content" href={`/clients/${clientId}`}>
                {clientName}
              </a>
            ),
          }}
        />
      </p>
      {description !== '' && (
        <p className="mt-1 line-clamp-2 text-muted font-normal [overflow-wrap:anywhere]">
          {description}
        </p>
      )}
      <div className="mt-1.5 text-[0.8125rem] text-muted grid gap-0.5">
        <div>
          <RequirementLine rows={needs} />
        </div>
        <RecordLine clientId={clientId} record={client} />
      </div>
    </div>
  );
}
