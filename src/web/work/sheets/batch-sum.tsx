import { batchPace, workPace } from '#domain/assignments/queries/work-pace.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { SheetPage } from '#web/evidence/sheet-page.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { EvidenceSheet, type EvidenceTerm } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Time } from '#web/ui/time.tsx';
import { batchHref } from '../addresses.ts';
import { mayLookAt } from '../batch/batch-sight.ts';
import type { Route } from './+types/batch-sum.ts';

const words = text.work.sheets;
const { duration } = text.work;
const SUMS = ['hourly', 'pace', 'today'] as const;

export const handle: PageHandle = { nav: 'tasks' };

export async function loader({ context, params }: Route.LoaderArgs) {
  const ground = signedIn(context);
  const { readDb, actor, viewer, now } = ground;
  const batchId = params.id;
  const sum = SUMS.find((one) => one === params.sum);
  if (sum === undefined) return refuse('not_found', { thing: 'sum' });
  await mayLookAt(ground, batchId);
  const batch = await batchPace(readDb, batchId);
  const mine =
    actor.role === 'self'
      ? await workPace(readDb, actor, { batchId, timeZone: viewer.timeZone, now })
      : null;
  if (batch === null || (sum !== 'hourly' && mine === null)) {
    return refuse('not_found', { thing: 'sum' });
  }
  return { batchId, sum, batch, mine };
}

type Data = Route.ComponentProps['loaderData'];

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words[loaderData?.sum ?? 'hourly'].name) },
];

/** What stands behind the measured pay of a batch, and behind a worker's own figures in it. */
export default function BatchSum({ loaderData }: Route.ComponentProps) {
  const { batchId, batch, sum } = loaderData;
  const { origin } = words[sum];
  return (
    <SheetPage
      crumbs={[
        { href: '/work', label: text.work.crumb },
        { href: batchHref(batchId), label: batch.title },
      ]}
    >
      <EvidenceSheet
        name={words[sum].name}
        value={<Value data={loaderData} />}
        formula={words[sum].formula}
        terms={termsOf(loaderData)}
        origin={
          <p>
            {origin}{' '}
            {sum === 'hourly' ? (
              <Time at={batch.refreshedAt} />
            ) : (
              <a className="lk" href="/work/submissions">
                {text.work.places.submissions}
              </a>
            )}
          </p>
        }
      />
    </SheetPage>
  );
}

function Value({ data: { sum, batch, mine } }: { data: Data }) {
  const { currency } = batch;
  const amountMinor =
    sum === 'hourly' ? batch.hourlyMinor : sum === 'pace' ? mine?.ownHourlyMinor : mine?.todayMinor;
  if (amountMinor === null || amountMinor === undefined) return words.hourly.value;
  return <Money amount={{ amountMinor, currency }} />;
}

function termsOf({ sum, batch, mine }: Data): EvidenceTerm[] {
  const { currency, rewardMinor: amountMinor } = batch;
  const reward = {
    label: words.hourly.reward,
    value: <Money amount={{ amountMinor, currency }} />,
  };
  if (sum === 'hourly') {
    const { medianActiveSeconds: median, measured, workers, least } = batch;
    return [
      reward,
      {
        label: words.hourly.median,
        value: median === null ? words.hourly.none(least) : duration(median),
      },
      { label: words.hourly.measured, value: measured.toLocaleString('en') },
      { label: words.hourly.workers, value: workers.toLocaleString('en') },
    ];
  }
  if (mine === null) return [];
  if (sum === 'pace') {
    return [
      reward,
      { label: words.pace.measured, value: mine.measured.toLocaleString('en') },
      { label: words.pace.seconds, value: mine.activeSeconds.toLocaleString('en') },
    ];
  }
  const count = amountMinor === 0n ? 0n : mine.todayMinor / amountMinor;
  return [reward, { label: words.today.count, value: count.toLocaleString('en') }];
}
