/** Rates in words: whole units where there are no cents, because an asked rate is a round number. */
import { countryName } from '#domain/accounts/country.ts';
import { formatAmount, minorUnit } from '#domain/kernel/money.ts';

/** Countries whose names are groups, plurals or kingdoms, and so follow an article. */
const WITH_ARTICLE = new Set(
  'AE BS CC CF CK DO FK FO GB GM IM IO KM KY MF MH MP MV NL PH PM SB SC TC TF UM US VG VI'.split(
    ' ',
  ),
);

/** `the Philippines`, `Spain`: as a sentence says it. */
export function inSentence(country: string): string {
  return `${WITH_ARTICLE.has(country) ? 'the ' : ''}${countryName(country)}`;
}

export function shortRate(minor: bigint, currency: string): string {
  return formatAmount(minor, currency).replace(/\.0+$/, '');
}

/** `70–75` in tables, `8` where both ends are the same. */
export function rateCell(low: bigint, high: bigint, currency: string): string {
  return ends(low, high, currency).join('–');
}

/** `USD 8 to 75`. */
export function rateSpanWords(low: bigint, high: bigint, currency: string): string {
  return `${currency}\u00a0${ends(low, high, currency).join(' to ')}`;
}

/** One sum, or the low one with its dash and the high one: the line may break between them. */
export function costCell(low: bigint, high: bigint, currency: string): [string, string?] {
  const first = formatAmount(low, currency);
  return low === high ? [first] : [`${first}–`, formatAmount(high, currency)];
}

/** `9` or `9.4`: how many times the dearest costs the cheapest; null where it says nothing. */
export function timesWords(low: bigint, high: bigint): string | null {
  const times = Number(high) / Number(low);
  return times < 1.5 ? null : String(times < 10 ? Math.round(times * 10) / 10 : Math.round(times));
}

export function scoreWords(score: number): string {
  return score.toFixed(2);
}

export function percentWords(share: number): string {
  return `${(share * 100).toFixed(share === 1 ? 0 : 1)}%`;
}

/** For axes and lengths only; sums stay whole minor units. */
export function unitsOf(minor: bigint, currency: string): number {
  return Number(minor) / 10 ** minorUnit(currency);
}

/** Where ticks of an axis from 0 stand: four or five, on round numbers, the last at or above `most`. */
export function axisTicks(most: number): number[] {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: Math.max(count, 1) + 1 }, (_, at) => at * step);
}

function ends(low: bigint, high: bigint, currency: string): string[] {
  return (low === high ? [low] : [low, high]).map((minor) => shortRate(minor, currency));
}
