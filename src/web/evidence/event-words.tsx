import type { ReactNode } from 'react';
import type { EventSight } from '#domain/evidence/queries/events.ts';
import type { Money as MoneyValue } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';
import { Time } from '#web/ui/time.tsx';
import { Phrase } from './phrase.tsx';

type Data = Record<string, unknown>;

/** What an event says: actor in bold, verb, object, sum. `partyId` is the reader's. */
export function EventSentence({ event, partyId }: { event: EventSight; partyId: string }) {
  return <Phrase says={wordsOf(event).says} values={valuesOf(event, partyId)} />;
}

/** What followed from it, where the words of its kind tell. */
export function eventConsequence(event: EventSight, partyId: string): ReactNode | undefined {
  const { after } = wordsOf(event);
  return after === undefined ? undefined : (
    <Phrase says={after} values={valuesOf(event, partyId)} />
  );
}

export function wordsOf(event: EventSight) {
  return text.evidence.happened[event.kind];
}

/** Who acted, for this reader: you, a person, a person for an organization, or a rule. */
export function actorName(event: EventSight, partyId: string): string {
  const evidence = text.evidence;
  if (event.actorMemberId === null) {
    return event.rootKind === 'contract' ? evidence.theContract : evidence.theMarketplace;
  }
  if (event.actorPartyId === partyId) return evidence.you;
  return event.actorPartyName === null
    ? event.actorName
    : evidence.actingFor(event.actorName, event.actorPartyName);
}

/** An amount that the event's data carries under this name, in minor units as text. */
export function sumIn(data: Data, name: string): MoneyValue | null {
  const { currency } = data;
  const minor = data[name];
  if (typeof currency !== 'string' || typeof minor !== 'string' || !/^-?\d+$/.test(minor)) {
    return null;
  }
  return { amountMinor: BigInt(minor), currency };
}

export type NotedFile = { id: string; name: string; sizeBytes: string };

export function filesIn(data: Data): NotedFile[] {
  return Array.isArray(data.files) ? (data.files as NotedFile[]) : [];
}

export function wordIn(data: Data, name: string): string {
  const value = data[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function valuesOf(event: EventSight, partyId: string): Record<string, ReactNode> {
  const { data } = event;
  const actor = <b>{actorName(event, partyId)}</b>;
  const byRule = data.byRule === true;
  const files = filesIn(data);
  const acceptBy = wordIn(data, 'acceptBy');
  const until = wordIn(data, 'expiresAt');
  return {
    actor,
    contract: <b>{text.evidence.theContract}</b>,
    acceptor: byRule ? <b>{text.evidence.theContract}</b> : actor,
    sum: moneyIn(data, 'amountMinor'),
    funded: funded(data),
    fee: moneyIn(data, 'feeMinor'),
    toFreelancer: moneyIn(data, 'toFreelancerMinor'),
    toClient: moneyIn(data, 'toClientMinor'),
    position: wordIn(data, 'position'),
    title: wordIn(data, 'title'),
    note: wordIn(data, 'note'),
    says: wordIn(data, 'says'),
    name: wordIn(data, 'name'),
    count: wordIn(data, 'count'),
    value: wordIn(data, 'value'),
    feedback: wordIn(data, 'feedback'),
    words: wordIn(data, 'words'),
    verdict: wordIn(data, 'verdict'),
    email: wordIn(data, 'email'),
    role: wordIn(data, 'role'),
    from: wordIn(data, 'from'),
    to: wordIn(data, 'to'),
    reason: text.evidence.reasons[wordIn(data, 'reason')] ?? wordIn(data, 'reason'),
    change: changeIn(data),
    files: files.length === 0 ? null : `, ${filesWords(files)}`,
    until: until === '' ? null : <Time at={until} relative={false} />,
    acceptBy: acceptBy === '' ? null : <Time at={acceptBy} relative={false} />,
  };
}

function filesWords(files: readonly NotedFile[]): string {
  const bytes = files.reduce((sum, file) => sum + Number(file.sizeBytes), 0);
  return text.evidence.files(files.length, text.parts.bytes(bytes));
}

function moneyIn(data: Data, name: string): ReactNode {
  const amount = sumIn(data, name);
  return amount === null ? null : <Money amount={amount} />;
}

/** What went into escrow: the amount and the client's own fee. */
function funded(data: Data): ReactNode {
  const amount = sumIn(data, 'amountMinor');
  if (amount === null) return null;
  const fee = sumIn(data, 'clientFeeMinor')?.amountMinor ?? 0n;
  return <Money amount={{ ...amount, amountMinor: amount.amountMinor + fee }} />;
}

function changeIn(data: Data): ReactNode {
  const { change } = text.evidence;
  const title = wordIn(data, 'title');
  const kind = wordIn(data, 'change');
  if (kind !== 'add' && kind !== 'change') return change.drop;
  const says = text.evidence.changeAt(change[kind](title.replace(/[{}]/g, '')));
  return <Phrase says={says} values={{ sum: moneyIn(data, 'amountMinor') }} />;
}
