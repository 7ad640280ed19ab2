import { batchSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Section } from '#web/ui/page-head.tsx';
import type { BatchData } from './batch-data.ts';

const words = text.batches.page;

/** What became of the hidden tasks with known answers; nothing where there are none. */
export function GoldSection({ data }: { data: BatchData }) {
  const { batch, progress } = data;
  if (batch.goldTasks === 0) return null;
  const { goldRight, goldWrong } = progress;
  const all = goldRight + goldWrong;
  const share = all === 0 ? 0 : (goldRight / all) * 100;
  return (
    <Section id="gold" title={words.gold}>
      <p className="text-sm text-muted mt-1">{words.goldLead}</p>
      {all === 0 ? (
        <p className="mt-3">{words.goldNone}</p>
      ) : (
        <>
          <p className="mt-3 flex flex-wrap items-baseline gap-x-4">
            <Evidence href={batchSumHref(batch.id, 'gold')}>
              <b className="text-xl">{words.goldShare(share)}</b>
            </Evidence>
            <span>{words.goldSays(goldRight, all)}</span>
            {goldWrong > 0 && (
              <a className="lk" href={`/tasks/batches/${batch.id}/review?state=all&gold=wrong`}>
                {words.goldWrong}
              </a>
            )}
          </p>
          <svg className="ch mt-2 max-w-xl" width="100%" height="12" aria-hidden="true">
            <rect width="100%" height="12" fill="var(--d1)" />
            <rect width={`${share.toFixed(1)}%`} height="12" fill="var(--c1)" />
          </svg>
        </>
      )}
    </Section>
  );
}
