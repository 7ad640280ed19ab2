import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { compareHref } from './compare-question.ts';
import type { CompareSight } from './compare-sight.ts';
import { Marks } from './marks.tsx';

const words = text.compare;

/** What the client put aside; it can come back. */
export function HiddenList({ sight }: { sight: CompareSight }) {
  const { hidden, project, question, mayMark } = sight;
  if (hidden.length === 0) {
    const all = compareHref(project.id, question, { view: 'all' });
    return (
      <EmptyState
        title={words.empty.noneHidden}
        acts={
          <a className="btn" href={all}>
            {words.empty.toAll}
          </a>
        }
      >
        {words.empty.noneHiddenSays}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-base-300 border-y border-base-300">
      {hidden.map((one) => (
        <li key={one.id} className="py-3 flex flex-wrap items-start gap-x-6 gap-y-2">
          <div className="min-w-0 flex-1 basis-56">
            <a className="lk font-medium" href={`/proposals/${one.id}`}>
              {one.name}
            </a>
            <p className="text-sm text-muted">
              <Money
                amount={{ amountMinor: one.fees.clientPaysMinor, currency: project.currency }}
              />
              {`, ${words.table.days(one.deliveryDays)}`}
            </p>
          </div>
          <Marks one={one} mayMark={mayMark} />
        </li>
      ))}
    </ul>
  );
}
