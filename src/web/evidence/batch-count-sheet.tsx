import type { BatchCounts, MeasuredPace } from '#domain/evidence/queries/batch-counts.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import type { BatchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { hourlyPay, LEAST_MEASURED } from '#domain/tasks/task-price.ts';
import { text } from '#web/text/catalogue.ts';
import { Band } from '#web/ui/bands.tsx';
import { DownloadLink, EvidenceSheet, type EvidenceTerm } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { type BatchCount, batchSumHref } from './addresses.ts';
import { RecomputeLink } from './recompute.tsx';

const words = text.batchEvidence;

export type CountSheet = {
  name: BatchCount;
  recomputed: boolean;
  batch: { id: string; name: string; currency: string };
  rewardMinor: bigint;
  progress: BatchProgress;
  counts: BatchCounts;
  pace: MeasuredPace;
};

/** The sheet behind a count or a pace: what pages add up, held against the assignments themselves. */
export function BatchCountSheet({ sheet }: { sheet: CountSheet }) {
  const { name, batch, recomputed } = sheet;
  const { shown, found, terms, origin } = SHEETS[name](sheet);
  const equal = shown === found;
  return (
    <>
      {recomputed && (
        <div className="mb-5 max-w-xl">
          <Band tone={equal ? 'go' : 'miss'} title={words.recount}>
            {equal ? words.equal(found) : words.notEqual(found, shown)}
          </Band>
        </div>
      )}
      <EvidenceSheet
        name={`${words.sums[name].name}: ${batch.name}`}
        value={shown}
        formula={words.sums[name].formula}
        terms={terms}
        origin={origin}
        acts={
          <>
            <DownloadLink href={`/tasks/batches/${batch.id}/results.csv`}>
              {text.review.csv}
            </DownloadLink>
            <RecomputeLink href={batchSumHref(batch.id, name)} />
          </>
        }
      />
    </>
  );
}

type Drawn = { shown: string; found: string; terms: EvidenceTerm[]; origin: string };

const SHEETS: Record<CountSheet['name'], (sheet: CountSheet) => Drawn> = {
  answers: (sheet) => {
    const { waiting, approved, rejected } = sheet.progress;
    return stateSheet(sheet, waiting + approved + rejected, handedIn(sheet.counts));
  },
  approved: (sheet) => stateSheet(sheet, sheet.progress.approved, sheet.counts.approved),
  'last-hour': (sheet) => stateSheet(sheet, sheet.progress.lastHour, sheet.counts.lastHour),
  hourly: hourlySheet,
  gold: goldSheet,
};

/** Answers by their state, under the number that was pressed. */
function stateSheet(sheet: CountSheet, shown: number, found: number): Drawn {
  const { batch, counts } = sheet;
  const term = (state: keyof typeof words.states): EvidenceTerm => {
    const seen = state === 'submitted' || state === 'approved' || state === 'rejected';
    const number = count(counts[state]);
    const href = `/tasks/batches/${batch.id}/review?state=${state}`;
    return {
      label: words.states[state],
      value: seen ? (
        <a className="lk" href={href}>
          {number}
        </a>
      ) : (
        number
      ),
      kind: seen ? 'part' : 'left out',
    };
  };
  return {
    shown: count(shown),
    found: count(found),
    terms: [
      ...(['submitted', 'approved', 'rejected'] as const).map(term),
      { label: words.answersTotal, value: count(handedIn(counts)), kind: 'total' },
      { label: words.lastHour, value: count(counts.lastHour) },
      ...(['accepted', 'returned', 'abandoned'] as const).map(term),
    ],
    origin: words.countsOrigin,
  };
}

function handedIn({ submitted, approved, rejected }: BatchCounts): number {
  return submitted + approved + rejected;
}

function hourlySheet({ batch, rewardMinor, progress, pace }: CountSheet): Drawn {
  const { currency } = batch;
  const say = (minor: bigint | null) =>
    minor === null ? words.tooFew : formatMoney({ currency, amountMinor: minor });
  const known = pace.measured >= LEAST_MEASURED;
  const found = known ? hourlyPay(rewardMinor, pace.median) : null;
  const seconds = text.review.seconds;
  return {
    shown: say(progress.hourlyMinor),
    found: say(found),
    terms: [
      {
        label: words.reward,
        value: <Money amount={{ currency, amountMinor: rewardMinor }} />,
      },
      { label: words.measured, value: count(pace.measured) },
      ...(pace.median === null || pace.low === null || pace.high === null
        ? []
        : [
            { label: words.median, value: seconds(pace.median) },
            { label: words.span, value: words.spanIs(seconds(pace.low), seconds(pace.high)) },
          ]),
      { label: words.pace, value: say(found), kind: 'total' },
    ],
    origin: words.paceOrigin,
  };
}

function goldSheet({ batch, progress, counts }: CountSheet): Drawn {
  const share = (right: number, wrong: number) =>
    right + wrong === 0 ? '–' : `${((right / (right + wrong)) * 100).toFixed(1)}%`;
  const base = `/tasks/batches/${batch.id}/review?state=all&gold=`;
  const link = (which: 'right' | 'wrong', value: number) => (
    <a className="lk" href={base + which}>
      {count(value)}
    </a>
  );
  return {
    shown: share(progress.goldRight, progress.goldWrong),
    found: share(counts.goldRight, counts.goldWrong),
    terms: [
      { label: words.goldRight, value: link('right', counts.goldRight) },
      { label: words.goldWrong, value: link('wrong', counts.goldWrong) },
      {
        label: words.goldShare,
        value: share(counts.goldRight, counts.goldWrong),
        kind: 'total',
      },
    ],
    origin: words.countsOrigin,
  };
}

function count(value: number): string {
  return value.toLocaleString('en');
}
