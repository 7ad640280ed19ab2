import { formatAmount } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Paging, SortLink } from '#web/ui/table-controls.tsx';
import { wayOf } from './columns.tsx';
import { compareFields, compareHref, type Sort } from './compare-question.ts';
import type { CompareSight, RankedProposal } from './compare-sight.ts';
import { FitBar, FitNumber, OnTime, PastWork, Quality, Shore } from './figures.tsx';
import { Marks } from './marks.tsx';
import { AwardLink, Hours, ReadyBy } from './sums.tsx';

const words = text.compare.table;
const { side, span } = text.compare;
const FORM = 'side-by-side';

/** More than four: one row each by the fit, of which some can be put side by side. */
export function Rows({ sight }: { sight: CompareSight }) {
  const { project, question } = sight;
  const { from, to, of } = sight.span;
  const size = to - from + 1;
  const page = (first: number) => compareHref(project.id, question, { from: first });
  return (
    <>
      <form id={FORM} method="get" className="flex flex-wrap items-center gap-3 text-sm text-muted">
        {compareFields({ ...question, show: [], from: 1 }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="btn btn-sm max-md:h-11">
          {side.act}
        </button>
        {side.hint}
      </form>
      <DataTable
        caption={words.captionRows}
        columns={columnsOf(sight)}
        rows={sight.shown}
        rowKey={(one) => one.id}
      />
      {of > size && (
        <Paging
          earlier={from > 1 ? page(Math.max(1, from - size)) : undefined}
          later={to < of ? page(to + 1) : undefined}
          span={span(from, to, of)}
        />
      )}
    </>
  );
}

type Of = Column<RankedProposal>;

function columnsOf(sight: CompareSight): Of[] {
  return [
    {
      key: 'name',
      head: words.freelancer,
      card: 'name',
      cell: (one) => <NameCell one={one} picked={sight.question.show.includes(one.id)} />,
    },
    {
      ...sortable(sight, 'fit', words.fit),
      card: 'top',
      cell: (one) => (
        <div className="min-w-16">
          <b className="font-semibold text-base">
            <FitNumber sight={sight} one={one} />
          </b>{' '}
          <span className="text-muted">{words.place(one.fit.place)}</span>
          <div className="mt-1">
            <FitBar fit={one.fit} />
          </div>
        </div>
      ),
    },
    ...termColumns(sight),
    ...recordColumns(sight),
    {
      key: 'mark',
      head: text.compare.note.label,
      card: 'full',
      cell: (one) => <Marks one={one} mayMark={sight.mayMark} brief />,
    },
    {
      key: 'award',
      head: <span className="sr-only">{words.award}</span>,
      label: '',
      card: 'full',
      cell: (one) => <AwardLink sight={sight} one={one} small />,
    },
  ];
}

/** What it costs and how long it takes. */
function termColumns(sight: CompareSight): Of[] {
  const { currency } = sight.project;
  return [
    {
      ...sortable(sight, 'pay', words.payIn(currency)),
      numeric: true,
      cell: (one) => (
        <>
          <b className="font-semibold">{formatAmount(one.fees.clientPaysMinor, currency)}</b>
          <Hours sight={sight} one={one} />
          <CellNote>
            <span className="whitespace-nowrap">
              {words.theyGet(formatAmount(one.fees.freelancerReceivesMinor, currency))}
            </span>
          </CellNote>
        </>
      ),
    },
    {
      ...sortable(sight, 'delivery', words.delivery),
      cell: (one) => (
        <>
          {words.days(one.deliveryDays)}
          <CellNote>
            <span className="whitespace-nowrap">
              <ReadyBy sight={sight} one={one} />
            </span>
          </CellNote>
        </>
      ),
    },
  ];
}

/** What was measured of the freelancer. */
function recordColumns(sight: CompareSight): Of[] {
  return [
    {
      ...sortable(sight, 'quality', words.quality),
      card: 'half',
      cell: (one) => <Quality one={one} brief />,
    },
    {
      ...sortable(sight, 'on-time', words.onTime),
      card: 'half',
      cell: (one) => <OnTime one={one} />,
    },
    {
      ...sortable(sight, 'past', words.past),
      card: 'half',
      cell: (one) => <PastWork one={one} />,
    },
  ];
}

function NameCell({ one, picked }: { one: RankedProposal; picked: boolean }) {
  return (
    <span className="flex gap-2.5">
      <input
        type="checkbox"
        form={FORM}
        name="show"
        value={one.id}
        defaultChecked={picked}
        aria-label={words.pick(one.name)}
        className="checkbox checkbox-sm mt-0.5 relative after:absolute after:-inset-3"
      />
      <span className="min-w-0">
        <a className="lk" href={`/proposals/${one.id}`}>
          {one.name}
        </a>
        <Shore one={one} />
      </span>
    </span>
  );
}

function sortable(
  { project, question }: CompareSight,
  sort: Sort,
  label: string,
): Pick<Of, 'key' | 'label' | 'head' | 'sort'> {
  const current = question.sort === sort;
  const sorted = current ? wayOf(sort, question.turned) : undefined;
  const turned = current && !question.turned;
  return {
    key: sort,
    label,
    head: (
      <SortLink href={compareHref(project.id, question, { sort, turned, from: 1 })} sorted={sorted}>
        {label}
      </SortLink>
    ),
    ...(sorted === undefined ? {} : { sort: sorted }),
  };
}
