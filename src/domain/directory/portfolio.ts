/**
 * Glossary. A *portfolio* is up to twelve *items* that a freelancer shows: a title, words, a link,
 * a picture. The picture was checked and drawn again before the item is made, lies in the file
 * store under the item's id and never changes; another picture is another item. Until its item is
 * made it is *loose*, and goes after an hour.
 */
import { Refusal } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';

export type PortfolioTexts = {
  title: string;
  /** Markdown. */
  about: string;
  /** What is to be seen, for who cannot see it. */
  alt: string;
  /** A web address, or empty. */
  link: string;
  /** The slug of a category. */
  category: string | null;
};

export const PORTFOLIO_LIMITS = {
  items: 12,
  titleChars: 120,
  aboutChars: 2_000,
  altChars: 300,
  linkChars: 500,
  /** How long a picture may wait for its item, in minutes. */
  looseMinutes: 60,
  /** How many pictures of one party may wait at once. */
  loose: 40,
} as const;

export function tidyPortfolio(texts: PortfolioTexts): PortfolioTexts {
  const { title, about, alt, link, category } = texts;
  return {
    title: oneLine(title),
    about: storable(about),
    alt: oneLine(alt),
    link: oneLine(link),
    category: category === '' ? null : category,
  };
}

/** Every rule that tidy texts break, in the order of the form. */
export function portfolioProblems(texts: PortfolioTexts, picture: boolean): Refusal[] {
  const limits = PORTFOLIO_LIMITS;
  const { title, about, alt, link } = texts;
  return [
    ...(title === '' ? [wrong('title', 'required')] : []),
    ...tooLong('title', title, limits.titleChars),
    ...tooLong('about', about, limits.aboutChars),
    ...(picture && alt === '' ? [wrong('alt', 'required')] : []),
    ...tooLong('alt', alt, limits.altChars),
    ...(link === '' || isWebAddress(link) ? [] : [wrong('link', 'web_address')]),
    ...tooLong('link', link, limits.linkChars),
  ];
}

function isWebAddress(text: string): boolean {
  const address = URL.parse(text);
  if (address === null || !/^https?:$/.test(address.protocol)) return false;
  return address.hostname.includes('.') && address.username === '';
}

function tooLong(field: string, value: string, limit: number): Refusal[] {
  if (chars(value) <= limit) return [];
  return [new Refusal('input_invalid', { rule: 'too_long', limit }, field)];
}

function wrong(field: string, rule: string): Refusal {
  return new Refusal('input_invalid', { rule }, field);
}
