/** The small forms that requests and answers are made of. Names in JSON are snake_case. */
import { z } from '@hono/zod-openapi';
import { isCountry } from '#domain/accounts/country.ts';
import { isId } from '#domain/kernel/ids.ts';
import { CURRENCIES, isCurrency } from '#domain/kernel/money.ts';

const A_YEAR_PEOPLE_MEAN = /^(19|20|21)\d{2}-/;

/** An id that Anyshore made: a UUID of version 7 or 8. */
export const id = z
  .string()
  .refine(isId, 'must be an id that this marketplace gave out')
  .openapi({ format: 'uuid', example: '019a5c1e-7d20-7a31-9c44-2f6b8e0d1a77' });

/**
 * Text as PostgreSQL and JSON both keep it: at most `most` UTF-16 units, without U+0000 and without
 * halves of surrogate pairs.
 */
export function text(most: number, least = 0) {
  return z
    .string()
    .min(least, least === 1 ? 'must not be empty' : `must have at least ${least} characters`)
    .max(most, `must have at most ${most} characters`)
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
    .refine((value) => !value.includes('\u0000'), 'must not contain U+0000');
}

const DEEPEST = 20;

/** Any JSON that PostgreSQL keeps as well, and that is not nested deeper than anybody means it. */
export const anyJson = z
  .unknown()
  .refine(isStorable, `must be well-formed, without U+0000 and at most ${DEEPEST} levels deep`);

function isStorable(json: unknown): boolean {
  const left: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !isStorableText(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) return false;
    for (const [name, inner] of Object.entries(value)) {
      if (!isStorableText(name)) return false;
      left.push({ value: inner, depth: depth + 1 });
    }
  }
  return true;
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

export const currency = z
  .string()
  .refine(isCurrency, 'must be an ISO 4217 code such as USD')
  .openapi({
    example: 'USD',
    pattern: '^[A-Z]{3}$',
    description: `ISO 4217 (${CURRENCIES.length} codes)`,
  });

/** Money in both directions: a decimal text with at most the currency's decimals, never a float. */
export const money = z
  .strictObject({
    amount: z
      .string()
      .regex(/^\d{1,15}(\.\d{1,4})?$/, 'must be a decimal text such as "1600.00"')
      .openapi({ example: '1600.00' }),
    currency,
  })
  .openapi('Money', { example: { amount: '1600.00', currency: 'USD' } });

/** A form of its own in the document: composed ones (allOf) would contradict their strict parts. */
export function extended<Base extends z.ZodRawShape, More extends z.ZodRawShape>(
  base: z.ZodObject<Base>,
  more: More,
) {
  return z.strictObject({ ...base.shape, ...more });
}

/** A named form, or null. */
export function orNull<Form extends z.ZodType>(form: Form) {
  return z.union([form, z.null()]);
}

/** Money in answers that may be below zero. */
export const signedMoney = z
  .strictObject({ amount: z.string().openapi({ example: '-160.00' }), currency: z.string() })
  .openapi('SignedMoney', { example: { amount: '-160.00', currency: 'USD' } });

/** A moment in UTC with milliseconds. */
export const instant = z.iso
  .datetime()
  .openapi({ format: 'date-time', example: '2026-11-19T16:42:07.120Z' });

/** A moment that somebody asks from or to. */
export const instantIn = z.iso
  .datetime({ offset: true })
  .regex(A_YEAR_PEOPLE_MEAN, 'must lie between 1900 and 2199')
  .openapi({ format: 'date-time', example: '2026-11-01T00:00:00Z' });

export const day = z.iso
  .date()
  .regex(A_YEAR_PEOPLE_MEAN, 'must lie between 1900 and 2199')
  .openapi({ format: 'date', example: '2026-12-24' });

export const country = z.string().openapi({ example: 'RO', description: 'ISO 3166-1' });

/** A country that a request names. */
export const countryIn = z
  .string()
  .refine(isCountry, 'must be a country of ISO 3166-1, such as RO')
  .openapi({ example: 'RO' });

export function count(most: number) {
  return z.int().min(1).max(most);
}

/** `?limit=` and `?cursor=`; a page answers `next_cursor` while there is more. */
export const paging = {
  limit: z.coerce
    .number({ error: 'must be a whole number from 1 to 100' })
    .int('must be a whole number from 1 to 100')
    .min(1)
    .max(100)
    .default(25)
    .openapi({ example: 25 }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'The next_cursor of the page before; opaque.' }),
};

export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next_cursor: z.string().nullable().openapi({ description: 'Null on the last page.' }),
  });
}

export function list<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item) });
}

/** The event that an act left in the log: its evidence. */
export const eventRef = z
  .strictObject({
    id,
    root_id: id,
    seq: z.int().openapi({ description: 'The number of the event within its root.' }),
  })
  .openapi('EventRef', {
    example: {
      id: '019a5c1e-7d20-7a31-9c44-2f6b8e0d1a78',
      root_id: '019a5c1e-7d20-7a31-9c44-2f6b8e0d1a77',
      seq: 41,
    },
  });

export const partyRef = z
  .strictObject({ id, name: z.string(), country: country.nullable() })
  .openapi('PartyRef', {
    example: { id: '019a5c1e-0000-7a31-9c44-2f6b8e0d1a01', name: 'Harrow & Lane', country: 'GB' },
  });

export { z };
