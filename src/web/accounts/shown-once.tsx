import type { ReactNode } from 'react';
import { Panel } from '#web/ui/panel.tsx';

/** Headers of pages that show a secret: no cache keeps them, also not the browser's own. */
export const NO_STORE = { 'Cache-Control': 'no-store' };

/** A secret that no later page shows again, and the link that goes on. */
export function ShownOnce({
  id,
  title,
  about,
  children,
  done,
}: {
  id: string;
  title: string;
  about: string;
  children: ReactNode;
  done: { href: string; label: string };
}) {
  return (
    <div className="max-w-xl" role="status">
      <Panel id={id} title={title}>
        <p className="mt-1">{about}</p>
        <div className="my-4">{children}</div>
        <a className="btn btn-primary" href={done.href}>
          {done.label}
        </a>
      </Panel>
    </div>
  );
}
