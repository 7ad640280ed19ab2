import { addMatch } from '#domain/matching/commands/add-match.ts';
import { removeMatch } from '#domain/matching/commands/remove-match.ts';
import { sendMatches } from '#domain/matching/commands/send-matches.ts';
import { type ProjectMatch, projectMatches } from '#domain/matching/queries/project-matches.ts';
import { suggestedMatches } from '#domain/matching/queries/suggested-matches.ts';
import { DECLINE_REASONS } from '#domain/projects/invitation.ts';
import { MATCHINGS } from '#domain/projects/project.ts';
import { AT, FREELANCER, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { timeOrNull } from '../present.ts';
import { id, instant, list, partyRef, z } from '../schema.ts';
import { presentReasons, reasonsExample, reasonView } from './reason-view.ts';

const scored = {
  freelancer: partyRef,
  score: z.number().openapi({ description: '0 to 100: the sum of the points.' }),
  newcomer: z.boolean(),
  reasons: z.array(reasonView),
};

const match = z
  .strictObject({
    ...scored,
    state: z.enum(['suggested', 'sent']),
    added: z.boolean().openapi({ description: 'By the client, not by the marketplace.' }),
    invited_at: instant.nullable(),
    seen_at: instant.nullable(),
    answered_at: instant.nullable(),
    declined_at: instant.nullable(),
    decline_reason: z.enum(DECLINE_REASONS).nullable(),
    decline_note: z.string(),
    withdrawn_at: instant.nullable(),
    proposal_id: id.nullable(),
  })
  .openapi('Match');

const matches = z
  .strictObject({
    matching: z.enum(MATCHINGS),
    matched_at: instant.nullable(),
    items: z.array(match),
  })
  .openapi('Matches');

const suggestion = z.strictObject(scored).openapi('MatchSuggestion');

const scoredExample = {
  freelancer: FREELANCER,
  score: 86.4,
  newcomer: false,
  reasons: reasonsExample,
};

const example = {
  matching: 'review' as const,
  matched_at: AT,
  items: [
    {
      ...scoredExample,
      state: 'suggested' as const,
      added: false,
      invited_at: null,
      seen_at: null,
      answered_at: null,
      declined_at: null,
      decline_reason: null,
      decline_note: '',
      withdrawn_at: null,
      proposal_id: null,
    },
  ],
};

const limit = z.coerce
  .number({ error: 'must be a whole number from 1 to 50' })
  .int('must be a whole number from 1 to 50')
  .min(1)
  .max(50)
  .default(10)
  .openapi({ example: 10 });

export const matchOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/projects/{projectId}/matches',
    id: 'listMatches',
    tag: 'Projects',
    summary: 'Whom the marketplace chose for a project, why, and what came of it',
    scope: 'read',
    params: { projectId: id },
    answer: { schema: matches, example },
    async handle({ db, actor, params }) {
      return { body: await presentMatches(await projectMatches(db, actor, params.projectId)) };
    },
  }),
  operation({
    method: 'get',
    path: '/projects/{projectId}/match-suggestions',
    id: 'suggestMatches',
    tag: 'Projects',
    summary: 'The next best for a project, without those on its list and those invited',
    scope: 'read',
    params: { projectId: id },
    query: { limit },
    answer: { schema: list(suggestion), example: { items: [scoredExample] } },
    async handle({ db, actor, now, params, query }) {
      const question = { projectId: params.projectId, limit: query.limit, now };
      const found = await suggestedMatches(db, actor, question);
      return { body: { items: found.map(presentScored) } };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/matches',
    id: 'addMatch',
    tag: 'Projects',
    summary: 'Put a listed freelancer on the list; nobody is told before it is sent',
    scope: 'work',
    params: { projectId: id },
    body: {
      schema: z.strictObject({ freelancer_id: id }),
      example: { freelancer_id: IDS.freelancer },
    },
    answer: { status: 201, schema: matches, example },
    refuses: ['wrong_state', 'own_project', 'input_invalid'],
    async handle(call) {
      const { projectId } = call.params;
      const input = { projectId, freelancerId: call.body.freelancer_id };
      await call.act(addMatch, input, projectId);
      const body = presentMatches(await projectMatches(call.db, call.sight, projectId));
      return { body, location: `/projects/${projectId}/matches` };
    },
  }),
  operation({
    method: 'delete',
    path: '/projects/{projectId}/matches/{freelancerId}',
    id: 'removeMatch',
    tag: 'Projects',
    summary: 'Take a freelancer off the list before it is sent',
    scope: 'work',
    params: { projectId: id, freelancerId: id },
    answer: { schema: matches, example: { ...example, items: [] } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { projectId, freelancerId } = call.params;
      await call.act(removeMatch, { projectId, freelancerId }, projectId);
      return { body: presentMatches(await projectMatches(call.db, call.sight, projectId)) };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/match-invitations',
    id: 'sendMatches',
    tag: 'Projects',
    summary: 'Tell everybody who waits on the list',
    description:
      'Whom the marketplace suggested and who was told often enough this week waits on: `held`.',
    scope: 'work',
    params: { projectId: id },
    answer: {
      schema: z.strictObject({ project_id: id, told: z.array(id), held: z.array(id) }),
      example: { project_id: IDS.project, told: [IDS.freelancer], held: [] },
    },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { projectId } = call.params;
      const { told, held } = await call.act(sendMatches, { projectId }, projectId);
      return { body: { project_id: projectId, told, held } };
    },
  }),
];

type Scored = Pick<
  ProjectMatch,
  'freelancerId' | 'name' | 'country' | 'score' | 'newcomer' | 'reasons'
>;

function presentScored(row: Scored) {
  return {
    freelancer: { id: row.freelancerId, name: row.name, country: row.country },
    score: row.score,
    newcomer: row.newcomer,
    reasons: presentReasons(row.reasons),
  };
}

function presentMatches(found: Awaited<ReturnType<typeof projectMatches>>) {
  return {
    matching: found.mode,
    matched_at: timeOrNull(found.matchedAt),
    items: found.rows.map((row) => ({
      ...presentScored(row),
      state: row.state === 'sent' ? ('sent' as const) : ('suggested' as const),
      added: row.addedBy !== null,
      invited_at: timeOrNull(row.invitedAt),
      seen_at: timeOrNull(row.seenAt),
      answered_at: timeOrNull(row.answeredAt),
      declined_at: timeOrNull(row.declinedAt),
      decline_reason: row.declineReason,
      decline_note: row.declineNote ?? '',
      withdrawn_at: timeOrNull(row.withdrawnAt),
      proposal_id: row.proposalId,
    })),
  };
}
