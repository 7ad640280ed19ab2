import { type EarningsSum, workerEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { hourlyPay } from '#domain/tasks/task-price.ts';
import { signedIn } from '#web/context.ts';
import { SheetPage } from '#web/evidence/sheet-page.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink, EvidenceSheet, type EvidenceTerm } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import type { Route } from './+types/earnings-sum.ts';

const words = text.work.sheets;
const SUMS = ['earned', 'hour'] as const;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.earnings.name) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, viewer, now } = signedIn(context);
  const which = SUMS.find((one) => one === params.sum);
  const { sums } = await workerEarnings(readDb, actor, { timeZone: viewer.timeZone, now });
  const sum = sums.find(({ currency }) => currency === params.currency);
  if (which === undefined || sum === undefined) return refuse('not_found', { thing: 'sum' });
  return { which, sum };
}

/** What stands behind the figures of a worker's earnings. */
export default function EarningsSheet({ loaderData: { which, sum } }: Route.ComponentProps) {
  const { currency } = sum;
  const hourly = hourlyPay(sum.earnedMinor + sum.pendingMinor, Number(sum.activeSeconds));
  const amountMinor = which === 'earned' ? sum.earnedMinor : (hourly ?? 0n);
  const { name, formula } = which === 'earned' ? words.earnings : words.hour;
  return (
    <SheetPage crumbs={[{ href: '/work/earnings', label: text.work.earnings.crumb }]}>
      <EvidenceSheet
        name={name}
        value={<Money amount={{ amountMinor, currency }} />}
        formula={formula}
        terms={which === 'earned' ? earnedTerms(sum) : hourTerms(sum)}
        origin={
          <p>
            {words.earnings.origin}{' '}
            <a className="lk" href={`/money/statement?currency=${currency}`}>
              {text.work.earnings.statement}
            </a>
          </p>
        }
        acts={<DownloadLink href="/work/earnings.csv">{text.parts.evidence.rows}</DownloadLink>}
      />
    </SheetPage>
  );
}

function earnedTerms(sum: EarningsSum): EvidenceTerm[] {
  const { earnings } = words;
  const money = (amountMinor: bigint) => <Money amount={{ amountMinor, currency: sum.currency }} />;
  const { earnedMinor, bonusMinor, topUpMinor, paidMinor } = sum;
  return [
    { label: earnings.rewards, value: money(earnedMinor - bonusMinor - topUpMinor) },
    { label: earnings.bonus, value: money(bonusMinor) },
    { label: earnings.topUp, value: money(topUpMinor) },
    { label: earnings.sum, value: money(earnedMinor), kind: 'total' },
    { label: earnings.moved, value: money(paidMinor), kind: 'left out' },
  ];
}

function hourTerms(sum: EarningsSum): EvidenceTerm[] {
  const money = (amountMinor: bigint) => <Money amount={{ amountMinor, currency: sum.currency }} />;
  return [
    { label: words.earnings.sum, value: money(sum.earnedMinor) },
    { label: words.hour.waits, value: money(sum.pendingMinor) },
    { label: words.pace.seconds, value: sum.activeSeconds.toLocaleString('en') },
  ];
}
