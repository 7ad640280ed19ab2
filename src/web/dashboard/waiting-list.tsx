import type { ReactNode } from 'react';
import type { WaitingAct, WaitingKind } from '#domain/contracts/queries/waiting-acts.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-names.ts';
import { Day, Deadline } from '#web/ui/time.tsx';

const words = text.dashboard;

/** What waits, each with its deadline, its sum and the one act. */
export function WaitingList({
  acts,
  children,
}: {
  acts: readonly WaitingAct[];
  children: ReactNode;
}) {
  return (
    <section aria-label={words.title}>
      {acts.length === 0 && <p className="max-w-[62ch]">{words.none}</p>}
      <ul className="divide-y divide-base-300 border-y border-base-300 empty:hidden">
        {acts.map((act) => (
          <Item
            key={`${act.kind} ${act.contractId} ${act.milestoneId ?? ''} ${act.milestoneTitle ?? ''}`}
            act={act}
          />
        ))}
        {children}
      </ul>
    </section>
  );
}

const ICON: Record<WaitingKind, IconName> = {
  accept: 'package-check',
  sign: 'inbox',
  change: 'pencil',
  ending: 'hand-coins',
  deliver: 'upload',
  fund: 'lock',
  rate: 'star',
};

function Item({ act }: { act: WaitingAct }) {
  const { kind, until, dueOn } = act;
  return (
    <li className="py-4 grid gap-x-4 gap-y-3 sm:grid-cols-[1.75rem_minmax(0,1fr)_auto] sm:items-center">
      <span className="tl-i st-hold max-sm:hidden">
        <Icon name={ICON[kind]} />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          <a className="hover:underline" href={`/contracts/${act.contractId}`}>
            {act.contractTitle}
          </a>
        </p>
        <p className="mt-0.5">{words.waiting[kind].says(aboutOf(act))}</p>
        {(until !== null || dueOn !== null) && (
          <p className="mt-0.5 text-sm text-muted">
            {until !== null ? (
              <>
                {text.parts.until} <Deadline at={until} />
              </>
            ) : (
              <>
                {words.due} <Day at={dueOn ?? ''} />
              </>
            )}
          </p>
        )}
      </div>
      <a className="btn justify-self-start" href={hrefOf(act)}>
        {words.waiting[kind].act}
        <span className="sr-only">: {act.contractTitle}</span>
      </a>
    </li>
  );
}

function aboutOf(act: WaitingAct) {
  const { position, milestoneTitle, amountMinor, currency } = act;
  const title = milestoneTitle ?? '';
  return {
    milestone: position === null ? words.newMilestone(title) : words.milestone(position, title),
    who: act.otherName,
    sum: amountMinor === null ? null : formatMoney({ amountMinor, currency }),
  };
}

function hrefOf({ kind, contractId, milestoneId }: WaitingAct): string {
  if (kind === 'fund') return `/milestones/${milestoneId}/fund`;
  if (kind === 'deliver') return `/milestones/${milestoneId}/deliver`;
  if (kind === 'rate') return `/contracts/${contractId}/feedback`;
  return `/contracts/${contractId}`;
}
