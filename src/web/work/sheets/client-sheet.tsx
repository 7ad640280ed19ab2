import { clientRecord } from '#domain/assignments/queries/client-record.ts';
import { web } from '#web/context.ts';
import { SheetPage } from '#web/evidence/sheet-page.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { EvidenceSheet } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Time } from '#web/ui/time.tsx';
import { approvedShare } from '../client-record.tsx';
import type { Route } from './+types/client-sheet.ts';

const words = text.work.sheets.client;
const { duration, record: labels } = text.work;

export const handle: PageHandle = { nav: 'tasks' };

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.name(loaderData?.record.clientName ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = web(context);
  return { record: await clientRecord(readDb, params.id) };
}

/** How a client treats workers, with the counts behind each figure. */
export default function ClientSheet({ loaderData: { record } }: Route.ComponentProps) {
  const count = (value: bigint | number) => value.toLocaleString('en');
  const { hourlyMinor: amountMinor, hourlyCurrency: currency, decisionSeconds } = record;
  const share = approvedShare(record) ?? labels.unknown;
  const paid =
    amountMinor === null || currency === null ? (
      labels.unknown
    ) : (
      <Money amount={{ amountMinor, currency }} />
    );
  return (
    <SheetPage
      crumbs={[
        { href: '/work', label: text.work.crumb },
        { href: `/clients/${record.clientId}`, label: record.clientName },
      ]}
    >
      <EvidenceSheet
        name={words.name(record.clientName)}
        value={share}
        formula={words.formula}
        terms={[
          { label: words.batches, value: count(record.batches) },
          { label: words.approved, value: count(record.approved) },
          { label: words.rejected, value: count(record.rejected) },
          { label: words.rate, value: share, kind: 'sum' },
          {
            label: words.seconds,
            value: decisionSeconds === null ? labels.unknown : duration(decisionSeconds),
          },
          { label: words.hourly, value: paid },
          { label: words.upheld, value: count(record.appealsUpheld) },
        ]}
        origin={
          <p>
            {words.origin} <Time at={record.refreshedAt} />
          </p>
        }
      />
    </SheetPage>
  );
}
