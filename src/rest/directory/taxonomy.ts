import { z } from '@hono/zod-openapi';
import { type ChangeTaxonomy, changeTaxonomy } from '#domain/directory/commands/change-taxonomy.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { categoryUses, NO_USES } from '#domain/directory/queries/taxonomy-uses.ts';
import { FAMILIES, TAXONOMY_LIMITS, type TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import type { ReadDb } from '#platform/database.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { timeOrNull } from '../present.ts';
import { extended, instant, list, text } from '../schema.ts';

const skill = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    also: z.array(z.string()).openapi({ description: 'Other words that find it.' }),
  })
  .openapi('Skill');

const category = z
  .strictObject({
    slug: z.string(),
    family: z.enum(FAMILIES),
    name: z.string(),
    about: z.string(),
    also: z.array(z.string()),
  })
  .openapi('Category');

const skillOfCategory = extended(skill, { category: z.string() }).openapi('SkillOfCategory');

const tended = extended(category, {
  retired_at: instant.nullable(),
  freelancers: z.int(),
  listed: z.int(),
  open_projects: z.int(),
  skills: z.array(extended(skill, { retired_at: instant.nullable() })),
}).openapi('TendedCategory');

const skillExample = { slug: 'exterior-rendering', name: 'Exterior views', also: ['street view'] };

const categoryExample = {
  slug: 'architectural-illustration',
  family: 'knowledge' as const,
  name: 'Architectural illustration',
  about: 'Buildings before they stand.',
  also: ['rendering'],
};

const tendedExample = {
  ...categoryExample,
  retired_at: null,
  freelancers: 42,
  listed: 40,
  open_projects: 3,
  skills: [{ ...skillExample, retired_at: null }],
};

const { slugChars, nameChars, aboutChars, also: mostAlso } = TAXONOMY_LIMITS;

const act = z.strictObject({
  kind: z.enum(['category', 'skill']),
  act: z.enum(['add', 'change', 'retire', 'restore', 'up', 'down']),
  slug: text(slugChars, 1).openapi({ description: 'Its name for ever.' }),
  name: text(nameChars, 1).optional(),
  also: z.array(text(nameChars, 1)).max(mostAlso).optional(),
  family: z.enum(FAMILIES).optional().openapi({ description: 'Of a category.' }),
  about: text(aboutChars).optional().openapi({ description: 'Of a category.' }),
  category: text(slugChars, 1).optional().openapi({ description: 'Of a skill.' }),
});

export const taxonomyOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/categories',
    id: 'listCategories',
    tag: 'Market',
    summary: 'What projects are about and freelancers sell',
    answer: { schema: list(category), example: { items: [categoryExample] } },
    async handle({ db }) {
      return { body: { items: (await taxonomy(db)).map(presentCategory) } };
    },
  }),
  openOperation({
    method: 'get',
    path: '/skills',
    id: 'listSkills',
    tag: 'Market',
    summary: 'The skills of all categories, or of one',
    query: { category: text(slugChars, 1).optional().openapi({ example: 'software' }) },
    answer: {
      schema: list(skillOfCategory),
      example: { items: [{ ...skillExample, category: 'architectural-illustration' }] },
    },
    async handle({ db, query }) {
      const all = await taxonomy(db);
      const asked = query.category;
      const some = asked === undefined ? all : all.filter(({ slug }) => slug === asked);
      const items = some.flatMap(({ slug, skills }) =>
        skills.map((one) => ({ slug: one.slug, name: one.name, also: one.also, category: slug })),
      );
      return { body: { items } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/taxonomy',
    id: 'readTaxonomy',
    tag: 'Operator',
    summary: 'All categories and skills, retired ones too, with their uses',
    scope: 'read',
    operator: true,
    answer: { schema: list(tended), example: { items: [tendedExample] } },
    async handle({ db }) {
      return { body: { items: await presentTended(db) } };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/taxonomy',
    id: 'changeTaxonomy',
    tag: 'Operator',
    summary: 'Add, change, move, retire or restore a category or a skill',
    description:
      'add takes name and family (category) or category (skill); change takes any of the words. What is retired keeps its uses and takes no new ones.',
    scope: 'work',
    operator: true,
    body: {
      schema: act,
      example: {
        kind: 'skill',
        act: 'add',
        slug: 'walk-throughs',
        name: 'Walk-throughs',
        category: 'architectural-illustration',
      },
    },
    answer: {
      schema: z.strictObject({
        changed: z.array(z.string()),
        seq: z.int().nullable().openapi({ description: 'The event of the market; null for none.' }),
      }),
      example: { changed: ['name', 'category', 'also'], seq: 12 },
    },
    refuses: ['input_invalid', 'name_taken', 'already_done'],
    async handle(call) {
      const given = Object.entries(call.body).filter(([, value]) => value !== undefined);
      const input = Object.fromEntries(given) as ChangeTaxonomy;
      return { body: await call.act(changeTaxonomy, input, MARKET_ROOT) };
    },
  }),
];

function presentCategory({ slug, family, name, about, also }: TaxonomyCategory) {
  return { slug, family, name, about, also };
}

async function presentTended(db: ReadDb) {
  const uses = await categoryUses(db);
  return (await taxonomy(db, { retired: true })).map((one) => {
    const { freelancers, listed, openProjects } = uses.get(one.slug) ?? NO_USES;
    return {
      ...presentCategory(one),
      retired_at: timeOrNull(one.retiredAt),
      freelancers,
      listed,
      open_projects: openProjects,
      skills: one.skills.map(({ slug, name, also, retiredAt }) => ({
        slug,
        name,
        also,
        retired_at: timeOrNull(retiredAt),
      })),
    };
  });
}
