/** Everything the list of open batches shows for one address. Server only. */
import { findWork } from '#domain/assignments/queries/find-work.ts';
import { testsThatOpen } from '#domain/assignments/queries/tests-that-open.ts';
import {
  parseWorkAsked,
  printWorkAsked,
  type WorkAsked,
} from '#domain/assignments/work-question.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Web } from '#web/context.ts';
import { shortAmount } from '#web/directory/figures.tsx';
import { readTolerantly } from '#web/directory/search/read-tolerantly.ts';
import { text } from '#web/text/catalogue.ts';
import { seekerOf } from '../seeker.ts';
import { offerRows } from './offer-rows.ts';

const words = text.work.find;
const ROWS = 20;

type Changes = { [Part in keyof WorkAsked]?: WorkAsked[Part] | undefined };

export type WorkFound = Awaited<ReturnType<typeof workFound>>;

export async function workFound({ readDb, now, viewer }: Web, url: URL) {
  const { baseCurrency } = await marketTerms(readDb);
  const { question, wrong } = readTolerantly(url.searchParams, (params) =>
    parseWorkAsked(params, baseCurrency),
  );
  const seeker = await seekerOf(readDb, viewer?.actor ?? null, now);
  const cursor = url.searchParams.get('cursor') ?? '';
  const page = await findWork(readDb, seeker, {
    ...question,
    limit: ROWS,
    ...(cursor === '' ? {} : { cursor }),
  });
  const clientName = await nameOf(readDb, question.clientId);
  const chosen = chosenFilters(question, clientName);
  const bare = chosen.length === 0 || (chosen.length === 1 && question.qualified === true);
  return {
    rows: await offerRows(readDb, page.rows, seeker),
    next: page.next,
    cursor,
    question,
    wrong,
    chosen,
    seeks: seeker !== null,
    visitor: viewer === null,
    currencies: await currenciesOf(readDb, baseCurrency),
    baseCurrency,
    tests:
      page.rows.length === 0 && bare && seeker !== null
        ? await testsThatOpen(readDb, seeker)
        : null,
  };
}

export function workHref(asked: WorkAsked, changes: Changes = {}): string {
  const entries = Object.entries({ ...asked, ...changes });
  const next = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  const query = printWorkAsked(next as WorkAsked).toString();
  return query === '' ? '/work' : `/work?${query}`;
}

/** Every filter that is set, in words, and the address without it. */
function chosenFilters(
  asked: WorkAsked,
  clientName: string | null,
): { label: string; without: string }[] {
  const { text: said, qualified, leastHourlyMinor: least, currency, clientId } = asked;
  const one = (label: string, changes: Changes) => ({ label, without: workHref(asked, changes) });
  return [
    ...(said === undefined ? [] : [one(`“${said}”`, { text: undefined })]),
    ...(qualified === undefined ? [] : [one(words.qualified, { qualified: undefined })]),
    ...(least === undefined || currency === undefined
      ? []
      : [
          one(words.leastSet(`${currency}\u00a0${shortAmount(least, currency)}`), {
            leastHourlyMinor: undefined,
          }),
        ]),
    ...(currency === undefined
      ? []
      : [one(currency, { currency: undefined, leastHourlyMinor: undefined })]),
    ...(clientId === undefined
      ? []
      : [one(words.ofClient(clientName ?? words.oneClient), { clientId: undefined })]),
  ];
}

async function nameOf(db: ReadDb, partyId: string | undefined): Promise<string | null> {
  if (partyId === undefined) return null;
  const row = await db
    .selectFrom('party')
    .select('name')
    .where('id', '=', partyId)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The currencies in which open batches pay, the marketplace's own first. */
async function currenciesOf(db: ReadDb, base: string): Promise<string[]> {
  const rows = await db
    .selectFrom('batchListing')
    .select('currency')
    .distinct()
    .where('state', '=', 'open')
    .orderBy('currency')
    .limit(50)
    .execute();
  const others = rows.map(({ currency }) => currency).filter((code) => code !== base);
  return [base, ...others];
}
