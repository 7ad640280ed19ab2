import { beforeAll, expect, test } from 'vitest';
import type { FreelancerQuestion } from '#domain/directory/freelancer-question.ts';
import { rankLexemes } from '#domain/directory/listing-lexemes.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { newId } from '#domain/kernel/ids.ts';
import { encodeOrderCursor } from '#domain/kernel/order-cursor.ts';
import {
  castDrawnListings,
  type DrawnListing,
  draw,
  fits,
  randomQuestion,
  readListings,
  toText,
  WORDS,
} from '#test/cast/drawn-listings.ts';
import { testDatabase } from '#test/database.ts';
import { descend } from './descend-ranks.ts';
import { gather, walk } from './find-listings.ts';
import { listingFilter } from './listing-filter.ts';
import type { Found } from './listing-order.ts';
import { factParts, understandWords } from './understand-words.ts';

const database = await testDatabase();
const { readDb } = database;
let skills: string[] = [];

beforeAll(async () => {
  skills = [...(await castDrawnListings(database)).keys()];
});

test('leafing through any list shows each listing that fits once, in order', async () => {
  const rows = await readListings(database);
  for (let turn = 0; turn < 80; turn += 1) {
    const question = randomQuestion(skills);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { ...question, limit: 1 + draw.below(7), ...(cursor ? { cursor } : {}) };
      const page = await searchFreelancers(readDb, asked);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const expected = rows.filter((row) => fits(row, question));
    expect([...seen].sort(), toText(question)).toEqual(expected.map(({ id }) => id).sort());
    assertOrder(question, seen, rows);
  }
});

function assertOrder(question: FreelancerQuestion, seen: string[], rows: DrawnListing[]): void {
  if (question.sort === 'best' && question.text !== undefined) return;
  const values = seen.map((id) => {
    const row = rows.find((one) => one.id === id) as DrawnListing;
    return {
      best: -row.rank,
      score: -(row.qualityLow ?? 0),
      rate: Number(row.rateMinor),
      '-rate': -Number(row.rateMinor),
      newest: -row.listedAt.getTime(),
    }[question.sort];
  });
  expect(values).toEqual([...values].sort((a, b) => a - b));
}

test('both ways of finding listings find the same', async () => {
  for (let turn = 0; turn < 60; turn += 1) {
    const { text, ...question } = randomQuestion(skills);
    const words = text === undefined ? [] : (await understandWords(readDb, text)).parts;
    const search = {
      filter: await listingFilter(readDb, question),
      sort: question.sort,
      limit: 10,
      parts: [...words, ...(await factParts(readDb, question))],
      hasText: false,
      cursor: undefined,
    };
    const gathered = await gather(readDb, search, false);
    expect(await walk(readDb, search, Number.MAX_SAFE_INTEGER), toText(question)).toEqual(
      (gathered as Found[]).map(({ id, value }) => ({ id, value })),
    );
    const last = (gathered as Found[])[3];
    if (last === undefined) continue;
    const further = { ...search, cursor: { ...last, order: question.sort } };
    expect(
      ((await walk(readDb, further, Number.MAX_SAFE_INTEGER)) as Found[]).map(({ id }) => id),
    ).toEqual(((await gather(readDb, further, false)) as Found[]).map(({ id }) => id));
  }
});

test('to descend from rank to rank finds what gathering all finds, in the same order', async () => {
  const ranks = (await readListings(database)).map(({ rank }) => rank);
  expect(new Set(ranks.map((rank) => rankLexemes(rank).length)).size).toBeGreaterThan(4);
  for (let turn = 0; turn < 40; turn += 1) {
    const { text = draw.of(WORDS), ...question } = randomQuestion(skills);
    const search = {
      filter: await listingFilter(readDb, question),
      sort: 'best' as const,
      limit: 1 + draw.below(12),
      parts: (await understandWords(readDb, text)).parts,
      hasText: true,
    };
    let cursor: (Found & { order: 'best' }) | undefined;
    do {
      const asked = { ...search, cursor };
      const gathered = plain(await gather(readDb, asked, false));
      for (const expected of [1, 60, 1_000, 1e6]) {
        expect(plain(await descend(readDb, asked, expected))).toEqual(gathered);
      }
      const last = gathered[search.limit - 1];
      cursor = gathered.length > search.limit && last ? { ...last, order: 'best' } : undefined;
    } while (cursor !== undefined);
  }
});

function plain(found: Found[] | 'too many'): Found[] {
  return found === 'too many' ? [] : found.map(({ id, value }) => ({ id, value }));
}

test.each([
  ['best', '1e+39'],
  ['rate', '1.5'],
  ['newest', '5'],
] as const)('a cursor by %s with %s in it was made up', async (sort, value) => {
  for (const order of [sort, `any.${sort}`]) {
    const cursor = encodeOrderCursor({ order, value, id: newId(0) });
    const asking = searchFreelancers(readDb, { sort, cursor, limit: 1 });
    await expect(asking).rejects.toMatchObject({ code: 'input_invalid', field: 'cursor' });
  }
});

test('a cursor leads nowhere in another order', async () => {
  const { next } = await searchFreelancers(readDb, { sort: 'rate', limit: 1 });
  const asked = { sort: 'score', limit: 1, cursor: next ?? '' } as const;
  await expect(searchFreelancers(readDb, asked)).rejects.toMatchObject({
    code: 'input_invalid',
    field: 'cursor',
  });
});
