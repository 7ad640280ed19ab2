/**
 * Search and facets over directories of growing size, through the queries that the pages use, and
 * matching on the same directories: times, memory, and how much room tables and indexes take.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { FreelancerQuestion } from '#domain/directory/freelancer-question.ts';
import { freelancerFacets } from '#domain/directory/queries/freelancer-facets.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { fillDirectory } from './fill-directory.ts';
import { type Line, rounded } from './measure.ts';
import { openStand, type Stand } from './stand.ts';

export type DirectoryOptions = { sizes: readonly number[]; rounds: number };

/** More that is measured on each filled directory. */
export type Beside = (stand: Stand, listings: number) => Promise<Line[]>;

export async function benchDirectory(
  { sizes, rounds }: DirectoryOptions,
  beside: readonly Beside[] = [],
): Promise<Line[]> {
  const lines: Line[] = [];
  const stand = await openStand(8);
  try {
    for (const listings of sizes) {
      const before = performance.now();
      await fillDirectory(stand, listings);
      const fillSeconds = (performance.now() - before) / 1_000;
      lines.push(...(await measure(stand, listings, rounds)));
      for (const more of beside) lines.push(...(await more(stand, listings)));
      lines.push(await room(stand, listings, fillSeconds));
    }
    return [...lines, ...growth(lines)];
  } finally {
    await stand.close();
  }
}

type Asked = Partial<FreelancerQuestion> & { secondPage?: true };
type Case = { what: string; questions: Asked[] };

/** Each kind of question in several forms, so that no single answer is measured twice in a row. */
const NUMBERS = [0, 2, 5, 9, 14, 20, 27, 35];
const PLACES = ['IN', 'PH', 'ES', 'US', 'europe', 'JP', 'AL', 'africa'];
const SAID = ['translator', 'bookkeeping', 'logo', 'garden', 'payroll', 'patent', 'careful', 'web'];
const MISTYPED = ['transaltion', 'bookeeping', 'ilustration', 'webdesign', 'acountant', 'lawer'];

const each = (form: (n: number) => Asked): Asked[] => NUMBERS.map(form);
const place = (n: number) => PLACES[NUMBERS.indexOf(n)] ?? 'RO';
const word = (n: number) => SAID[NUMBERS.indexOf(n)] ?? 'design';

export async function mix(db: ReadDb): Promise<Case[]> {
  const categories = await readSql<{ slug: string; skills: string[] }>(
    db,
    sql`select slug, array(select skill.slug from skill where skill.category = category.slug
        order by position) as skills
      from category order by (select listings from listing_count c where c.category_no = category.no
        and place = '' and kind = -1) desc nulls last`,
  );
  const category = (n: number) => categories[n % categories.length]?.slug ?? '';
  const skill = (n: number, k = 0) => categories[n % categories.length]?.skills[k] ?? '';
  return [
    { what: 'everything', questions: [{}] },
    { what: 'category', questions: each((n) => ({ category: category(n) })) },
    {
      what: 'category and place',
      questions: each((n) => ({ category: category(n), place: place(n) })),
    },
    ...byWords(),
    { what: 'one skill', questions: each((n) => ({ skills: [skill(n)] })) },
    { what: 'two skills', questions: each((n) => ({ skills: [skill(n), skill(n, 1)] })) },
    {
      what: 'skill, place and score',
      questions: each((n) => ({ skills: [skill(n)], place: place(n), score: 4 })),
    },
    ...byLanguage(category, skill),
    ...byFigures(category),
    ...(['score', 'rate', '-rate', 'newest'] as const).map((sort) => ({
      what: `by ${sort}`,
      questions: each((n) => ({ category: category(n), place: place(n + 1), sort })),
    })),
    { what: 'words by rate', questions: each((n) => ({ text: word(n), sort: 'rate' as const })) },
    {
      what: 'second page',
      questions: each((n) => ({ category: category(n), secondPage: true as const })),
    },
    {
      what: 'second page of a word',
      questions: each((n) => ({ text: word(n), secondPage: true as const })),
    },
  ];
}

function byWords(): Case[] {
  return [
    { what: 'one word', questions: each((n) => ({ text: word(n) })) },
    {
      what: 'two words',
      questions: each((n) => ({ text: `${word(n)} ${word(NUMBERS[(n + 3) % 8] ?? 0)}` })),
    },
    { what: 'word and place', questions: each((n) => ({ text: word(n), place: place(n) })) },
    {
      what: 'a name',
      questions: each((n) => ({ text: `baranaka ${['colino', 'geburing', 'vomesorla'][n % 3]}` })),
    },
    { what: 'typing error', questions: MISTYPED.map((text) => ({ text })) },
  ];
}

function byLanguage(category: (n: number) => string, skill: (n: number) => string): Case[] {
  const language = (n: number) => (n % 2 === 0 ? 'en' : 'es');
  return [
    {
      what: 'language and category',
      questions: each((n) => ({ language: language(n), category: category(n) })),
    },
    {
      what: 'language and skill',
      questions: each((n) => ({ language: language(n), skills: [skill(n)] })),
    },
    {
      what: 'language and word',
      questions: each((n) => ({ language: language(n), text: word(n) })),
    },
  ];
}

function byFigures(category: (n: number) => string): Case[] {
  return [
    {
      what: 'rate range',
      questions: each((n) => ({
        category: category(n),
        rateFromMinor: 2_000n,
        rateToMinor: n % 2 === 0 ? 3_999n : 3_500n,
      })),
    },
    { what: 'score', questions: each((n) => ({ place: place(n), score: 4.5 })) },
    {
      what: 'all filters',
      questions: each((n) => ({
        category: category(n),
        place: place(n),
        rateToMinor: 2_999n,
        score: 4,
        availability: 'open',
      })),
    },
    { what: 'away, dearest first', questions: [{ availability: 'away', sort: '-rate' }] },
  ];
}

export async function measure(
  stand: Pick<Stand, 'readDb'>,
  listings: number,
  rounds: number,
): Promise<Line[]> {
  const cases = await mix(stand.readDb);
  const all = { search: [] as number[], facets: [] as number[] };
  const lines: Line[] = [];
  for (const { what, questions } of cases) {
    const search: number[] = [];
    const facets: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      for (const asked of questions) {
        const times = await ask(stand.readDb, asked);
        // The first round is not counted: it fills the caches, as any user before would have.
        if (round > 0) {
          search.push(times.search);
          facets.push(times.facets);
        }
      }
    }
    all.search.push(...search);
    all.facets.push(...facets);
    lines.push({
      what: `${listings} profiles, ${what}`,
      figures: { ...spread('search', search), ...spread('facets', facets) },
    });
  }
  const figures = { ...spread('search', all.search), ...spread('facets', all.facets) };
  return [...lines, { what: `${listings} profiles, whole mix`, figures }];
}

async function ask(
  db: ReadDb,
  { secondPage, ...asked }: Asked,
): Promise<{ search: number; facets: number }> {
  const question = { sort: 'best' as const, ...asked };
  const first = secondPage && (await searchFreelancers(db, { ...question, limit: 25 }));
  const cursor = first?.next ?? undefined;
  const begun = performance.now();
  await searchFreelancers(db, { ...question, limit: 25, ...(cursor ? { cursor } : {}) });
  const between = performance.now();
  await freelancerFacets(db, question);
  return { search: between - begun, facets: performance.now() - between };
}

function spread(name: string, times: number[]): Record<string, number> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? Number.NaN, 1);
  return { [`${name} p50 ms`]: at(0.5), [`${name} p95 ms`]: at(0.95) };
}

async function room(stand: Stand, listings: number, fillSeconds: number): Promise<Line> {
  const [row] = await readSql<{ tables: number; indexes: number; counts: number; words: number }>(
    stand.readDb,
    sql`
    select (sum(pg_table_size(oid)) / 1048576)::float8 as tables,
      (sum(pg_indexes_size(oid)) / 1048576)::float8 as indexes,
      (select count(*)::int from listing_count) as counts,
      (select count(*)::int from listing_word) as words
    from pg_class where relname in
      ('listing', 'listing_place', 'listing_count', 'listing_fact_count', 'listing_word')`,
  );
  return {
    what: `${listings} profiles, room`,
    figures: {
      'tables MB': Math.round(row?.tables ?? 0),
      'indexes MB': Math.round(row?.indexes ?? 0),
      counts: row?.counts ?? 0,
      words: row?.words ?? 0,
      'server MB': Math.round(process.memoryUsage().rss / 2 ** 20),
      'PostgreSQL MB': databaseMegabytes(),
      'fill s': Math.round(fillSeconds),
    },
  };
}

/** The memory of the PostgreSQL that this process started, what it shares counted once. */
function databaseMegabytes(): number {
  let kilobytes = 0;
  const children = (parent: number): number[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === parent);
  for (const child of children(process.pid)) {
    for (const pid of [child, ...children(child)]) {
      const found = /^Pss: +(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`));
      kilobytes += Number(found?.[1] ?? 0);
    }
  }
  return Math.round(kilobytes / 1_024);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0);
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended, or this is no Linux.
    return '';
  }
}

/** How the whole mix grew from the smallest directory to the largest. */
function growth(lines: readonly Line[]): Line[] {
  const mixes = lines.filter(({ what }) => what.endsWith('whole mix'));
  const first = mixes[0]?.figures;
  const last = mixes.at(-1)?.figures;
  if (first === undefined || last === undefined || mixes.length < 2) return [];
  const times = (name: string) => rounded(Number(last[name]) / Number(first[name]));
  return [
    {
      what: 'p95 of the largest ÷ the smallest',
      figures: { search: times('search p95 ms'), facets: times('facets p95 ms') },
    },
  ];
}
