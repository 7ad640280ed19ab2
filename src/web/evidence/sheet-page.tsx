import type { ReactNode } from 'react';
import { type Crumb, Crumbs } from '#web/ui/page-head.tsx';

/** A page that is one evidence sheet; the sheet's number is its h1. */
export function SheetPage({ crumbs, children }: { crumbs: readonly Crumb[]; children: ReactNode }) {
  return (
    <div className="wrap pt-5">
      <Crumbs crumbs={crumbs} />
      <div className="mt-4">{children}</div>
    </div>
  );
}
