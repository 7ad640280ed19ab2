import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Crumbs } from '#web/ui/page-head.tsx';

/** A page with one question about a batch: the way back, then the question. */
export function BatchQuestion({
  batch,
  children,
}: {
  batch: { id: string; name: string };
  children: ReactNode;
}) {
  return (
    <div className="wrap pt-5">
      <Crumbs
        crumbs={[
          { href: '/tasks', label: text.site.places.tasks },
          { href: `/tasks/batches/${batch.id}`, label: batch.name },
        ]}
      />
      <div className="mt-4">{children}</div>
    </div>
  );
}
