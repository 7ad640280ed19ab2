import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';

export type Crumb = { href: string; label: string };

/**
 * Crumbs, the finding as h1, boxed state and two to four facts, at most two quiet acts.
 * The primary act belongs into the decision panel.
 */
export function PageHead({
  crumbs = [],
  title,
  state,
  facts = [],
  acts,
}: {
  crumbs?: readonly Crumb[];
  title: ReactNode;
  state?: ReactNode;
  facts?: readonly ReactNode[];
  acts?: ReactNode;
}) {
  const meta = state !== undefined || facts.length > 0;
  return (
    <>
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl">{title}</h1>
          {meta && (
            <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              {state}
              {facts.map((fact, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
                <span key={at}>{fact}</span>
              ))}
            </div>
          )}
        </div>
        {acts !== undefined && (
          <div className="flex gap-2 w-full sm:w-auto max-sm:[&>*]:flex-1">{acts}</div>
        )}
      </div>
    </>
  );
}

export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav
      aria-label={text.parts.crumbs}
      className="text-sm text-muted flex flex-wrap items-center gap-x-2"
    >
      {crumbs.map(({ href, label }, at) => (
        <span key={href} className="contents">
          {at > 0 && <span aria-hidden="true">/</span>}
          <a className="hover:underline py-1" href={href}>
            {label}
          </a>
        </span>
      ))}
    </nav>
  );
}

/**
 * A work page: the main part, and an aside for money and promises that falls below it on phones,
 * or stands above it there where it holds the act of the page.
 */
export function WorkPage({
  head,
  children,
  aside,
  asideLabel,
  asideFirst = false,
}: {
  head: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
  asideLabel?: string;
  asideFirst?: boolean;
}) {
  const main = <div className="min-w-0 grid grid-cols-[minmax(0,1fr)] gap-10">{children}</div>;
  return (
    <div className="wrap pt-5">
      {head}
      {aside === undefined ? (
        <div className="mt-6">{main}</div>
      ) : (
        <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_21.5rem] items-start">
          {!asideFirst && main}
          <aside
            className={`grid grid-cols-[minmax(0,1fr)] gap-8 ${asideFirst ? 'lg:order-last' : ''}`}
            aria-label={asideLabel}
          >
            {aside}
          </aside>
          {asideFirst && main}
        </div>
      )}
    </div>
  );
}

/** A section named by its heading. */
export function Section({
  id,
  title,
  beside,
  children,
}: {
  id: string;
  title: ReactNode;
  /** Quiet links beside the heading, such as filters of a timeline. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
