import { z } from '@hono/zod-openapi';
import { partyProfile } from '#domain/accounts/queries/party-profile.ts';
import { starsOf } from '#domain/reputation/queries/feedback.ts';
import { AT, FREELANCER } from '../examples.ts';
import { type Operation, openOperation } from '../operation.ts';
import { time } from '../present.ts';
import { id, instant } from '../schema.ts';

const party = z
  .strictObject({
    id,
    kind: z.enum(['member', 'organization']),
    name: z.string(),
    country: z.string().nullable(),
    headline: z.string(),
    about: z.string(),
    organization_kind: z.enum(['client', 'agency', 'vendor']).nullable(),
    created_at: instant,
    feedback: z.strictObject({
      count: z.int(),
      mean_stars: z.string().nullable().openapi({ description: 'With two decimals.' }),
    }),
  })
  .openapi('Party');

export const partyOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/parties/{partyId}',
    id: 'getParty',
    tag: 'Accounts',
    summary: 'What everybody may know about a member or an organization',
    params: { partyId: id },
    answer: {
      schema: party,
      example: {
        ...FREELANCER,
        kind: 'member',
        headline: 'Renders of public buildings',
        about: '',
        organization_kind: null,
        created_at: AT,
        feedback: { count: 12, mean_stars: '4.83' },
      },
    },
    async handle({ db, params }) {
      const { organizationKind, createdAt, ...profile } = await partyProfile(db, params.partyId);
      const { count, mean } = await starsOf(db, params.partyId);
      return {
        body: {
          ...profile,
          organization_kind: organizationKind,
          created_at: time(createdAt),
          feedback: { count, mean_stars: mean?.toFixed(2) ?? null },
        },
      };
    },
  }),
];
