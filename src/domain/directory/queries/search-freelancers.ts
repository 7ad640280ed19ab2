import {
  type CursorType,
  decodeOrderCursor,
  encodeOrderCursor,
} from '#domain/kernel/order-cursor.ts';
import { BY_FIT, FIT, findListings } from '#domain/search/queries/find-listings.ts';
import { type FreelancerRow, freelancerRows } from '#domain/search/queries/freelancer-rows.ts';
import { listingFilter } from '#domain/search/queries/listing-filter.ts';
import { ORDERS } from '#domain/search/queries/listing-order.ts';
import {
  anyPart,
  factParts,
  type UnderstoodWords,
  understandWords,
} from '#domain/search/queries/understand-words.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FreelancerQuestion, FreelancerSort } from '../freelancer-question.ts';

export type { FreelancerRow } from '#domain/search/queries/freelancer-rows.ts';

/** How the words of a question were read. */
export type Understood = { category?: string; skills: string[]; corrected?: string };

export type FreelancersFound = {
  rows: FreelancerRow[];
  next: string | null;
  understood: Understood;
};

/**
 * One page of the listings that fit a question, in its order. Where no listing says all the words,
 * those that say any. Refuses `input_invalid` for a cursor that another order or nobody gave out.
 */
export async function searchFreelancers(
  db: ReadDb,
  question: FreelancerQuestion & { cursor?: string; limit: number },
): Promise<FreelancersFound> {
  const { sort, limit } = question;
  const given = question.cursor === undefined ? undefined : readCursor(question.cursor, sort);
  const filter = await listingFilter(db, question);
  const words = question.text ? await understandWords(db, question.text) : NO_WORDS;
  const facts = await factParts(db, question);
  const search = { filter, sort, limit, hasText: words.parts.length > 0, cursor: given?.cursor };
  let anyWord = given?.anyWord ?? false;
  const parts = () => [...(anyWord ? [anyPart(words.parts)] : words.parts), ...facts];
  let found = await findListings(db, { ...search, parts: parts() });
  if (found.rows.length === 0 && given === undefined && words.parts.length > 1) {
    anyWord = true;
    found = await findListings(db, { ...search, parts: parts() });
  }
  const shown = found.rows.slice(0, limit);
  const last = found.rows.length > limit ? shown.at(-1) : undefined;
  const order = `${anyWord ? ANY_WORD : ''}${found.order}`;
  return {
    rows: await freelancerRows(
      db,
      shown.map(({ id }) => id),
    ),
    next: last === undefined ? null : encodeOrderCursor({ ...last, order }),
    understood: toUnderstood(words),
  };
}

const NO_WORDS: UnderstoodWords = { parts: [], corrected: undefined, categories: [], skills: [] };

const ANY_WORD = 'any.';

function readCursor(text: string, sort: FreelancerSort) {
  const orders: Record<string, CursorType> = {
    [sort]: ORDERS[sort].type,
    ...(sort === 'best' ? { [FIT]: BY_FIT.type } : {}),
  };
  const anyOrders = Object.entries(orders).map(([one, type]) => [`${ANY_WORD}${one}`, type]);
  const cursor = decodeOrderCursor(text, { ...orders, ...Object.fromEntries(anyOrders) });
  const anyWord = cursor.order.startsWith(ANY_WORD);
  return { cursor: { ...cursor, order: cursor.order.replace(ANY_WORD, '') }, anyWord };
}

function toUnderstood({ categories, skills, corrected }: UnderstoodWords): Understood {
  const category = categories[0];
  return {
    ...(category === undefined ? {} : { category }),
    skills,
    ...(corrected === undefined ? {} : { corrected }),
  };
}
