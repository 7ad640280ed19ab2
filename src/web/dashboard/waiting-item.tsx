import type { ReactNode } from 'react';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-names.ts';

/** One thing that waits: what it is about, what it asks, until when, and the act. */
export function WaitingItem({
  icon,
  about,
  until,
  act,
  children,
}: {
  icon: IconName;
  about: { href: string; title: string };
  until?: ReactNode;
  act: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <li className="py-4 grid gap-x-4 gap-y-3 sm:grid-cols-[1.75rem_minmax(0,1fr)_auto] sm:items-center">
      <span className="tl-i st-hold max-sm:hidden">
        <Icon name={icon} />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          <a className="hover:underline py-1" href={about.href}>
            {about.title}
          </a>
        </p>
        <p className="mt-0.5">{children}</p>
        {until !== undefined && <p className="mt-0.5 text-sm text-muted">{until}</p>}
      </div>
      <a className="btn justify-self-start" href={act.href}>
        {act.label}
        <span className="sr-only">: {about.title}</span>
      </a>
    </li>
  );
}
