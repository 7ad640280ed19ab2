/** Countries by their ISO 3166-1 code, as the runtime's own Unicode data knows them. */

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes with a name that are no country: exceptional reservations, groups and Unicode's own. */
const NO_COUNTRY = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

export const COUNTRIES: readonly { code: string; name: string }[] = allCodes()
  .map((code) => ({ code, name: names.of(code) }))
  .filter((one): one is { code: string; name: string } => one.name !== undefined)
  .filter(({ code }) => !NO_COUNTRY.has(code) && isCurrent(code))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const known = new Map(COUNTRIES.map(({ code, name }) => [code, name]));

export function isCountry(code: string): boolean {
  return known.has(code);
}

/** The English name; the code itself where it has none. */
export function countryName(code: string): string {
  return known.get(code) ?? code;
}

/** A withdrawn code, such as DD, is read as the one that followed it. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

function allCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
