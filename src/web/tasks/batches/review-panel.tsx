import { text } from '#web/text/catalogue.ts';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { lengthOf, sumOf } from '../batch-words.ts';
import type { BatchData } from './batch-data.ts';

const words = text.batches.page;

/** Answers that wait for the client, and what happens to the money either way. */
export function ReviewPanel({ data }: { data: BatchData }) {
  const { batch, progress, rights } = data;
  const waiting = BigInt(progress.waiting);
  const rewardMinor = waiting * batch.rewardMinor;
  const sum = sumOf(batch, rewardMinor + waiting * batch.feeMinor);
  const href = `/tasks/batches/${batch.id}/review`;
  return (
    <DecisionPanel
      id="review"
      asked={<StateBadge {...text.states.waitingForYou} boxed />}
      title={words.reviewTitle(progress.waiting)}
      outcomes={
        <>
          <Outcome title={words.reviewIf}>
            {words.reviewThen(sum, sumOf(batch, rewardMinor))}
          </Outcome>
          <Outcome title={words.nothingTitle}>
            {batch.autoApprovalSeconds === 0
              ? words.nothingAtOnce
              : words.nothing(lengthOf(batch.autoApprovalSeconds))}
          </Outcome>
        </>
      }
      acts={
        <a className={rights.accept ? 'btn btn-primary' : 'btn'} href={href}>
          {rights.accept ? words.reviewAct(sum) : words.seeAnswers}
        </a>
      }
    />
  );
}
