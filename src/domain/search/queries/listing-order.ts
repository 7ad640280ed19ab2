/** What is looked for among the listings, and the orders they come in. */
import { type RawBuilder, sql } from 'kysely';
import type { FreelancerSort } from '#domain/directory/freelancer-question.ts';
import { EVERYWHERE } from '#domain/directory/listing.ts';
import { exactLexemes, quotedLexeme } from '#domain/directory/listing-lexemes.ts';
import type { CursorType, OrderCursor } from '#domain/kernel/order-cursor.ts';
import type { ListingFilter } from './listing-filter.ts';
import { allParts, type Part } from './understand-words.ts';

export type Search = {
  filter: ListingFilter;
  sort: FreelancerSort;
  limit: number;
  /** All of these must fit. */
  parts: readonly Part[];
  /** Whether words were asked for, so that fit is a matter of degree. */
  hasText: boolean;
  cursor: OrderCursor | undefined;
};

/** `value` is what the list is sorted by, as text. */
export type Found = { id: string; value: string };

export type Order = {
  column: string;
  type: CursorType;
  descending: boolean;
  idDescending?: boolean;
};

export const ORDERS: Record<FreelancerSort, Order> = {
  best: { column: 'rank', type: 'real', descending: true },
  score: { column: 'quality_low', type: 'real', descending: true },
  rate: { column: 'rate_minor', type: 'bigint', descending: false },
  '-rate': { column: 'rate_minor', type: 'bigint', descending: true, idDescending: true },
  newest: { column: 'listed_at', type: 'timestamptz', descending: true },
};

/** As a tsquery: all that is asked of the index of words, category and place as well. */
export function allSaid({ parts, filter }: Pick<Search, 'parts' | 'filter'>): string {
  return [allParts(parts), ...factsOf(filter)].join(' & ');
}

/** Category and place as the index of words has them. */
export function factsOf({ categorySlug, place }: ListingFilter): string[] {
  const categories = categorySlug === undefined ? [] : [categorySlug];
  const places = place === EVERYWHERE ? [] : [place];
  return exactLexemes({ categories, places }).map(quotedLexeme);
}

export function ordering(
  { column, descending, idDescending }: Order,
  id = 'id',
): RawBuilder<unknown> {
  const way = (down: boolean | undefined) => sql.raw(down ? 'desc' : 'asc');
  return sql`${sql.ref(column)} ${way(descending)}, ${sql.ref(id)} ${way(idDescending)}`;
}

/** Rows after the cursor's; the first half lets the index begin there. */
export function after(order: Order, { value, id }: OrderCursor): RawBuilder<unknown> {
  const column = sql.ref(order.column);
  const idColumn = sql.ref(order.column.startsWith('p.') ? 'p.id' : 'id');
  const at = sql`${value}::${sql.raw(order.type)}`;
  const [beyond, from] = order.descending ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
  const idBeyond = order.idDescending ? sql`<` : sql`>`;
  return sql`(${column} ${from} ${at}
    and (${column} ${beyond} ${at} or ${idColumn} ${idBeyond} ${id}::uuid))`;
}
