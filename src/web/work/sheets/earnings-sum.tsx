import {
  type WorkerAssignment,
  workerSubmissions,
} from '#domain/assignments/queries/worker-assignments.ts';
import { type EarningsSum, workerEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { hourlyPay } from '#domain/tasks/task-price.ts';
import { signedIn } from '#web/context.ts';
import { SheetPage } from '#web/evidence/sheet-page.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink, Evidence, EvidenceSheet, type EvidenceTerm } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { assignmentHref, EARNINGS_SUMS, type EarningsSumName } from '../addresses.ts';
import type { Route } from './+types/earnings-sum.ts';

const words = text.work.sheets;
const LATEST = 20;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.earnings.name) }];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, actor, viewer, now } = signedIn(context);
  const { timeZone } = viewer;
  const { currency } = params;
  const asked = new URL(request.url).searchParams.get('client');
  const which = EARNINGS_SUMS.find((one) => one === params.sum);
  const { sums, clients } = await workerEarnings(readDb, actor, { timeZone, now });
  const client = clients.find((one) => one.clientId === asked && one.currency === currency);
  const sum = asked === null ? sums.find((one) => one.currency === currency) : client;
  if (which === undefined || sum === undefined) return refuse('not_found', { thing: 'sum' });
  const listed = {
    today: { state: 'approved', decidedToday: { timeZone, now } },
    waits: { state: 'submitted' },
  } as const;
  const answers =
    which === 'today' || which === 'waits'
      ? await workerSubmissions(readDb, actor, {
          ...listed[which],
          ...{ currency, limit: LATEST },
          ...(client === undefined ? {} : { clientId: client.clientId }),
        })
      : null;
  return { which, sum, clientName: client?.clientName ?? null, latest: answers?.rows ?? null };
}

/** What stands behind the figures of a worker's earnings, of all clients or of one. */
export default function EarningsSheet({ loaderData }: Route.ComponentProps) {
  const { which, sum, clientName, latest } = loaderData;
  const { name, formula, amountMinor, terms } = SHEETS[which](sum);
  return (
    <SheetPage crumbs={[{ href: '/work/earnings', label: text.work.earnings.crumb }]}>
      <EvidenceSheet
        name={clientName === null ? name : words.of(name, clientName)}
        value={<Money amount={{ amountMinor, currency: sum.currency }} />}
        formula={formula}
        terms={terms}
        origin={
          latest === null ? (
            <p>
              {words.earnings.origin}{' '}
              <a className="lk" href={`/money/statement?currency=${sum.currency}`}>
                {text.work.earnings.statement}
              </a>
            </p>
          ) : (
            <Latest rows={latest} count={which === 'today' ? sum.today : sum.waiting} />
          )
        }
        acts={<DownloadLink href="/work/earnings.csv">{text.parts.evidence.rows}</DownloadLink>}
      />
    </SheetPage>
  );
}

/** The answers that make up the sum; the newest of them where they are many. */
function Latest({ rows, count }: { rows: readonly WorkerAssignment[]; count: number }) {
  return (
    <>
      <p>{words.all(count)}</p>
      <ul className="mt-1 divide-y divide-base-300 border-y border-base-300">
        {rows.map(({ id, title, currency, rewardMinor: amountMinor }) => (
          <li key={id} className="py-1.5 flex flex-wrap justify-between gap-x-4">
            <span>{title}</span>
            <Evidence href={assignmentHref(id)}>
              <Money amount={{ amountMinor, currency }} />
            </Evidence>
          </li>
        ))}
      </ul>
    </>
  );
}

type Drawn = { name: string; formula: string; amountMinor: bigint; terms: EvidenceTerm[] };

const SHEETS: Record<EarningsSumName, (sum: EarningsSum) => Drawn> = {
  today: (sum) =>
    answersSheet(words.approvedToday, sum, { count: sum.today, minor: sum.todayMinor }),
  waits: (sum) => answersSheet(words.waits, sum, { count: sum.waiting, minor: sum.pendingMinor }),
  earned: (sum) => ({
    ...words.earnings,
    amountMinor: sum.earnedMinor,
    terms: earnedTerms(sum),
  }),
  paid: (sum) => ({
    ...words.paid,
    amountMinor: sum.paidMinor,
    terms: paidTerms(sum),
  }),
  hour: (sum) => ({
    ...words.hour,
    amountMinor: hourlyPay(sum.earnedMinor + sum.pendingMinor, Number(sum.activeSeconds)) ?? 0n,
    terms: hourTerms(sum),
  }),
};

function answersSheet(
  { name, formula }: { name: string; formula: string },
  { currency }: EarningsSum,
  { count, minor: amountMinor }: { count: number; minor: bigint },
): Drawn {
  return {
    ...{ name, formula, amountMinor },
    terms: [
      { label: words.answers, value: count.toLocaleString('en') },
      { label: words.rewards, value: <Money amount={{ amountMinor, currency }} />, kind: 'total' },
    ],
  };
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

function paidTerms({ currency, earnedMinor, paidMinor }: EarningsSum): EvidenceTerm[] {
  const { earnings, paid } = words;
  const money = (amountMinor: bigint) => <Money amount={{ amountMinor, currency }} />;
  return [
    { label: earnings.sum, value: money(earnedMinor) },
    { label: paid.notMoved, value: money(paidMinor - earnedMinor) },
    { label: paid.name, value: money(paidMinor), kind: 'total' },
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
