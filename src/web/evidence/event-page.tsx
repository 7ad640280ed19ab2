import { type EventPage, eventPage } from '#domain/evidence/queries/event-page.ts';
import type { TransferSight } from '#domain/ledger/queries/event-transfers.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/event-page.ts';
import { EventFacts } from './event-facts.tsx';
import { actorName, EventSentence, eventConsequence } from './event-words.tsx';

export const handle: PageHandle = {};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { page: await eventPage(readDb, actor, params.id), partyId: actor.partyId };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(text.evidence.event.title(loaderData?.page.event.seq ?? 0)) },
];

export default function EventSheet({ loaderData }: Route.ComponentProps) {
  const { page, partyId } = loaderData;
  const { event, transfers, root } = page;
  const words = text.evidence.event;
  const consequence = eventConsequence(event, partyId);
  const crumbs =
    root === null
      ? [{ href: '/money', label: text.site.places.money }]
      : [placeOf(event.rootKind), { href: root.href, label: root.title }];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={crumbs}
          title={words.title(event.seq)}
          facts={[actorName(event, partyId), <Time key="at" at={event.at} />]}
        />
      }
    >
      <div>
        <p className="text-lg max-w-[62ch]">
          <EventSentence event={event} partyId={partyId} />
        </p>
        {consequence !== undefined && <p className="mt-1 text-muted">{consequence}</p>}
      </div>
      <Section id="transfers" title={words.transfers}>
        <Transfers page={page} transfers={transfers} />
      </Section>
      <Section id="facts" title={words.what}>
        <EventFacts event={event} />
        <p className="mt-3 text-sm text-muted">{words.reading}</p>
      </Section>
    </WorkPage>
  );
}

function placeOf(rootKind: string): { href: string; label: string } {
  const { places } = text.site;
  if (rootKind === 'contract') return { href: '/contracts', label: places.contracts };
  if (rootKind === 'project') return { href: '/projects', label: places.projects };
  return { href: '/tasks', label: places.tasks };
}

function Transfers({ page, transfers }: { page: EventPage; transfers: readonly TransferSight[] }) {
  const words = text.evidence.event;
  if (transfers.length === 0) return <p className="mt-2">{words.noTransfers}</p>;
  const columns: Column<TransferSight>[] = [
    {
      key: 'act',
      head: words.about,
      card: 'name',
      cell: (row) => (
        <>
          {row.creditKind === 'earnings' ? words.earned : (text.evidence.acts[row.act] ?? row.act)}
          <CellNote>{words.book(row.home)}</CellNote>
          <CellNote>
            <span className="break-all">{row.reference}</span>
          </CellNote>
        </>
      ),
    },
    {
      key: 'sum',
      head: words.amount,
      numeric: true,
      card: 'top',
      cell: (row) => <Money amount={{ amountMinor: row.amountMinor, currency: row.currency }} />,
    },
    {
      key: 'from',
      head: words.from,
      card: 'half',
      cell: (row) => accountWords(page, { kind: row.debitKind, ownerId: row.debitOwnerId }),
    },
    {
      key: 'to',
      head: words.to,
      card: 'half',
      cell: (row) => accountWords(page, { kind: row.creditKind, ownerId: row.creditOwnerId }),
    },
  ];
  return (
    <>
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={transfers}
        rowKey={(row) => row.id}
      />
      <p className="mt-2 text-sm text-muted">{words.sumNote}</p>
    </>
  );
}

function accountWords(
  page: EventPage,
  account: { kind: TransferSight['debitKind']; ownerId: string },
): string {
  const owner = page.owners.get(account.ownerId);
  return text.evidence.accounts[account.kind](owner?.name ?? '', owner?.position ?? null);
}
