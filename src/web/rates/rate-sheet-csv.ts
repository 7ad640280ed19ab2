/** Every freelancer behind one country's rates, as CSV. */
import { decimalAmount } from '#domain/kernel/money.ts';
import { web } from '#web/context.ts';
import { csvResponse } from '#web/evidence/csv.ts';
import type { Route } from './+types/rate-sheet-csv.ts';
import { readBehind } from './read-behind.ts';

const COLUMNS = ['name', 'country', 'currency', 'rate_low', 'rate_high', 'quality', 'profile'];

export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { rows, country, currency } = await readBehind(context, params);
  const { url } = web(context).config;
  const lines = rows.map(({ id, name, lowMinor, highMinor, quality }) => ({
    name,
    country,
    currency,
    rate_low: decimalAmount(lowMinor, currency),
    rate_high: decimalAmount(highMinor, currency),
    quality: quality === null ? '' : quality.toFixed(3),
    profile: `${url}/freelancers/${id}`,
  }));
  return csvResponse(lines, { columns: COLUMNS, name: `rates-${params.category}-${country}` });
}
