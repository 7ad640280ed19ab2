/** The rates of a category as CSV: the same rows in the same order as on the page. */
import { decimalAmount } from '#domain/kernel/money.ts';
import { type CsvRow, csvResponse } from '#web/evidence/csv.ts';
import type { Route } from './+types/rates-csv.ts';
import { type RatesRead, readRates } from './read-rates.ts';

const COLUMNS = [
  'country',
  'name',
  'shore',
  'currency',
  'rate_low',
  'rate_median',
  'rate_high',
  'freelancers',
  'scored',
  'quality',
  'quality_low',
  'quality_high',
  'on_time',
  'hours_shared',
  'hours',
  'cost_low',
  'cost_high',
  'difference_to_onshore',
];

export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const read = await readRates(context, params.category);
  return csvResponse(csvRows(read), { columns: COLUMNS, name: `rates-${params.category}` });
}

function csvRows({ rows, currency, asked }: RatesRead): CsvRow[] {
  const sum = (minor: bigint) => decimalAmount(minor, currency);
  const figure = (value: number | null, digits: number) =>
    value === null ? '' : value.toFixed(digits);
  return rows.map((row) => ({
    country: row.country,
    name: row.name,
    shore: row.shore ?? '',
    currency,
    rate_low: sum(row.lowMinor),
    rate_median: sum(row.medianMinor),
    rate_high: sum(row.highMinor),
    freelancers: row.freelancers,
    scored: row.scored,
    quality: figure(row.quality, 3),
    quality_low: figure(row.qualityLow, 3),
    quality_high: figure(row.qualityHigh, 3),
    on_time: figure(row.onTime, 4),
    hours_shared: row.shared ?? '',
    hours: asked.hours,
    cost_low: sum(row.costLowMinor),
    cost_high: sum(row.costHighMinor),
    difference_to_onshore: row.differenceMinor === null ? '' : sum(row.differenceMinor),
  }));
}
