import type { ReactNode } from 'react';
import type { ContractPage } from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import { Crumbs } from '#web/ui/page-head.tsx';

/** A page with one question about a contract: the way back, then the question. */
export function QuestionPage({ page, children }: { page: ContractPage; children: ReactNode }) {
  const { id, title } = page.contract;
  return (
    <div className="wrap pt-5">
      <Crumbs
        crumbs={[
          { href: '/contracts', label: text.site.places.contracts },
          { href: `/contracts/${id}`, label: title },
        ]}
      />
      <div className="mt-4">{children}</div>
    </div>
  );
}
