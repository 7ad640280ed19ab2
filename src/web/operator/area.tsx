import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { type Crumb, PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';

const words = text.operator;

export type OperatorPlace = keyof typeof words.places;

const HREFS: Record<OperatorPlace, string> = {
  overview: '/operator',
  money: '/operator/money',
  members: '/operator/members',
  organizations: '/operator/organizations',
  fees: '/operator/fees',
  terms: '/operator/terms',
  taxonomy: '/operator/taxonomy',
  reports: '/operator/reports',
  appeals: '/operator/appeals',
  outbox: '/operator/outbox',
  events: '/operator/events',
  ledger: '/operator/ledger',
};

/** A page of the operator area: its head, the way to the other places, then the page. */
export function OperatorArea({
  place,
  title,
  crumbs = [],
  state,
  facts,
  acts,
  children,
}: {
  place: OperatorPlace;
  title: ReactNode;
  /** Between the area and this page. */
  crumbs?: readonly Crumb[];
  state?: ReactNode;
  facts?: readonly ReactNode[];
  acts?: ReactNode;
  children: ReactNode;
}) {
  const places = Object.keys(HREFS) as OperatorPlace[];
  const head = (
    <>
      <PageHead
        crumbs={[{ href: HREFS.overview, label: words.area }, ...crumbs]}
        title={title}
        {...(state === undefined ? {} : { state })}
        {...(facts === undefined ? {} : { facts })}
        {...(acts === undefined ? {} : { acts })}
      />
      <div className="mt-4 border-y border-base-300">
        <ViewLinks
          label={words.area}
          links={places.map((one) => ({
            href: HREFS[one],
            label: words.places[one],
            current: one === place,
          }))}
        />
      </div>
    </>
  );
  return <WorkPage head={head}>{children}</WorkPage>;
}

/** The crumb of a place, for the pages below it. */
export function placeCrumb(place: OperatorPlace): Crumb {
  return { href: HREFS[place], label: words.places[place] };
}
