/** Languages that people work in, by their ISO 639 code, as the runtime's own Unicode data knows them. */

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Widely used languages that ISO 639-1 has no two letters for. */
const THREE_LETTERS = 'yue fil ceb hmn haw kok mai bho awa nap scn ckb nds gsw ase bfi'.split(' ');

/** Codes that are another code's older form, a part of it, or a language family. */
const NOT_CHOSEN = new Set('sh mo tl bh tw'.split(' '));

export const LANGUAGES: readonly { code: string; name: string }[] = allCodes()
  .filter((code) => !NOT_CHOSEN.has(code) && Intl.getCanonicalLocales(code)[0] === code)
  .map((code) => ({ code, name: names.of(code) }))
  .filter((one): one is { code: string; name: string } => one.name !== undefined)
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const known = new Map(LANGUAGES.map(({ code, name }) => [code, name]));

export function isLanguage(code: string): boolean {
  return known.has(code);
}

/** The English name; the code itself where it has none. */
export function languageName(code: string): string {
  return known.get(code) ?? code;
}

function allCodes(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const twoLetters = letters.flatMap((first) => letters.map((second) => first + second));
  return [...twoLetters, ...THREE_LETTERS];
}
