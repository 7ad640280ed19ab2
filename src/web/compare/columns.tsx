import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { SortLink } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import { compareHref, type Sort } from './compare-question.ts';
import type { CompareSight, RankedProposal } from './compare-sight.ts';
import {
  Answers,
  FitBar,
  FitNumber,
  Initials,
  OnTime,
  PastWork,
  Quality,
  QualityBar,
  Shore,
  scaleFrom,
} from './figures.tsx';
import { Marks } from './marks.tsx';
import { AwardLink, Pays, payHint, ReadyBy, Receives } from './sums.tsx';

const words = text.compare.table;

type Line = {
  sort?: Sort;
  label: string;
  hint?: string;
  cell: (one: RankedProposal) => ReactNode;
};

/** Up to four proposals side by side: one column each, one row for each thing to judge by. */
export function Columns({ sight }: { sight: CompareSight }) {
  return (
    <table className="tb cmp table-fixed">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-44">
            <span className="sr-only">{words.criterion}</span>
          </th>
          {sight.shown.map((one) => (
            <th key={one.id} scope="col" className={best(one)}>
              <ColumnHead one={one} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linesOf(sight).map((line) => (
          <tr key={line.label}>
            <LineHead line={line} sight={sight} />
            {sight.shown.map((one) => (
              <td key={one.id} className={best(one)}>
                {line.cell(one)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function best(one: RankedProposal): string | undefined {
  return one.fit.place === 1 ? 'best' : undefined;
}

function ColumnHead({ one }: { one: RankedProposal }) {
  return (
    <span className="flex items-center gap-2.5 text-base-content">
      <Initials name={one.name} strong={one.fit.place === 1} />
      <span className="min-w-0">
        <a className="font-semibold text-base block hover:underline" href={`/proposals/${one.id}`}>
          {one.name}
        </a>
        <Shore one={one} />
      </span>
    </span>
  );
}

function LineHead({ line, sight }: { line: Line; sight: CompareSight }) {
  const { question, project } = sight;
  const { sort, label, hint } = line;
  const sorted = sort === question.sort;
  const href =
    sort === undefined
      ? ''
      : compareHref(project.id, question, { sort, turned: sorted && !question.turned, from: 1 });
  return (
    <th scope="row" className="!font-medium">
      {sort === undefined ? (
        label
      ) : (
        <SortLink href={href} sorted={sorted ? wayOf(sort, question.turned) : undefined}>
          {label}
        </SortLink>
      )}
      {hint !== undefined && (
        <span className="block text-[0.8125rem] text-muted font-normal">{hint}</span>
      )}
    </th>
  );
}

/** Which way the numbers run: more is better for some, less for others. */
export function wayOf(sort: Sort, turned: boolean): 'ascending' | 'descending' {
  const down = sort === 'fit' || sort === 'quality' || sort === 'on-time' || sort === 'past';
  return down === turned ? 'ascending' : 'descending';
}

function linesOf(sight: CompareSight): Line[] {
  const from = scaleFrom(sight.shown);
  return [
    {
      sort: 'fit',
      label: words.fit,
      hint: words.fitHint,
      cell: (one) => (
        <>
          <span className="flex items-baseline justify-between gap-2">
            <span className="text-xl font-semibold">
              <FitNumber sight={sight} one={one} />
            </span>
            <span className="text-muted">{words.place(one.fit.place)}</span>
          </span>
          <span className="block mt-1">
            <FitBar fit={one.fit} />
          </span>
        </>
      ),
    },
    {
      sort: 'pay',
      label: words.pay,
      hint: payHint(sight),
      cell: (one) => <Pays sight={sight} one={one} />,
    },
    {
      sort: 'receive',
      label: words.receive,
      cell: (one) => <Receives sight={sight} one={one} />,
    },
    {
      sort: 'delivery',
      label: words.delivery,
      hint: words.deliveryHint,
      cell: (one) => (
        <>
          {words.days(one.deliveryDays)}
          <span className="block text-muted">
            <ReadyBy sight={sight} one={one} />
          </span>
        </>
      ),
    },
    {
      sort: 'quality',
      label: words.quality,
      hint: words.qualityHint(from.toFixed(1)),
      cell: (one) => (
        <>
          <Quality one={one} />
          <span className="block mt-1">
            <QualityBar one={one} from={from} />
          </span>
        </>
      ),
    },
    ...recordLines(sight),
    {
      label: text.compare.note.label,
      cell: (one) => <Marks one={one} mayMark={sight.mayMark} />,
    },
    { label: words.award, cell: (one) => <AwardLink sight={sight} one={one} /> },
  ];
}

function recordLines(sight: CompareSight): Line[] {
  return [
    { sort: 'on-time', label: words.onTime, cell: (one) => <OnTime one={one} /> },
    {
      sort: 'past',
      label: words.past,
      hint: sight.project.categoryName,
      cell: (one) => <PastWork one={one} />,
    },
    { label: words.answers, cell: (one) => <Answers one={one} /> },
    { sort: 'sent', label: words.sent, cell: (one) => <Day at={one.sentAt} /> },
  ];
}
