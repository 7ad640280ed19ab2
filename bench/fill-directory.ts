/**
 * A directory of any size: profiles of all categories and of 64 countries, as skewed as a real
 * market (few countries and trades have most people), with texts made of the taxonomy's words. The
 * tables are written by set, in the form in which `refreshListing` writes them one by one.
 */
import pg from 'pg';
import { countryName } from '#domain/accounts/country.ts';
import { wordCounts } from '#domain/directory/commands/count-words.ts';
import { RANK_STEPS, rankLexemes } from '#domain/directory/listing-lexemes.ts';
import { regionOf } from '#domain/directory/region.ts';
import { COUNTS } from './count-directory.ts';
import { countFacts } from './count-facts.ts';
import type { Stand } from './stand.ts';

/** The most frequent first. */
const COUNTRIES = `IN PH US PK BD UA GB BR ES RO NG EG VN ID AR MX CO PL RS KE TR DE IT FR CA MA LK
  NP PT ZA GH PE VE CL GR BG HU CZ UY EC MY TH KR JP CN AU NZ NL BE SE NO DK FI IE EE LV LT HR SI SK
  AL MD GE AM`.split(/\s+/);

const TABLES = ['listing', 'listing_place'];

/** Empties the directory and fills it with so many listed freelancers. */
export async function fillDirectory(
  stand: Pick<Stand, 'ownerUrl'>,
  listings: number,
): Promise<void> {
  const owner = new pg.Client({ connectionString: stand.ownerUrl });
  await owner.connect();
  try {
    for (const statement of SETTINGS) await owner.query(statement);
    const indexes = await emptyTables(owner);
    await owner.query(PLACES, [COUNTRIES, COUNTRIES.map(regionOf), COUNTRIES.map(countryName)]);
    const steps = [0, ...RANK_STEPS];
    await owner.query(RANKS, [steps, steps.map((step) => rankLexemes(step).join(' '))]);
    for (const statement of PEOPLE) await owner.query(statement.replaceAll('$N', `${listings}`));
    for (const statement of LISTINGS) await owner.query(statement);
    for (const index of indexes) await owner.query(index);
    for (const table of TABLES) await owner.query(`vacuum analyze ${table}`);
    for (const statement of COUNTS) await owner.query(statement);
    await countFacts(owner);
    await owner.query('begin');
    for (const statement of wordCounts(Math.max(1, listings / 100_000))) {
      await owner.query(statement);
    }
    await owner.query('commit');
    for (const table of [...SOURCES, 'listing_count', 'listing_fact_count', 'listing_word']) {
      await owner.query(`vacuum analyze ${table}`);
    }
    await owner.query('checkpoint');
  } finally {
    await owner.end();
  }
}

const SETTINGS = [
  'set synchronous_commit = off',
  // The rows are right by construction: keys need not be looked up one by one.
  'set session_replication_role = replica',
  `set maintenance_work_mem = '512MB'`,
  `set work_mem = '256MB'`,
  // A number from 0 to 1 that is always the same for n and what.
  `create function pg_temp.draw(n bigint, what text) returns float8 language sql immutable
   as $$ select (hashtextextended(what, n) & 1048575) / 1048576.0 $$`,
  `create aggregate pg_temp.all_said (tsvector)
   (sfunc = tsvector_concat, stype = tsvector, initcond = '')`,
  `create function pg_temp.pick(list text[], at float8) returns text language sql immutable
   as $$ select list[1 + floor(at * cardinality(list))::int] $$`,
];

const SOURCES = ['party', 'freelancer', 'freelancer_category', 'freelancer_skill', 'reputation'];

/** An index is built far faster after the fill: they are dropped here and given back as SQL. */
async function emptyTables(owner: pg.Client): Promise<string[]> {
  await owner.query(`truncate listing_count, listing_fact, listing_fact_count, listing_word,
    listing_place, listing, freelancer_skill, freelancer_category, reputation, freelancer
    restart identity cascade`);
  await owner.query(`delete from party where name like '%' and id in (select id from party)
    and not exists (select from member where member.id = party.id)`);
  const found = await owner.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public'
       and tablename = any($1) and indexname not like '%pkey'`,
    [TABLES],
  );
  for (const { indexname } of found.rows) await owner.query(`drop index ${indexname}`);
  return found.rows.map(({ indexdef }) => indexdef);
}

const PLACES = `
  create temp table bench_country as
  select n - 1 as n, country, region, 0.45 + 1.3 * pg_temp.draw(n, 'wage') as wage,
    setweight(to_tsvector('english', search_text(name)), 'B') || array_to_tsvector(
      array['@place:' || country, '@place:' || region]) as said
  from unnest($1::text[], $2::text[], $3::text[])
    with ordinality as of (country, region, name, n)`;

const RANKS = `
  create temp table bench_rank as
  select step::real as step, coalesce(lead(step) over (order by step), 2)::real as next,
    array_to_tsvector(string_to_array(said, ' ')) as said
  from unnest($1::float8[], $2::text[]) as of (step, said)`;

/** 41 trades and their skills, 400 sentences of each trade and 800 that anybody could write. */
const PEOPLE = [
  `create temp table bench_trade as
   select row_number() over (order by pg_temp.draw(no, 'trade')) - 1 as n, no, slug, name,
     setweight(to_tsvector('english', search_text(
       array_to_string(array_prepend(name, also), ' . '))), 'B') as words,
     array(select skill.slug from skill where skill.category = category.slug
       order by position) as skills,
     array(select lower(w) from regexp_split_to_table(about || ' ' || name || ' ' ||
       (select string_agg(skill.name, ' ') from skill where skill.category = category.slug),
       '[^[:alpha:]]+') w where length(w) > 2) as vocabulary
   from category where retired_at is null
     and exists (select from skill where skill.category = category.slug)`,
  `create temp table bench_skill as
   select slug, setweight(to_tsvector('english', search_text(
     array_to_string(array_prepend(name, also), ' . '))), 'B') as words from skill`,
  'create unique index on bench_skill (slug)',
  'create unique index on bench_trade (no)',
  `create temp table bench_word as
   select n, (array['ba','co','di','fa','ge','ho','ka','li','mo','ne','pa','ri','sa','te','vo','zu'])
       [1 + floor(16 * pg_temp.draw(n, 'a'))::int]
     || (array['ran','lin','dor','mes','tik','val','bur','nap'])
       [1 + floor(8 * pg_temp.draw(n, 'b'))::int]
     || (array['a','o','el','ium','ist','or','ing','ers'])[1 + floor(8 * pg_temp.draw(n, 'c'))::int]
     || (array['','','la','to','mi','x','ka','no'])[1 + floor(8 * pg_temp.draw(n, 'd'))::int] as word
   from generate_series(0, 19999) n`,
  'alter table bench_word add primary key (n)',
  `alter table bench_word add column said tsvector`,
  `update bench_word set said = setweight(to_tsvector('simple', word), 'A')
     || setweight(to_tsvector('english', word), 'A')`,
  `create temp table bench_sentence as
   select trade, k, string_agg(coalesce(own, word), ' ') as text,
     setweight(to_tsvector('english', string_agg(coalesce(own, word), ' ')), 'C') as said
   from (
     select trade.n as trade, k, w, case when pg_temp.draw(k * 100 + w, trade.slug) < 0.6
       then pg_temp.pick(vocabulary, pg_temp.draw(k * 100 + w, 'v' || trade.slug)) end as own,
       floor(20000 * pg_temp.draw(k * 100 + w, 'x' || trade.slug) ^ 3)::int as any_word
     from bench_trade trade, generate_series(0, 399) k, generate_series(1, 11) w) drawn
   join bench_word on bench_word.n = any_word
   group by trade, k`,
  'create unique index on bench_sentence (trade, k)',
  // What up to 20,000 people offer and say; the others say the same under other names elsewhere.
  `create temp table bench_base as
   select n, floor(pg_temp.draw(n, 'trade') ^ 1.5 * (select count(*) from bench_trade))::int
     as trade
   from generate_series(0, least($N, 20000) - 1) n`,
  `create temp table bench_offer as
   select b.n, array_agg(distinct t.no) as categories, array_agg(distinct t.slug) as slugs,
     (array_agg(distinct pg_temp.pick(t.skills, pg_temp.draw(b.n * 16 + k, 'skill') ^ 1.6)))[1:8]
       as skills
   from bench_base b cross join generate_series(0, 7) k
   join bench_trade t on t.n = case when k < 5 then b.trade when k < 7 or b.n % 3 > 0
     then (b.trade + 1 + b.n % 7) % (select count(*) from bench_trade)
     else (b.trade + 9) % (select count(*) from bench_trade) end
   group by b.n`,
  `create temp table bench_said as
   select b.n, b.trade, headline, about, o.categories, o.slugs, o.skills,
     setweight(to_tsvector('english', search_text(headline)), 'A') || trade_words || skill_words
       || setweight(to_tsvector('english', search_text(about)), 'C')
       || array_to_tsvector(array(select '@category:' || s from unnest(o.slugs) s)
         || array(select '@skill:' || s from unnest(o.skills) s)) as document
   from bench_base b
   join bench_offer o using (n)
   join bench_trade t on t.n = b.trade,
   lateral (select left(pg_temp.pick(array['Careful','Senior','Quick','Friendly','Certified',
         'Creative','Experienced','Independent'], pg_temp.draw(b.n, 'how')) || ' '
       || lower(t.name) || ', ' || pg_temp.pick(t.vocabulary, pg_temp.draw(b.n, 'head')) || ' and '
       || pg_temp.pick(t.vocabulary, pg_temp.draw(b.n, 'line')), 120) as headline) heads,
   lateral (select pg_temp.all_said(words) as trade_words from bench_trade
     where no = any(o.categories)) trades,
   lateral (select pg_temp.all_said(words) as skill_words from bench_skill
     where slug = any(o.skills)) skills,
   lateral (select string_agg(initcap(left(s.text, 1)) || substr(s.text, 2), '. ') as about
     from generate_series(0, 5) i
     join bench_sentence s on s.trade = case when i < 5 then b.trade else b.n % 41 end
       and s.k = floor(400 * pg_temp.draw(b.n * 8 + i, 'say'))::int) abouts`,
  'alter table bench_said add primary key (n)',
  `create temp table bench_person as
   select n, (lpad(to_hex(1760000000000 + n * 1000), 12, '0') || '7' || substr(hash, 1, 3) || '8'
       || substr(hash, 4, 15))::uuid as id,
     floor(pg_temp.draw(n, 'country') ^ 2.4 * 64)::int as country,
     n % least($N, 20000) as base,
     floor(500 * pg_temp.draw(n, 'first'))::int as first,
     floor(20000 * pg_temp.draw(n, 'last'))::int as last,
     case when pg_temp.draw(n, 'new') < 0.35 then 0
       else ceil(exp(5 * pg_temp.draw(n, 'contracts')))::int end as contracts,
     (5 - 2.6 * pg_temp.draw(n, 'score') ^ 2.5) as score,
     case when pg_temp.draw(n, 'free') < 0.65 then 0 when pg_temp.draw(n, 'free') < 0.9 then 1
       else 2 end as availability,
     now() - make_interval(secs => 63072000 * pg_temp.draw(n, 'since')) as listed_at
   from generate_series(1, $N::bigint) n, md5(n::text) hash`,
  'analyze bench_person',
  'analyze bench_said',
  `insert into party (id, kind, name, country, created_at)
   select id, 'organization', initcap(first.word) || ' ' || initcap(last.word), c.country, listed_at
   from bench_person p join bench_country c on c.n = p.country
   join bench_word first on first.n = p.first join bench_word last on last.n = p.last`,
  `insert into freelancer (id, headline, about, time_zone, languages, rate_low_minor,
     rate_high_minor, availability, hours_a_week, match_notices, listed_at, first_listed_at,
     changed_at)
   select p.id, headline, about, 'UTC', case when p.n % 3 = 0
       then '[{"code":"en","level":"fluent"}]'
       else '[{"code":"en","level":"fluent"},{"code":"es","level":"native"}]' end::jsonb,
     rate, rate + 100 * (p.n % 12), (array['open','limited','away'])[p.availability + 1],
     20 + p.n % 21, true, listed_at, listed_at, listed_at
   from bench_person p join bench_country c on c.n = p.country join bench_said s on s.n = p.base
   join bench_trade t on t.n = s.trade,
     lateral (select 100 * greatest(3, round(c.wage * (8 + 30 * pg_temp.draw(t.no, 'pay'))
       * exp(1.6 * (pg_temp.draw(p.n, 'rate') - 0.5)))::bigint) as rate) asked`,
  `insert into freelancer_category (freelancer_id, category, position)
   select p.id, slug, position - 1 from bench_person p join bench_said s on s.n = p.base,
     unnest(slugs) with ordinality as of (slug, position)`,
  `insert into freelancer_skill (freelancer_id, skill, position)
   select p.id, skill, position - 1 from bench_person p join bench_said s on s.n = p.base,
     unnest(skills) with ordinality as of (skill, position)`,
  `insert into reputation (party_id, side, score, low, high, weight, contracts, on_time,
     on_time_count, response_hours, response_rate, response_count, clients, as_of)
   select id, 'freelancer', score, greatest(1, score - 2.4 / sqrt(contracts + 3)),
     least(5, score + 1.2 / sqrt(contracts + 3)), contracts, contracts,
     0.7 + 0.3 * pg_temp.draw(n, 'time'), contracts, 30 * pg_temp.draw(n, 'hours'),
     pg_temp.draw(n, 'answers'), 6, contracts, now()
   from bench_person where contracts > 0`,
  'analyze freelancer',
  'analyze freelancer_skill',
  'analyze freelancer_category',
  'analyze reputation',
];

/** As `listing.ts` has it: bands of whole dollars, of scores, and the rank. */
const LISTINGS = [
  `insert into listing (id, listed_at, refreshed_at, rate_minor, rate_high_minor, quality,
     quality_low, rank, contracts, kind, availability, country, region, name, headline, categories,
     skills, languages, document)
   select p.id, f.listed_at, now(), f.rate_low_minor, f.rate_high_minor, r.score, r.low,
     ranked.rank, coalesce(r.contracts, 0),
     18 * (width_bucket(f.rate_low_minor,
         array[0, 1000, 2000, 3000, 4000, 5000, 7500, 10000, 15000]::bigint[]) - 1)
       + 3 * case when r.score is null then 0
           else 1 + width_bucket(r.score::real, array[3, 3.5, 4, 4.5]::real[]) end
       + p.availability,
     p.availability, c.country, c.region, party.name, f.headline, s.categories, s.skills,
     case when p.n % 3 = 0 then array['en'] else array['en', 'es'] end,
     first.said || last.said || c.said || s.document || reached.said
       || case when p.n % 3 = 0 then '''@language:en''' else '''@language:en'' ''@language:es''' end
         ::tsvector
   from bench_person p
   join bench_said s on s.n = p.base
   join bench_country c on c.n = p.country
   join bench_word first on first.n = p.first
   join bench_word last on last.n = p.last
   join party on party.id = p.id
   join freelancer f on f.id = p.id
   left join reputation r on r.party_id = p.id and r.side = 'freelancer',
   lateral (select (0.7 * (coalesce(r.low, 3) - 1) / 4
       + 0.2 * least(1, log(1 + coalesce(r.contracts, 0)) / 2)
       + 0.1 * (1 - p.availability / 2.0))::real as rank) ranked
   join bench_rank reached on ranked.rank >= reached.step and ranked.rank < reached.next
   order by md5(p.id::text)`,
  `insert into listing_place (category_no, kind, availability, rank, quality, quality_low, id,
     rate_minor, rate_high_minor, listed_at, country, region, on_time)
   select no, kind, availability, rank, quality, coalesce(quality_low, 0), id, rate_minor,
     rate_high_minor, listed_at, country, region, on_time
   from listing left join reputation on party_id = id and side = 'freelancer',
     unnest(array_prepend(0::smallint, categories)) no`,
];
