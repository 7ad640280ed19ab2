/** Reads what the page, its CSV and its sheet show of one category. */
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { ratesByCountry } from '#domain/directory/queries/rates.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lookingFrom, web } from '#web/context.ts';
import { rateRows } from './rate-rows.ts';
import { type RatesAsked, ratesAsked } from './rates-asked.ts';

type ReadableContext = Parameters<typeof web>[0];

/** Refuses `not_found` for a category that is not there, or is no longer offered. */
export async function readRates(context: ReadableContext, category: string) {
  const { readDb, request, now } = web(context);
  const from = lookingFrom(context);
  const asked = ratesAsked(new URL(request.url).searchParams);
  const categories = await rateOverview(readDb);
  const about = categories.find((one) => one.slug === category);
  if (about === undefined) return refuse('not_found', { thing: 'category' });
  const { baseCurrency: currency } = await marketTerms(readDb);
  const { shore, shared: hoursShared, score } = asked;
  const question = { category, from, shore, hoursShared, score, at: now };
  const { rows, total } = await ratesByCountry(readDb, question);
  const onshore = from === null ? null : await onshoreRates(context, { category, from });
  const seen = { from, onshore, hours: asked.hours, now };
  return {
    about,
    categories,
    currency,
    from,
    asked,
    onshore,
    total,
    rows: rateRows(rows, seen, asked.sort),
  };
}

export type RatesRead = Awaited<ReturnType<typeof readRates>>;

/** What the viewer's own country costs, whatever shore or quality is shown. */
async function onshoreRates(
  context: ReadableContext,
  { category, from }: { category: string; from: string },
) {
  const { readDb } = web(context);
  const { rows } = await ratesByCountry(readDb, { category, country: from });
  return rows[0] ?? null;
}

/** The address of the freelancers behind a row. */
export function freelancersHref(
  { category, country }: { category: string; country: string },
  { score }: Pick<RatesAsked, 'score'>,
): string {
  const query = new URLSearchParams({ category, place: country });
  if (score !== undefined) query.set('score', String(score));
  return `/freelancers?${query.toString()}`;
}

/** The address of the sheet behind a row. */
export function sheetHref(
  { category, country }: { category: string; country: string },
  { score }: Pick<RatesAsked, 'score'>,
): string {
  return `/evidence/rates/${category}/${country}${score === undefined ? '' : `?score=${score}`}`;
}
