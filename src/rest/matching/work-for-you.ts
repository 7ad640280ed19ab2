import { workForYou } from '#domain/matching/queries/work-for-you.ts';
import { AT } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { timeOrNull } from '../present.ts';
import { cardExample, presentCard, projectCard } from '../projects/project-view.ts';
import { extended, instant, list, z } from '../schema.ts';
import { presentReasons, reasonsExample, reasonView } from './reason-view.ts';

const found = extended(projectCard, {
  score: z.number().openapi({ description: '0 to 100: the sum of the points.' }),
  reasons: z.array(reasonView),
  invited_at: instant.nullable().openapi({ description: 'When you were invited to it.' }),
}).openapi('WorkForYou');

export const workForYouOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/work-for-you',
    id: 'listWorkForYou',
    tag: 'Projects',
    summary: 'Open projects by how well they fit the freelancer profile of the party',
    scope: 'read',
    query: {
      limit: z.coerce
        .number({ error: 'must be a whole number from 1 to 50' })
        .int('must be a whole number from 1 to 50')
        .min(1)
        .max(50)
        .default(25)
        .openapi({ example: 25 }),
    },
    answer: {
      schema: list(found),
      example: {
        items: [{ ...cardExample, score: 86.4, reasons: reasonsExample, invited_at: AT }],
      },
    },
    async handle({ db, actor, now, query }) {
      const rows = await workForYou(db, actor, { limit: query.limit, now });
      const items = rows.map((row) => ({
        ...presentCard(row),
        score: row.score,
        reasons: presentReasons(row.reasons),
        invited_at: timeOrNull(row.invitedAt),
      }));
      return { body: { items } };
    },
  }),
];
