import type { ReactNode } from 'react';
import type { EventSight } from '#domain/evidence/queries/events.ts';
import { text } from '#web/text/catalogue.ts';
import { FileList } from '#web/ui/files.tsx';
import { Money } from '#web/ui/money.tsx';
import { Day, Time } from '#web/ui/time.tsx';
import { filesIn, sumIn, wordIn } from './event-words.tsx';

const SUMS = [
  ['sum', 'amountMinor'],
  ['clientFee', 'clientFeeMinor'],
  ['fee', 'feeMinor'],
  ['toFreelancer', 'toFreelancerMinor'],
  ['toClient', 'toClientMinor'],
] as const;
const TIMES = ['availableAt', 'acceptBy', 'expiresAt'] as const;
const WORDS = ['position', 'title', 'note'] as const;

/** What an event carries, each with its name in plain words. */
export function EventFacts({ event }: { event: EventSight }) {
  const { fields } = text.evidence.event;
  const { data } = event;
  const facts: { label: string; value: ReactNode }[] = [];
  for (const name of WORDS) {
    const words = wordIn(data, name);
    if (words !== '') facts.push({ label: fields[name], value: words });
  }
  for (const [label, name] of SUMS) {
    const amount = sumIn(data, name);
    if (amount !== null) facts.push({ label: fields[label], value: <Money amount={amount} /> });
  }
  for (const name of TIMES) {
    const at = wordIn(data, name);
    if (at !== '') facts.push({ label: fields[name], value: <Time at={at} relative={false} /> });
  }
  const dueOn = wordIn(data, 'dueOn');
  if (dueOn !== '') facts.push({ label: fields.dueOn, value: <Day at={dueOn} /> });
  const reason = wordIn(data, 'reason');
  if (reason !== '') {
    facts.push({ label: fields.reason, value: text.evidence.reasons[reason] ?? reason });
  }
  facts.push({ label: fields.id, value: <code className="break-all">{event.id}</code> });
  return (
    <>
      <dl className="mt-2 grid sm:grid-cols-[12rem_minmax(0,1fr)] text-sm border-y border-base-300">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="pt-2.5 sm:pb-2.5 text-muted">{label}</dt>
            <dd className="pb-2.5 sm:pt-2.5 min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <Files event={event} />
    </>
  );
}

function Files({ event }: { event: EventSight }) {
  const files = filesIn(event.data);
  if (files.length === 0) return null;
  return (
    <FileList
      files={files.map(({ id, name, sizeBytes }) => ({
        id,
        name,
        bytes: Number(sizeBytes),
        href: `/files/${id}`,
      }))}
    />
  );
}
