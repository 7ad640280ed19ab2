/** What the words of a notice are made of: the event's plain values, the names, and the reader's side. */
import { formatMoney } from '#domain/kernel/money.ts';
import type { Side } from './notice.ts';

/** As it is kept in the row: plain values only. */
export type NoticeData = Record<string, string | number | boolean | null>;

export type NoticeNames = {
  side: Side;
  /** Who acted: a party's name, or `The contract` where a rule did. */
  who: string;
  /** The party whose event it is, or the member it is about; empty where there is none. */
  owner: string;
  subject: string;
};

/** Values of an event that a notice keeps: text, numbers and yes or no. */
export function plainValues(data: Record<string, unknown>): NoticeData {
  const kept: NoticeData = {};
  for (const [name, value] of Object.entries(data)) {
    const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    if (plain) kept[name] = value as NoticeData[string];
  }
  return kept;
}

/** Reads a notice's data for its words; what is missing reads as nothing rather than failing. */
export class NoticeFacts {
  private readonly data: NoticeData;
  private readonly timeZone: string;

  constructor(data: NoticeData, timeZone: string) {
    this.data = data;
    this.timeZone = timeZone;
  }

  get side(): Side {
    return this.text('side') as Side;
  }

  get who(): string {
    return this.text('who');
  }

  text(name: string): string {
    return String(this.data[name] ?? '');
  }

  /** In the quotation marks that titles stand in. */
  quoted(name: string): string {
    return `“${this.text(name)}”`;
  }

  is(name: string): boolean {
    return this.data[name] === true;
  }

  minor(name: string): bigint {
    const text = this.text(name);
    return /^-?\d+$/.test(text) ? BigInt(text) : 0n;
  }

  /** `USD 1,600.00`, of a value in minor units. */
  money(of: string | bigint): string {
    const amountMinor = typeof of === 'bigint' ? of : this.minor(of);
    return formatMoney({ amountMinor, currency: this.text('currency') });
  }

  /** `3 Dec 2026, 16:42 UTC`, in the reader's zone. */
  time(name: string): string {
    const at = new Date(this.text(name));
    if (Number.isNaN(at.getTime())) return '';
    return new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: this.timeZone,
    }).format(at);
  }
}
