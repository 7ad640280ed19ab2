import type { ReactNode } from 'react';
import { EventLink } from './evidence.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { TONE, type Tone } from './state.tsx';
import { Time } from './time.tsx';

/** Events, newest first: `<Timeline><TimelineEvent …/></Timeline>`. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="tl mt-4">{children}</ol>;
}

/** Actor in bold, verb, object, sum; below it the time, the consequence and the event. */
export function TimelineEvent({
  icon,
  tone,
  at,
  seq,
  href,
  consequence,
  children,
}: {
  icon: IconName;
  tone: Tone;
  at: Date | string;
  seq: number | string;
  href: string;
  consequence?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      <span className={`tl-i ${TONE[tone]}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0">
        <div className="pt-0.5">{children}</div>
        <p className="text-sm text-muted mt-0.5">
          <Time at={at} />
          {consequence !== undefined && <> · {consequence}</>}
          {' · '}
          <EventLink href={href} seq={seq} />
        </p>
      </div>
    </li>
  );
}

/** Links that choose what is shown, such as All / Money / Deliveries. The current one is not a link's colour. */
export function ViewLinks({
  label,
  links,
}: {
  label: string;
  links: readonly { href: string; label: ReactNode; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-3 text-sm">
      {links.map(({ href, label: words, current }) => (
        <a
          key={href}
          href={href}
          aria-current={current ? 'true' : undefined}
          className={current ? 'font-semibold border-b-2 border-primary py-2' : 'lk py-2'}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
