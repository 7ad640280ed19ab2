import { z } from '@hono/zod-openapi';
import { termsNow } from '#domain/market/queries/terms.ts';
import {
  POSTED_DAYS,
  PROJECT_SORTS,
  type ProjectQuestion,
  parseProjectQuestion,
} from '#domain/projects/project-question.ts';
import { openProjectFacets } from '#domain/projects/queries/open-project-facets.ts';
import { openProjects } from '#domain/projects/queries/open-projects.ts';
import type { ReadDb } from '#platform/database.ts';
import { type Operation, openOperation } from '../operation.ts';
import { page, paging, text } from '../schema.ts';
import { cardExample, presentCard, pricing, projectCard } from './project-view.ts';

const asked = {
  category: text(80).optional().openapi({ example: 'architectural-illustration' }),
  pricing: pricing.optional(),
  q: text(200).optional().openapi({ description: 'Words to look for.', example: 'lighthouse' }),
  skills: text(400).optional().openapi({ description: 'Slugs with commas between; all of them.' }),
  place: text(20)
    .optional()
    .openapi({ description: 'Of the client: a country (ES) or a region (europe).' }),
  budget_from: text(20)
    .optional()
    .openapi({ description: 'In base currency; a budget that reaches into the range fits.' }),
  budget_to: text(20).optional(),
  days: text(2)
    .optional()
    .openapi({ description: `Published within so many: ${POSTED_DAYS.join(', ')}.` }),
};

const textCounts = z.array(z.strictObject({ value: z.string(), count: z.int() }));

const facets = z
  .strictObject({
    total: z.int(),
    categories: textCounts,
    skills: textCounts.openapi({
      description:
        'How many ask for this skill beside those asked for, which come first: the 20 most frequent, or all that belong to the category asked for.',
    }),
    places: textCounts.openapi({ description: 'Countries and regions of the clients.' }),
    pricing: z.array(z.strictObject({ value: pricing, count: z.int() })),
    days: z
      .array(z.strictObject({ value: z.int(), count: z.int() }))
      .openapi({ description: 'Published within so many.' }),
  })
  .openapi('OpenProjectFacets');

export const openProjectOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/projects',
    id: 'listOpenProjects',
    tag: 'Projects',
    summary: 'Projects that everybody may propose on',
    query: {
      ...paging,
      ...asked,
      sort: z
        .enum(PROJECT_SORTS)
        .default('newest')
        .openapi({ description: 'budget: the largest first, in base currency only.' }),
    },
    answer: { schema: page(projectCard), example: { items: [cardExample], next_cursor: null } },
    async handle({ db, query, now }) {
      const { limit, cursor, ...given } = query;
      const found = await openProjects(db, {
        ...(await readQuestion(db, given)),
        limit,
        now,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { body: { items: found.rows.map(presentCard), next_cursor: found.next } };
    },
  }),
  openOperation({
    method: 'get',
    path: '/projects/facets',
    id: 'countOpenProjects',
    tag: 'Projects',
    summary: 'How many open projects fit a question, and how many would with another choice',
    description:
      'Each facet leaves its own part of the question out; a skill is counted beside those asked for.',
    query: asked,
    answer: {
      schema: facets,
      example: {
        total: 3,
        categories: [{ value: 'architectural-illustration', count: 3 }],
        skills: [{ value: 'photo-montage', count: 2 }],
        places: [{ value: 'GB', count: 3 }],
        pricing: [{ value: 'fixed' as const, count: 3 }],
        days: [{ value: 7, count: 1 }],
      },
    },
    refuses: ['input_invalid'],
    async handle({ db, query, now }) {
      return { body: await openProjectFacets(db, await readQuestion(db, query), now) };
    },
  }),
];

/** The same names and rules as the address of the page. */
async function readQuestion(
  db: ReadDb,
  given: Record<string, string | undefined>,
): Promise<ProjectQuestion> {
  const { baseCurrency } = await termsNow(db);
  const pairs = Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return parseProjectQuestion(new URLSearchParams(pairs), baseCurrency);
}
