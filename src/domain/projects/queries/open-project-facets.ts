import { type RawBuilder, sql } from 'kysely';
import { frequentSkills } from '#domain/directory/frequent-skills.ts';
import { regionOf } from '#domain/directory/region.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { Pricing } from '../project.ts';
import { POSTED_DAYS } from '../project-question.ts';
import {
  type OpenProjectFilter,
  openProjectConditions,
  type ProjectConditions,
  type ProjectPart,
} from './open-project-filter.ts';

type Count<Value> = { value: Value; count: number };

export type OpenProjectFacets = {
  total: number;
  /** Each facet leaves its own part of the question out. Values without a project are left out. */
  categories: Count<string>[];
  /** Countries (ES) and regions (europe) of the clients. */
  places: Count<string>[];
  pricing: Count<Pricing>[];
  /** Published within so many days: POSTED_DAYS. */
  days: Count<number>[];
  /**
   * How many ask for this skill beside those of the question, which come first: the MOST_SKILLS
   * most frequent ones, or all that belong to the category asked for.
   */
  skills: Count<string>[];
};

type Row = { facet: string; value: string; count: number };

/** How many open projects fit a question, and how many would if one of its parts were another. */
export async function openProjectFacets(
  db: ReadDb,
  filter: OpenProjectFilter,
  now: Date,
): Promise<OpenProjectFacets> {
  const conditions = await openProjectConditions(db, { ...filter, now, sort: 'newest' });
  const fits = (without?: ProjectPart) => allBut(conditions, without);
  const rows = await readSql<Row>(
    db,
    sql`
    with seen as materialized (
      select project.category, project.pricing, party.country, project.skill_slugs,
        ${fits()} as fits, ${fits('category')} as in_category, ${fits('place')} as in_place,
        ${fits('pricing')} as in_pricing, ${fits('days')} as in_days,
        ceil(extract(epoch from ${now} - project.opened_at) / 86400)::int as age
      from project join party on party.id = project.client_id
      where ${conditions.open} and ${conditions.words ?? sql`true`})
    select 'total' as facet, '' as value, count(*)::int as count from seen where fits
    union all
    select 'category', category, count(*)::int from seen where in_category group by category
    union all
    select 'place', country, count(*)::int from seen
    where in_place and country is not null group by country
    union all
    select 'pricing', pricing, count(*)::int from seen where in_pricing group by pricing
    union all
    select 'age', greatest(1, age)::text, count(*)::int from seen where in_days group by 2
    union all
    select 'skill', skill.slug, count(*)::int
    from seen cross join unnest(skill_slugs) as its (slug) join skill using (slug)
    where fits and ${offered(filter)} group by skill.slug`,
  );
  const of = (facet: string) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: of('total')[0]?.count ?? 0,
    categories: of('category'),
    places: withRegions(of('place')),
    pricing: of('pricing') as Count<Pricing>[],
    days: POSTED_DAYS.map((days) => ({
      value: days,
      count: of('age').reduce((sum, age) => sum + (Number(age.value) <= days ? age.count : 0), 0),
    })).filter(({ count }) => count > 0),
    skills: frequentSkills(filter, of('skill')),
  };
}

/** Skills that belong to the category asked for, or to any, and those asked for. */
function offered({ category, skills = [] }: OpenProjectFilter): RawBuilder<unknown> {
  const inIt = category === undefined ? sql`true` : sql`skill.category = ${category}`;
  return sql`((skill.retired_at is null and ${inIt}) or skill.slug = any(${skills}::text[]))`;
}

function allBut(conditions: ProjectConditions, without?: ProjectPart): RawBuilder<unknown> {
  const { open, words, ...parts } = conditions;
  const kept = Object.entries(parts).filter(([part]) => part !== without);
  return kept.length === 0
    ? sql`true`
    : sql`coalesce(${sql.join(
        kept.map(([, one]) => one),
        sql` and `,
      )}, false)`;
}

function withRegions(countries: Count<string>[]): Count<string>[] {
  const regions = new Map<string, number>();
  for (const { value, count } of countries) {
    const region = regionOf(value);
    regions.set(region, (regions.get(region) ?? 0) + count);
  }
  return [...countries, ...[...regions].map(([value, count]) => ({ value, count }))];
}
