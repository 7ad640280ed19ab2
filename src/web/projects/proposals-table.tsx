import { countryName } from '#domain/accounts/country.ts';
import type { ProjectProposal, ProposalOrder } from '#domain/projects/queries/project-proposals.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Amount } from '#web/ui/money.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Paging, SortLink } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';

const words = text.projects.client;

export type Sorting = {
  order: ProposalOrder;
  descending: boolean;
  base: string;
  /** Which of the two lists of the page. */
  list: 'proposals' | 'earlier';
  /** The first one shown, from 1. */
  from: number;
};

const SHOWN = 20;

const FROM = { proposals: 'from', earlier: 'earlier-from' } as const;
const CAPTIONS = { proposals: words.caption, earlier: words.earlier } as const;

/** The proposals on a project, for its client: who, for how much, how soon. */
export function ProposalsTable({
  proposals,
  listed,
  currency,
  sorting,
}: {
  proposals: readonly ProjectProposal[];
  /** Who of them has a profile to read. */
  listed: ReadonlySet<string>;
  currency: string;
  sorting: Sorting;
}) {
  const hourly = proposals.some((one) => one.pricing === 'hourly');
  const columns = [
    freelancerColumn(listed),
    stateColumn(),
    ...(hourly ? hourlyColumns(currency) : []),
    priceColumn(currency, sorting),
    deliveryColumn(sorting),
    sentColumn(sorting),
  ];
  const from = Math.min(sorting.from, Math.max(1, proposals.length));
  const to = Math.min(proposals.length, from + SHOWN - 1);
  return (
    <>
      <DataTable
        caption={CAPTIONS[sorting.list]}
        columns={columns}
        rows={proposals.slice(from - 1, to)}
        rowKey={(one) => one.id}
      />
      {proposals.length > SHOWN && (
        <Paging
          earlier={from > 1 ? pageHref(sorting, Math.max(1, from - SHOWN)) : undefined}
          later={to < proposals.length ? pageHref(sorting, to + 1) : undefined}
          span={text.compare.span(from, to, proposals.length)}
        />
      )}
    </>
  );
}

function pageHref({ base, order, descending, list }: Sorting, from: number): string {
  return `${base}?sort=${order}${descending ? '&down=1' : ''}&${FROM[list]}=${from}#${list}`;
}

type Of = Column<ProjectProposal>;

function freelancerColumn(listed: ReadonlySet<string>): Of {
  return {
    key: 'freelancer',
    head: words.freelancer,
    card: 'name',
    cell: (one) => (
      <>
        <a className="lk" href={`/proposals/${one.id}`}>
          {one.freelancerName}
        </a>
        <CellNote>
          {[
            one.freelancerHeadline ?? '',
            one.freelancerCountry === null ? '' : countryName(one.freelancerCountry),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </CellNote>
        {listed.has(one.freelancerId) && (
          <a
            className="lk inline-block py-1 text-[0.8125rem] font-normal"
            href={`/freelancers/${one.freelancerId}`}
          >
            {words.profile}
            <span className="sr-only"> {one.freelancerName}</span>
          </a>
        )}
      </>
    ),
  };
}

function stateColumn(): Of {
  return {
    key: 'state',
    head: words.state,
    card: 'full',
    cell: (one) => (
      <>
        <StateBadge {...text.states.proposal[one.state]} />
        {one.version > 1 && <CellNote>{words.changed(one.version)}</CellNote>}
      </>
    ),
  };
}

function hourlyColumns(currency: string): Of[] {
  return [
    {
      key: 'rate',
      head: words.rate(currency),
      numeric: true,
      card: 'half',
      cell: (one) => <Amount amount={{ amountMinor: one.hourlyRateMinor ?? 0n, currency }} />,
    },
    {
      key: 'hours',
      head: words.hours,
      numeric: true,
      card: 'half',
      cell: (one) => one.estimatedHours,
    },
  ];
}

function priceColumn(currency: string, sorting: Sorting): Of {
  return {
    ...sortable('price', words.price(currency), sorting),
    numeric: true,
    card: 'top',
    cell: (one) => (
      <b className="font-semibold">
        <Amount amount={{ amountMinor: one.priceMinor, currency }} />
      </b>
    ),
  };
}

function deliveryColumn(sorting: Sorting): Of {
  return {
    ...sortable('delivery', words.delivery, sorting),
    numeric: true,
    card: 'half',
    cell: (one) => words.days(one.deliveryDays),
  };
}

function sentColumn(sorting: Sorting): Of {
  return {
    ...sortable('sent', words.sent, sorting),
    numeric: true,
    card: 'half',
    cell: (one) => <Day at={one.sentAt} />,
  };
}

/** A head that sorts by its column, and the other way round when it does already. */
function sortable(
  order: ProposalOrder,
  label: string,
  { base, list, ...now }: Sorting,
): Pick<Of, 'key' | 'label' | 'head' | 'sort'> {
  const current = now.order === order;
  const sorted = !current ? undefined : now.descending ? 'descending' : 'ascending';
  const turn = current && !now.descending ? '&down=1' : '';
  return {
    key: order,
    label,
    head: (
      <SortLink href={`${base}?sort=${order}${turn}#${list}`} sorted={sorted}>
        {label}
      </SortLink>
    ),
    ...(sorted === undefined ? {} : { sort: sorted }),
  };
}
