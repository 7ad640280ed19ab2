import { z } from 'zod';
import { askForLedgerCheck } from '#domain/market/commands/ask-for-ledger-check.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { lastLedgerCheck } from '#domain/market/queries/last-ledger-check.ts';
import type { LedgerCheck } from '#domain/market/queries/ledger-check.ts';
import { operatorOnly } from '#web/context.ts';
import { eventHref, eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Band } from '#web/ui/bands.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EventLink, Evidence } from '#web/ui/evidence.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Amount, Money } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/ledger.ts';
import { OperatorArea } from './area.tsx';

const words = text.operator.ledger;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.places.ledger) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  const { last, askedAt } = await lastLedgerCheck(readDb);
  return { last: last ?? null, askedAt };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor } = operatorOnly(context);
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_none, key) => {
        const { seq } = await run(askForLedgerCheck, null, { actor, root: MARKET_ROOT, key });
        const evidence = { href: eventNumberHref(MARKET_ROOT, seq), label: text.parts.event(seq) };
        return redirectWithFlash(context, '/operator/ledger', {
          tone: 'go',
          title: words.done,
          evidence,
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function Ledger({ loaderData, actionData }: Route.ComponentProps) {
  const { last, askedAt } = loaderData;
  const facts =
    last === null
      ? []
      : [
          <span key="at">
            {words.checked} <Time at={last.at} />
          </span>,
          words.read(
            last.check.transfers.toLocaleString('en'),
            last.check.accounts.toLocaleString('en'),
          ),
          words.took((last.check.tookMs / 1_000).toFixed(1)),
          <EventLink key="event" href={eventHref(last.eventId)} seq={last.seq} />,
        ];
  return (
    <OperatorArea
      place="ledger"
      title={words.title(last?.check.differenceCount ?? null)}
      facts={facts}
    >
      <div className="grid gap-4 max-w-[62ch]">
        <p>{words.lead}</p>
        {askedAt !== null && (
          <Band tone="hold" title={words.asked}>
            {words.askedText}
          </Band>
        )}
        <Form problems={actionData}>
          <SubmitButton>{last === null ? words.first : words.again}</SubmitButton>
        </Form>
        <p className="text-sm text-muted">{words.nightly}</p>
      </div>
      {last !== null && <Outcome check={last.check} href={eventHref(last.eventId)} />}
    </OperatorArea>
  );
}

type DifferenceRow = LedgerCheck['differences'][number];
type TotalRow = LedgerCheck['totals'][number];

const DIFFERENCES: Column<DifferenceRow>[] = [
  {
    key: 'what',
    head: words.differsColumns.what,
    card: 'name',
    cell: (row) => words.what[row.what],
  },
  {
    key: 'account',
    head: words.differsColumns.account,
    card: 'full',
    cell: (row) => <span className="break-all">{row.account}</span>,
  },
  {
    key: 'expected',
    head: words.differsColumns.expected,
    numeric: true,
    card: 'half',
    cell: (row) => <Sum row={row} minor={row.expectedMinor} />,
  },
  {
    key: 'found',
    head: words.differsColumns.found,
    numeric: true,
    card: 'half',
    cell: (row) => <Sum row={row} minor={row.foundMinor} />,
  },
];

/** Lines are counted, everything else is money. */
function Sum({ row, minor }: { row: DifferenceRow; minor: string }) {
  if (row.what === 'lines') return <>{minor}</>;
  return <Money amount={{ amountMinor: BigInt(minor), currency: row.currency }} />;
}

function Outcome({ check, href }: { check: LedgerCheck; href: string }) {
  const { differences, differenceCount, totals } = check;
  const currencies = [...new Set(totals.map((one) => one.currency))];
  return (
    <>
      <Section id="differences" title={words.differences}>
        {differences.length === 0 ? (
          <p className="mt-2">{words.none}</p>
        ) : (
          <DataTable
            caption={words.differences}
            columns={DIFFERENCES}
            rows={differences}
            rowKey={(row) => `${row.what} ${row.account} ${row.currency}`}
          />
        )}
        {differenceCount > differences.length && (
          <p className="mt-2">{words.more(differenceCount - differences.length)}</p>
        )}
      </Section>
      {currencies.map((currency) => (
        <Section key={currency} id={`totals-${currency}`} title={words.totals(currency)}>
          <div className="max-w-xl">
            <Totals
              currency={currency}
              href={href}
              rows={totals.filter((one) => one.currency === currency)}
            />
          </div>
        </Section>
      ))}
    </>
  );
}

function Totals({
  currency,
  href,
  rows,
}: {
  currency: string;
  /** The event that keeps what was counted. */
  href: string;
  rows: readonly TotalRow[];
}) {
  const money = (minor: bigint) => ({ amountMinor: minor, currency });
  const sum = rows.reduce((total, row) => total + BigInt(row.totalMinor), 0n);
  const columns: Column<TotalRow>[] = [
    {
      key: 'kind',
      head: words.totalsColumns.kind,
      card: 'name',
      cell: (row) => words.kinds[row.kind],
      foot: words.zero,
    },
    {
      key: 'count',
      head: words.totalsColumns.count,
      numeric: true,
      card: 'hide',
      cell: (row) => row.accounts.toLocaleString('en'),
    },
    {
      key: 'sum',
      head: `${words.totalsColumns.sum}, ${currency}`,
      numeric: true,
      card: 'top',
      cell: (row) => (
        <Evidence href={href}>
          <Amount amount={money(BigInt(row.totalMinor))} />
        </Evidence>
      ),
      foot: <Amount amount={money(sum)} />,
    },
  ];
  return (
    <DataTable
      caption={words.totalsCaption(currency)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.kind}
    />
  );
}
