/**
 * How many listings of a filled directory have each skill and language: what `countFacts` of the
 * domain keeps one by one. In memory and not by set: of a million listings there are 240 million
 * additions, which SQL sorts for minutes.
 */
import type pg from 'pg';
import { EVERY_KIND } from '#domain/directory/listing.ts';

type Offer = { categories: Set<number>; facts: number[] };
type Person = { offer: Offer; places: string[]; kind: number; languages: number[] };

/** Expects `listing_fact` and the temporary tables of the fill; one category at a time. */
export async function countFacts(owner: pg.Client): Promise<void> {
  const { rows: facts } = await owner.query<{ no: number; fact: string }>(
    'select no, fact from listing_fact',
  );
  const numbers = new Map(facts.map(({ no, fact }) => [fact, no]));
  const people = await readPeople(owner, numbers);
  const { rows: categories } = await owner.query<{ no: number }>(
    'select distinct category_no as no from listing_place',
  );
  for (const { no } of categories) {
    await writeCounts(owner, no, countIn(no, people, Math.max(0, ...numbers.values())));
  }
}

async function readPeople(owner: pg.Client, numbers: Map<string, number>): Promise<Person[]> {
  const number = (fact: string) => {
    const no = numbers.get(fact);
    if (no === undefined) throw new Error(`${fact} has no number`);
    return no;
  };
  const { rows: said } = await owner.query<{ n: string; categories: number[]; skills: string[] }>(
    'select n, categories, skills from bench_said',
  );
  const offers = new Map<string, Offer>();
  for (const { n, categories, skills } of said) {
    const facts = skills.map((skill) => number(`@skill:${skill}`));
    offers.set(`${n}`, { categories: new Set([0, ...categories]), facts });
  }
  const languages = { en: [number('@language:en')], both: [] as number[] };
  languages.both = [...languages.en, number('@language:es')];
  const places = new Map<string, string[]>();
  const people: Person[] = [];
  await owner.query('begin');
  await owner.query(`declare listed cursor for
    select base, l.country, l.region, l.kind, cardinality(l.languages) as languages
    from listing l join bench_person using (id)`);
  for (;;) {
    const { rows } = await owner.query<Row>('fetch 20000 from listed');
    if (rows.length === 0) break;
    for (const row of rows) {
      const offer = offers.get(`${row.base}`);
      if (offer === undefined) throw new Error('A listing offers what nobody does');
      const at = places.get(row.country) ?? ['', row.region, row.country];
      places.set(row.country, at);
      const spoken = row.languages === 1 ? languages.en : languages.both;
      people.push({ offer, places: at, kind: row.kind, languages: spoken });
    }
  }
  await owner.query('commit');
  return people;
}

type Row = { base: string; country: string; region: string; kind: number; languages: number };

type Cell = { place: string; kind: number; counts: Int32Array };

function countIn(categoryNo: number, people: readonly Person[], facts: number): Cell[] {
  const cells = new Map<string, Map<number, Cell>>();
  const cellOf = (place: string, kind: number): Cell => {
    const kinds = cells.get(place) ?? new Map<number, Cell>();
    cells.set(place, kinds);
    const cell = kinds.get(kind) ?? { place, kind, counts: new Int32Array(facts) };
    kinds.set(kind, cell);
    return cell;
  };
  for (const { offer, places, kind, languages } of people) {
    if (!offer.categories.has(categoryNo)) continue;
    for (const place of places) {
      for (const one of [EVERY_KIND, kind]) {
        const { counts } = cellOf(place, one);
        for (const fact of offer.facts) counts[fact - 1] = (counts[fact - 1] ?? 0) + 1;
        for (const fact of languages) counts[fact - 1] = (counts[fact - 1] ?? 0) + 1;
      }
    }
  }
  return [...cells.values()].flatMap((kinds) => [...kinds.values()]);
}

async function writeCounts(owner: pg.Client, categoryNo: number, cells: Cell[]): Promise<void> {
  for (let first = 0; first < cells.length; first += 2_000) {
    const some = cells.slice(first, first + 2_000);
    await owner.query(
      `insert into listing_fact_count (category_no, place, kind, listings)
       select $1, place, kind, listings::int[]
       from unnest($2::text[], $3::smallint[], $4::text[]) as of (place, kind, listings)`,
      [
        categoryNo,
        some.map(({ place }) => place),
        some.map(({ kind }) => kind),
        // Zero is null: it takes no room.
        some.map(({ counts }) => `{${Array.from(counts, (count) => count || 'null').join(',')}}`),
      ],
    );
  }
}
