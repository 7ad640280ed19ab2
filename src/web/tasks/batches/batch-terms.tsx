import { text } from '#web/text/catalogue.ts';
import { lengthOf, sumOf } from '../batch-words.ts';
import type { BatchData } from './batch-data.ts';

const words = text.batches.page;

/** What workers agreed to, what guards both sides, and the ways to change it. */
export function BatchTerms({ data }: { data: BatchData }) {
  const { batch, rights } = data;
  const base = `/tasks/batches/${batch.id}`;
  const running = batch.state === 'open' || batch.state === 'paused';
  const extendable = rights.fund && batch.state !== 'closing';
  return (
    <section aria-labelledby="terms" className="text-sm">
      <h2 id="terms" className="text-lg">
        {words.safeguards}
      </h2>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {termsOf(batch).map((line) => (
          <li key={line} className="py-2">
            {line}
          </li>
        ))}
      </ul>
      <ul className="mt-4 flex flex-wrap gap-x-4" aria-label={words.change}>
        <Way href={`${base}/tasks`}>{words.seeTasks}</Way>
        <Way href={`${base}/review?state=all`}>{words.seeAnswers}</Way>
        {batch.taskTypeId !== null && (
          <Way href={`/tasks/types/${batch.taskTypeId}`}>{words.type}</Way>
        )}
        {extendable && <Way href={`${base}/extend`}>{words.extend}</Way>}
        {running && rights.fund && <Way href={`${base}/cancel`}>{words.cancel}</Way>}
      </ul>
    </section>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a className="lk inline-block py-2" href={href}>
        {children}
      </a>
    </li>
  );
}

function termsOf(batch: BatchData['batch']): string[] {
  const { terms } = words;
  const { workerLimit, groupKey, groupLimit, budgetCapMinor, floorMinor } = batch;
  const { autoApprovalSeconds: approval, goldPercent, goldTasks, requirements } = batch;
  return [
    terms.unit(sumOf(batch, batch.rewardMinor), sumOf(batch, batch.feeMinor)),
    terms.each(batch.wantedEach),
    terms.time(lengthOf(batch.timeLimitSeconds)),
    approval === 0 ? terms.approvalAtOnce : terms.approval(lengthOf(approval)),
    terms.appeal(lengthOf(batch.appealSeconds)),
    ...(workerLimit === null ? [] : [terms.worker(workerLimit)]),
    ...(groupKey === null || groupLimit === null ? [] : [terms.group(groupLimit, groupKey)]),
    ...(goldTasks === 0 ? [] : [terms.gold(goldPercent, goldTasks)]),
    ...(batch.reopenRejected ? [terms.reopen] : []),
    ...(requirements.length === 0 ? [] : [terms.requirements(requirements.length)]),
    ...(budgetCapMinor === null ? [] : [terms.cap(sumOf(batch, budgetCapMinor))]),
    ...(floorMinor === null
      ? []
      : [terms.floor(sumOf(batch, floorMinor), sumOf(batch, batch.reserveWantedMinor))]),
  ];
}
