import type pg from 'pg';
import type { Breach } from './sources.ts';

type Key = { table: string; name: string; columns: string[]; kind: string; leaves: string | null };

/**
 * What the database itself says about the hot tables: `home` not null and first in every key,
 * unique index and foreign key; no trigger; no foreign key that leaves the group (ARCHITECTURE §5).
 */
export async function checkHotTables(pool: pg.Pool, hot: readonly string[]): Promise<Breach[]> {
  const breach = (table: string, says: string): Breach => ({
    rule: 'hot table',
    path: table,
    says,
  });
  const homes = await pool.query<{ table: string }>(HOMES, [hot]);
  const withHome = new Set(homes.rows.map((row) => row.table));
  const keys = await pool.query<Key>(KEYS, [hot]);
  const triggers = await pool.query<{ table: string; name: string }>(TRIGGERS, [hot]);
  return [
    ...hot
      .filter((table) => !withHome.has(table))
      .map((table) => breach(table, 'no home not null')),
    ...keys.rows.flatMap(({ table, name, columns, kind, leaves }) => [
      ...(columns[0] === 'home' ? [] : [breach(table, `${kind} ${name} does not begin with home`)]),
      ...(leaves !== null && !hot.includes(leaves)
        ? [breach(table, `${name} leaves the hot tables to ${leaves}`)]
        : []),
    ]),
    ...triggers.rows.map(({ table, name }) => breach(table, `trigger ${name}`)),
  ];
}

const HOMES = `
  select table_name as table from information_schema.columns
  where table_schema = 'public' and table_name = any($1) and column_name = 'home'
    and data_type = 'integer' and is_nullable = 'NO'`;

const KEYS = `
  select t.relname as table, i.relname as name, 'index' as kind, null as leaves,
    array(select a.attname::text from unnest(x.indkey::int[]) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by k.place) as columns
  from pg_index x
  join pg_class t on t.oid = x.indrelid
  join pg_class i on i.oid = x.indexrelid
  where t.relnamespace = 'public'::regnamespace and t.relname = any($1)
  union all
  select t.relname, c.conname, 'foreign key', f.relname,
    array(select a.attname::text from unnest(c.conkey::int[]) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by k.place)
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_class f on f.oid = c.confrelid
  where c.contype = 'f' and t.relnamespace = 'public'::regnamespace
    and (t.relname = any($1) or f.relname = any($1))`;

const TRIGGERS = `
  select t.relname as table, g.tgname as name
  from pg_trigger g join pg_class t on t.oid = g.tgrelid
  where not g.tgisinternal and t.relnamespace = 'public'::regnamespace and t.relname = any($1)`;
