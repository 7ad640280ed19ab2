import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';

const words = text.settings;

type Place = 'profile' | 'sells' | 'security' | 'apiKeys' | 'organizations' | 'record';

const PLACES: readonly { place: Place; href: string }[] = [
  { place: 'profile', href: '/settings' },
  { place: 'sells', href: '/profile' },
  { place: 'security', href: '/settings/security' },
  { place: 'apiKeys', href: '/settings/api-keys' },
  { place: 'organizations', href: '/organizations' },
  { place: 'record', href: '/record' },
];

/** The frame of what a member decides about itself: places beside the page, above it on phones. */
export function SettingsPage({
  place,
  title,
  lead,
  children,
}: {
  place: Place;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="wrap pt-5">
      <div className="grid gap-x-12 gap-y-4 grid-cols-[minmax(0,1fr)] md:grid-cols-[11rem_minmax(0,1fr)] items-start">
        <SettingsNav place={place} />
        <div className="min-w-0">
          <PageHead title={title} />
          {lead !== undefined && <p className="mt-1.5 text-muted max-w-[62ch]">{lead}</p>}
          <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-10">{children}</div>
        </div>
      </div>
    </div>
  );
}

function SettingsNav({ place }: { place: Place }) {
  return (
    <nav
      aria-label={words.nav.label}
      className="md:mt-3 flex flex-wrap md:grid gap-x-1 text-sm border-b md:border-b-0 border-base-300"
    >
      {PLACES.map((one) => {
        const here = one.place === place;
        return (
          <a
            key={one.place}
            href={one.href}
            aria-current={here ? 'page' : undefined}
            className={`px-2.5 min-h-11 flex items-center border-b-2 md:border-b-0 md:border-s-2 ${here ? 'border-primary font-semibold' : 'border-transparent text-muted hover:text-base-content'}`}
          >
            {words.nav[one.place]}
          </a>
        );
      })}
    </nav>
  );
}
