import { text } from '#web/text/catalogue.ts';
import { ViewLinks } from '#web/ui/timeline.tsx';

const { places } = text.work;

type Here = 'find' | 'queue' | 'submissions' | 'earnings' | 'qualifications';

const PLACES: readonly { here: Here; href: string }[] = [
  { here: 'find', href: '/work' },
  { here: 'queue', href: '/work/queue' },
  { here: 'submissions', href: '/work/submissions' },
  { here: 'earnings', href: '/work/earnings' },
  { here: 'qualifications', href: '/work/qualifications' },
];

/** The lists of a worker, and the way to the other side of tasks. */
export function WorkPlaces({ here }: { here: Here }) {
  const links = PLACES.map((one) => ({
    href: one.href,
    label: places[one.here],
    current: one.here === here,
  }));
  const client = { href: '/tasks', label: places.client, current: false };
  return <ViewLinks label={places.label} links={[...links, client]} />;
}
