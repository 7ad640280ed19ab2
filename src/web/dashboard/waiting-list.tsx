import type { ReactNode } from 'react';
import type { WaitingAct, WaitingKind } from '#domain/contracts/queries/waiting-acts.ts';
import { contractSumHref } from '#web/evidence/addresses.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import type { IconName } from '#web/ui/icon-names.ts';
import { Money } from '#web/ui/money.tsx';
import { Day, Deadline } from '#web/ui/time.tsx';
import { WaitingItem } from './waiting-item.tsx';

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
      <ul className="divide-y divide-base-300 border-y border-base-300">
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
  plan: 'plus',
  rate: 'star',
};

function Item({ act }: { act: WaitingAct }) {
  const { kind, contractId } = act;
  const { says, saysNoSum = says, act: label } = words.waiting[kind];
  return (
    <WaitingItem
      icon={ICON[kind]}
      about={{ href: `/contracts/${contractId}`, title: act.contractTitle }}
      until={untilOf(act)}
      act={{ href: hrefOf(act), label }}
    >
      <Phrase
        says={act.amountMinor === null ? saysNoSum : says}
        values={{ who: act.otherName, milestone: milestoneOf(act), sum: sumOf(act) }}
      />
    </WaitingItem>
  );
}

function untilOf({ until, dueOn }: WaitingAct): ReactNode {
  if (until !== null) {
    return (
      <>
        {text.parts.until} <Deadline at={until} />
      </>
    );
  }
  if (dueOn === null) return undefined;
  return (
    <>
      {words.due} <Day at={dueOn} />
    </>
  );
}

function milestoneOf({ position, milestoneTitle }: WaitingAct): string {
  const title = milestoneTitle ?? '';
  return position === null ? words.newMilestone(title) : words.milestone(position, title);
}

/** A sum that lies in escrow opens its evidence; one that is only agreed has none yet. */
function sumOf({ kind, contractId, amountMinor, currency }: WaitingAct): ReactNode {
  if (amountMinor === null) return null;
  const sum = <Money amount={{ amountMinor, currency }} />;
  if (kind !== 'accept' && kind !== 'deliver') return sum;
  return <Evidence href={contractSumHref(contractId, 'escrow')}>{sum}</Evidence>;
}

function hrefOf({ kind, contractId, milestoneId }: WaitingAct): string {
  if (kind === 'fund') return `/milestones/${milestoneId}/fund`;
  if (kind === 'deliver') return `/milestones/${milestoneId}/deliver`;
  if (kind === 'plan') return `/contracts/${contractId}/milestones/new`;
  if (kind === 'rate') return `/contracts/${contractId}/feedback`;
  return `/contracts/${contractId}`;
}
