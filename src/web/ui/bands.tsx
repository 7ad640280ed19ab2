import type { ReactNode } from 'react';
import type { Flash } from '#web/context.ts';
import { useFrame } from './frame/frame.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

type BandTone = Flash['tone'];

const LOOK: Record<BandTone, { wash: string; ink: string; icon: IconName }> = {
  go: { wash: 'bg-wash-go', ink: 'text-success', icon: 'circle-check' },
  hold: { wash: 'bg-wash-hold', ink: 'text-hold', icon: 'inbox' },
  miss: { wash: 'bg-wash-miss', ink: 'text-error', icon: 'circle-x' },
};

/** What happened, at its object: outcome in bold, then the money, then the evidence. */
export function Band({
  tone,
  title,
  children,
}: {
  tone: BandTone;
  title: string;
  children?: ReactNode;
}) {
  const { wash, ink, icon } = LOOK[tone];
  return (
    <div
      className={`rounded-field ${wash} px-4 py-3 flex gap-2.5`}
      role={tone === 'miss' ? 'alert' : 'status'}
    >
      <Icon name={icon} className={`mt-1 ${ink}`} />
      <div className="min-w-0">
        <b>{title}</b> {children}
      </div>
    </div>
  );
}

/** The band that the act before this page left. The frame shows it, unless `handle.flash` is 'own'. */
export function FlashBand() {
  const { flash } = useFrame();
  if (flash === null) return null;
  return (
    <Band tone={flash.tone} title={flash.title}>
      {flash.text}{' '}
      {flash.evidence !== undefined && (
        <a className="ev whitespace-nowrap" href={flash.evidence.href}>
          {flash.evidence.label}
        </a>
      )}
    </Band>
  );
}

/** A quiet remark inside a page, without a role: nothing happened, something is so. */
export function Note({
  tone,
  icon,
  children,
}: {
  tone: BandTone;
  icon?: IconName;
  children: ReactNode;
}) {
  const look = LOOK[tone];
  return (
    <div className={`rounded-field ${look.wash} px-3 py-2.5 flex gap-2 text-sm`}>
      <Icon name={icon ?? look.icon} className={`mt-0.5 ${look.ink}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** Only for trifles such as "Link copied", never for money. */
export function Toast({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div
      className="rounded-field bg-neutral text-neutral-content px-4 py-3 flex items-center gap-3 max-w-xs shadow-lg"
      role="status"
    >
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  );
}
