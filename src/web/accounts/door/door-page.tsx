import type { ReactNode } from 'react';

/** A page with one job for somebody who is not in yet: heading, one form, ways to its neighbours. */
export function DoorPage({
  title,
  lead,
  children,
  aside,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="wrap pt-8 pb-4 sm:pt-12">
      <div className="grid gap-10 grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,26rem)_minmax(0,22rem)] md:gap-16 items-start">
        <div className="min-w-0">
          <h1 className="text-2xl">{title}</h1>
          {lead !== undefined && <p className="mt-2 text-muted max-w-[52ch]">{lead}</p>}
          <div className="mt-6 grid gap-6">{children}</div>
        </div>
        {aside}
      </div>
    </div>
  );
}

/** "Have an account? Sign in" under a form. */
export function Neighbour({
  question,
  href,
  label,
}: {
  question: string;
  href: string;
  label: string;
}) {
  return (
    <p>
      {question}{' '}
      <a className="lk" href={href}>
        {label}
      </a>
    </p>
  );
}
