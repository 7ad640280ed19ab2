import { eventHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { EventLink } from '#web/ui/evidence.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-names.ts';
import type { ContractData } from '../contract-data.ts';
import { shareWords } from '../contract-view.ts';

/** The terms that both signed, each with the event that fixed it. */
export function Promises({ data }: { data: ContractData }) {
  const { contract } = data.page;
  const words = text.contracts.promised;
  const rules = contract.feeRules;
  const terms: { icon: IconName; says: string }[] = [
    { icon: 'calendar-clock', says: words.delivery(contract.deliveryDays) },
    ...(contract.weeklyLimitHours === null
      ? []
      : [{ icon: 'ruler' as const, says: words.hourly(contract.weeklyLimitHours) }]),
    { icon: 'inbox', says: words.silence(contract.acceptanceDays) },
    { icon: 'lock', says: words.escrow },
    { icon: 'hand-coins', says: words.ending },
    { icon: 'banknote', says: words.fee(shareWords(rules.freelancer), shareWords(rules.client)) },
    { icon: 'star', says: words.feedback(contract.feedbackDays) },
  ];
  const fixed = data.marks.byKind['contract.signed'] ?? data.marks.byKind['contract.offered'];
  return (
    <section aria-labelledby="promised" className="text-sm">
      <h2 id="promised" className="text-lg">
        {data.offer === null ? words.title : words.wouldTitle}
      </h2>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {terms.map(({ icon, says }) => (
          <li key={says} className="py-2.5 flex gap-2">
            <Icon name={icon} className="mt-0.5 text-muted" />
            <span>
              {says}{' '}
              {fixed !== undefined && <EventLink href={eventHref(fixed.id)} seq={fixed.seq} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
