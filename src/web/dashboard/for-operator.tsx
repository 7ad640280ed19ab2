import { text } from '#web/text/catalogue.ts';
import { Time } from '#web/ui/time.tsx';
import { WaitingItem } from './waiting-item.tsx';

const words = text.dashboard.operator;

/** What waits for a member as operator of the marketplace, whoever it acts for. */
export function ForOperator({ count, oldest }: { count: number; oldest: Date | null }) {
  return (
    <section aria-label={words.title}>
      <ul className="border-y border-base-300">
        <WaitingItem
          icon="shield-check"
          about={{ href: '/operator', title: words.title }}
          until={
            oldest !== null && (
              <>
                {words.since} <Time at={oldest} />
              </>
            )
          }
          act={count === 0 ? { href: '/operator', label: words.open } : MONEY}
        >
          {words.requests(count)}
        </WaitingItem>
      </ul>
    </section>
  );
}

const MONEY = { href: '/operator/money', label: words.act };
