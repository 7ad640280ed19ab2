/** What a worker asks the open batches, and the same in an address. */
import { decimalOf, minorOf } from '#domain/directory/freelancer-question.ts';
import { isId } from '#domain/kernel/ids.ts';
import { isCurrency } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { oneLine } from '#domain/kernel/text.ts';

export const WORK_SORTS = ['best', 'hourly', 'reward', 'newest', 'left'] as const;
export type WorkSort = (typeof WORK_SORTS)[number];

export type WorkAsked = {
  /** Words as somebody types them into a search field. */
  text?: string;
  sort: WorkSort;
  /** Only what the worker may accept. */
  qualified?: true;
  /** The least measured pay of an hour, in `currency`. */
  leastHourlyMinor?: bigint;
  currency?: string;
  clientId?: string;
};

const MOST_CHARS = 200;

/**
 * The question an address asks: `q, qualified=yes, least_hourly, currency, client, sort`. A least
 * pay without a currency is meant in `base`. Refuses `input_invalid` with the parameter.
 */
export function parseWorkAsked(params: URLSearchParams, base: string): WorkAsked {
  const asked = (name: string) => params.get(name)?.trim() || undefined;
  const text = oneLine(params.get('q') ?? '');
  if (text.length > MOST_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: MOST_CHARS }, 'q');
  }
  const sort = asked('sort') ?? 'best';
  const currency = asked('currency');
  const clientId = asked('client');
  const least = asked('least_hourly');
  if (!isSort(sort)) return notListed('sort');
  if (currency !== undefined && !isCurrency(currency)) return notListed('currency');
  if (clientId !== undefined && !isId(clientId)) return notListed('client');
  const meant = currency ?? (least === undefined ? undefined : base);
  const leastHourlyMinor = minorOf(least, meant ?? base, 'least_hourly');
  return {
    ...(text === '' ? {} : { text }),
    sort,
    ...(asked('qualified') === 'yes' ? { qualified: true as const } : {}),
    ...(leastHourlyMinor === undefined ? {} : { leastHourlyMinor }),
    ...(meant === undefined ? {} : { currency: meant }),
    ...(clientId === undefined ? {} : { clientId }),
  };
}

/** The same question as an address asks it, in one order and without what is usual. */
export function printWorkAsked(asked: WorkAsked): URLSearchParams {
  const { text, qualified, leastHourlyMinor: least, currency, clientId, sort } = asked;
  const pairs: [string, string | undefined][] = [
    ['q', text],
    ['qualified', qualified === true ? 'yes' : undefined],
    ['least_hourly', least === undefined ? undefined : decimalOf(least, currency ?? '')],
    ['currency', currency],
    ['client', clientId],
    ['sort', sort === 'best' ? undefined : sort],
  ];
  return new URLSearchParams(
    pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
}

function isSort(text: string): text is WorkSort {
  return (WORK_SORTS as readonly string[]).includes(text);
}

function notListed(field: string): never {
  return refuse('input_invalid', { rule: 'not_listed' }, field);
}
