/** The places of the bar, for a visitor and for a member. */
import type { Place } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import type { FrameViewer, NavItem } from '#web/ui/frame/frame.ts';

type Entry = { place: Place; href: string; label: string };

const { places } = text.site;

const VISITOR: readonly Entry[] = [
  { place: 'projects', href: '/projects', label: places.projects },
  { place: 'freelancers', href: '/freelancers', label: places.freelancers },
  { place: 'tasks', href: '/tasks', label: places.tasks },
  { place: 'rates', href: '/rates', label: places.rates },
  { place: 'fees', href: '/fees', label: places.fees },
];

const MEMBER: readonly Entry[] = [
  { place: 'home', href: '/dashboard', label: places.home },
  { place: 'projects', href: '/projects', label: places.projects },
  { place: 'freelancers', href: '/freelancers', label: places.freelancers },
  { place: 'tasks', href: '/tasks', label: places.tasks },
  { place: 'rates', href: '/rates', label: places.rates },
  { place: 'contracts', href: '/contracts', label: places.contracts },
  { place: 'money', href: '/money', label: places.money },
];

const OPERATOR: Entry = { place: 'operator', href: '/operator', label: places.operator };

export function navigation(viewer: FrameViewer | null, current: Place | undefined): NavItem[] {
  const entries = viewer === null ? VISITOR : viewer.operator ? [...MEMBER, OPERATOR] : MEMBER;
  return entries.map(({ place, href, label }) => ({
    href,
    label,
    current: place === current,
  }));
}
