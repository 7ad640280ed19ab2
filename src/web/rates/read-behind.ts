/** Reads the freelancers behind the rates of a category in one country. */
import { isCountry } from '#domain/accounts/country.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { type RateBehind, rateEvidence } from '#domain/directory/queries/rate-evidence.ts';
import { rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { ratesByCountry } from '#domain/directory/queries/rates.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { web } from '#web/context.ts';
import { ratesAsked } from './rates-asked.ts';
import { sheetHref } from './read-rates.ts';

export type RowBehind = RateBehind;

type ReadableContext = Parameters<typeof web>[0];

/** Refuses `not_found` where nobody is listed: there is no number to stand behind. */
export async function readBehind(
  context: ReadableContext,
  { category, country }: { category: string; country: string },
) {
  const { readDb, request } = web(context);
  const url = new URL(request.url);
  const { score } = ratesAsked(url.searchParams);
  const about = (await rateOverview(readDb)).find((one) => one.slug === category);
  if (about === undefined || !isCountry(country)) return refuse('not_found', { thing: 'rates' });
  const [rates] = (await ratesByCountry(readDb, { category, country, score })).rows;
  const { rows, span } = await rateEvidence(readDb, { category, country, score });
  if (rates === undefined || span === null) return refuse('not_found', { thing: 'rates' });
  const { baseCurrency: currency } = await marketTerms(readDb);
  return {
    about,
    country,
    currency,
    rates,
    span,
    rows,
    lowest: firstOf(rows.filter((row) => row.lowMinor === span.lowMinor)),
    highest: firstOf(rows.filter((row) => row.highMinor === span.highMinor)),
    address: sheetHref({ category, country }, { score }),
  };
}

export type RatesBehind = Awaited<ReturnType<typeof readBehind>>;

function firstOf(rows: readonly RateBehind[]): { name: string; more: number } {
  return { name: rows[0]?.name ?? '', more: rows.length - 1 };
}
