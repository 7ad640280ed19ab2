import { type EarningsSum, workerEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import { hourlyPay } from '#domain/tasks/task-price.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink, Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { earningsSumHref } from '../addresses.ts';
import { WorkPlaces } from '../places.tsx';
import type { Route } from './+types/earnings.ts';
import { ClientsTable } from './clients-table.tsx';

const words = text.work.earnings;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.crumb) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, viewer, now } = signedIn(context);
  return workerEarnings(readDb, actor, { timeZone: viewer.timeZone, now });
}

/** What tasks paid, wait to pay, and paid for an hour. */
export default function Earnings({ loaderData }: Route.ComponentProps) {
  const { sums, clients } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <WorkPlaces here="earnings" />
          <PageHead
            title={<Finding sums={sums} />}
            facts={[
              <a key="wallet" className="lk" href="/money">
                {words.wallet}
              </a>,
              <a key="statement" className="lk" href="/money/statement">
                {words.statement}
              </a>,
            ]}
            acts={
              sums.length > 0 && <DownloadLink href="/work/earnings.csv">{words.csv}</DownloadLink>
            }
          />
        </>
      }
    >
      {sums.length === 0 && (
        <EmptyState
          title={words.emptyTitle}
          acts={
            <a className="btn btn-primary" href="/work">
              {words.find}
            </a>
          }
        >
          {words.empty}
        </EmptyState>
      )}
      {sums.map((sum) => (
        <Sums key={sum.currency} sum={sum} />
      ))}
      {clients.length > 0 && (
        <Section id="clients" title={words.clients}>
          <ClientsTable rows={clients} />
        </Section>
      )}
    </WorkPage>
  );
}

function Finding({ sums }: { sums: readonly EarningsSum[] }) {
  const earned = sums.filter(({ earnedMinor }) => earnedMinor > 0n);
  if (earned.length === 0) return words.titleNone;
  const sum = earned.map(({ currency, earnedMinor: amountMinor }, at) => (
    <span key={currency}>
      {at > 0 && ', '}
      <Evidence href={earningsSumHref(currency, 'earned')}>
        <Money amount={{ amountMinor, currency }} />
      </Evidence>
    </span>
  ));
  return <Phrase says={words.title} values={{ sum }} />;
}

function Sums({ sum }: { sum: EarningsSum }) {
  const { currency, waiting, approved } = sum;
  const hourly = hourlyPay(sum.earnedMinor + sum.pendingMinor, Number(sum.activeSeconds));
  const figure = (amountMinor: bigint, href: string) => (
    <Evidence href={href}>
      <Money amount={{ amountMinor, currency }} />
    </Evidence>
  );
  return (
    <div>
      <Tiles label={`${words.label}, ${currency}`}>
        <Tile
          label={words.today}
          number={figure(sum.todayMinor, earningsSumHref(currency, 'today'))}
          words={words.todayWords}
        />
        <Tile
          label={words.pending}
          number={figure(sum.pendingMinor, earningsSumHref(currency, 'waits'))}
          words={words.pendingWords(waiting)}
        />
        <Tile
          label={words.approved}
          number={figure(sum.earnedMinor, earningsSumHref(currency, 'earned'))}
          words={words.approvedWords(approved)}
        />
        <Tile
          label={words.paid}
          number={figure(sum.paidMinor, earningsSumHref(currency, 'paid'))}
          words={words.paidWords}
        />
      </Tiles>
      <p className="mt-3">
        {words.hourly}{' '}
        {hourly === null ? (
          words.noHourly
        ) : (
          <b className="font-semibold">{figure(hourly, earningsSumHref(currency, 'hour'))}</b>
        )}
        .
      </p>
    </div>
  );
}
