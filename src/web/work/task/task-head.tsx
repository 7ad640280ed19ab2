import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Money } from '#web/ui/money.tsx';
import { batchHref } from '../addresses.ts';
import type { PageSight } from './assignment-sight.ts';

const words = text.work.task;

/** Instead of the bar: what it is and for whom, what it pays and how long it takes. */
export function TaskHead({ sight }: { sight: PageSight }) {
  const { batchId, title, clientName, currency, rewardMinor, medianSeconds } = sight;
  const limit = Math.round((sight.deadline.getTime() - sight.acceptedAt.getTime()) / 1_000);
  return (
    <header className="border-b border-base-300">
      <div className="wrap h-14 flex items-center gap-3">
        <a
          href={batchHref(batchId)}
          className="btn btn-ghost btn-square -ms-3"
          aria-label={words.leave}
        >
          <Icon name="x" className="text-xl" />
        </a>
        <div className="min-w-0">
          <h1 className="text-sm leading-5 font-semibold tracking-normal truncate">{title}</h1>
          <p className="text-xs text-muted truncate">
            <Phrase says={words.by} values={{ client: clientName }} />
          </p>
        </div>
        <p className="ms-auto text-end leading-4 flex-none">
          <span className="block text-sm font-semibold">
            <Money amount={{ amountMinor: rewardMinor, currency }} />
          </span>
          <span className="block text-xs text-muted">
            {medianSeconds === null ? words.upTo(limit) : words.about(medianSeconds)}
          </span>
        </p>
      </div>
    </header>
  );
}
