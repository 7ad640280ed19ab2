import { batchCounts, measuredPace } from '#domain/evidence/queries/batch-counts.ts';
import { batchTerms, latestTransfers } from '#domain/evidence/queries/batch-sums.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { taskActs } from '#web/text/task-events.ts';
import { DownloadLink, Evidence, EvidenceSheet } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/batch-sum.ts';
import { BATCH_COUNTS, batchSumHref, eventHref } from './addresses.ts';
import { BatchCountSheet, type CountSheet } from './batch-count-sheet.tsx';
import { isMoneySum, partsOf, shownMinor, termsOf } from './batch-parts.ts';
import { RecomputedBand, RecomputeLink, wantsRecompute } from './recompute.tsx';
import { SheetPage } from './sheet-page.tsx';

export const handle: PageHandle = { nav: 'tasks' };

const words = text.batchEvidence;
const LATEST = 20;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, request, now } = signedIn(context);
  const name = params.sum;
  const recomputed = wantsRecompute(request.url);
  const count = BATCH_COUNTS.find((one) => one === name);
  if (count !== undefined) {
    const batch = await findBatch(readDb, actor, params.id);
    const sheet: CountSheet = {
      ...{ name: count, recomputed },
      batch: { id: batch.id, name: batch.name, currency: batch.currency },
      rewardMinor: batch.rewardMinor,
      progress: await batchProgress(readDb, batch, now),
      counts: await batchCounts(readDb, batch, now),
      pace: await measuredPace(readDb, batch),
    };
    return { kind: 'count' as const, sheet };
  }
  if (!isMoneySum(name)) return refuse('not_found', { thing: 'sum' });
  const { batch, terms } = await batchTerms(readDb, actor, params.id);
  const progress = await batchProgress(readDb, batch, now);
  return {
    kind: 'money' as const,
    ...{ name, recomputed },
    batch: { id: batch.id, name: batch.name, currency: batch.currency },
    terms: termsOf(terms, name),
    latest: await latestTransfers(readDb, batch, { parts: partsOf(name), limit: LATEST }),
    shownMinor: shownMinor(progress, name),
  };
}

export const meta = ({ params }: Route.MetaArgs) => {
  const names: Readonly<Record<string, { name: string }>> = words.sums;
  return [{ title: text.site.title(names[params.sum]?.name ?? '') }];
};

export default function BatchSumPage({ loaderData }: Route.ComponentProps) {
  if (loaderData.kind === 'count') {
    return (
      <SheetPage crumbs={crumbsOf(loaderData.sheet.batch)}>
        <BatchCountSheet sheet={loaderData.sheet} />
      </SheetPage>
    );
  }
  const { name, batch, terms, latest, shownMinor: shown, recomputed } = loaderData;
  const { currency } = batch;
  const found = { currency, amountMinor: terms.reduce((sum, term) => sum + term.amountMinor, 0n) };
  const transfers = terms.reduce((sum, term) => sum + term.transfers, 0);
  const href = batchSumHref(batch.id, name);
  return (
    <SheetPage crumbs={crumbsOf(batch)}>
      {recomputed && <RecomputedBand shown={{ currency, amountMinor: shown }} found={found} />}
      <EvidenceSheet
        name={`${words.sums[name].name}: ${batch.name}`}
        value={<Money amount={{ currency, amountMinor: shown }} />}
        formula={words.sums[name].formula}
        terms={[
          ...terms.map((term) => ({
            label: words.term(actWords(term.act), words.parts[term.part], term.transfers),
            value: <Money amount={{ currency, amountMinor: term.amountMinor }} />,
          })),
          { label: words.total, value: <Money amount={found} />, kind: 'total' as const },
        ]}
        origin={transfers === 0 ? words.none : <Latest data={{ latest, transfers, currency }} />}
        acts={
          <>
            <DownloadLink href={`${href}/rows.csv`}>{text.parts.evidence.rows}</DownloadLink>
            <RecomputeLink href={href} />
          </>
        }
      />
    </SheetPage>
  );
}

function actWords(act: string): string {
  return taskActs[act] ?? act;
}

function crumbsOf(batch: { id: string; name: string }) {
  return [
    { href: '/tasks', label: text.site.places.tasks },
    { href: `/tasks/batches/${batch.id}`, label: batch.name },
  ];
}

type Transfers = {
  latest: readonly {
    reference: string;
    amountMinor: bigint;
    at: Date;
    eventId: string;
    act: string;
  }[];
  transfers: number;
  currency: string;
};

function Latest({ data: { latest, transfers, currency } }: { data: Transfers }) {
  return (
    <>
      <p>{words.from(transfers)}</p>
      <ul className="mt-1 divide-y divide-base-300 border-y border-base-300">
        {latest.map(({ reference, amountMinor, at, eventId, act }) => (
          <li key={reference} className="py-1.5 flex flex-wrap justify-between gap-x-4">
            <span>
              {actWords(act)}, <Time at={at} relative={false} />
            </span>
            <Evidence href={eventHref(eventId)}>
              <Money amount={{ currency, amountMinor }} />
            </Evidence>
          </li>
        ))}
      </ul>
    </>
  );
}
