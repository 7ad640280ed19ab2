import { text } from '#web/text/catalogue.ts';
import { ViewLinks } from '#web/ui/timeline.tsx';

const { places } = text.projects;

type Here = 'open' | 'mine' | 'proposals' | 'for-you';

/** The lists under Projects; a visitor has only one. */
export function ProjectPlaces({ here }: { here: Here }) {
  const links = [
    { href: '/projects', label: places.open, current: here === 'open' },
    { href: '/work-for-you', label: text.matching.forYou.crumb, current: here === 'for-you' },
    { href: '/my/projects', label: places.mine, current: here === 'mine' },
    { href: '/my/proposals', label: places.proposals, current: here === 'proposals' },
  ];
  return <ViewLinks label={places.label} links={links} />;
}
