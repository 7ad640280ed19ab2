import { z } from '@hono/zod-openapi';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { declineInvitation } from '#domain/projects/commands/decline-invitation.ts';
import { inviteAddress } from '#domain/projects/commands/invite-address.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { withdrawInvitation } from '#domain/projects/commands/withdraw-invitation.ts';
import { DECLINE_NOTE_CHARS, DECLINE_REASONS } from '#domain/projects/invitation.ts';
import { PROJECT_LIMITS } from '#domain/projects/project-terms.ts';
import { freelancersToInvite } from '#domain/projects/queries/freelancers-to-invite.ts';
import { myInvitations } from '#domain/projects/queries/my-invitations.ts';
import { projectInvitations } from '#domain/projects/queries/project-invitations.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, FREELANCER, IDS, LATER, usd } from '../examples.ts';
import { presentReasons, reasonsExample, reasonView } from '../matching/reason-view.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyOrNull, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, list, money, orNull, partyRef, text } from '../schema.ts';
import { pricing } from './project-view.ts';

const invitation = z
  .strictObject({
    id: id.openapi({ description: 'Of the freelancer, or of the invitation to an address.' }),
    project_id: id,
    freelancer: orNull(partyRef).openapi({ description: 'Null until an address answers.' }),
    email: z.string().nullable(),
    note: z.string(),
    invited_at: instant,
    source: z.enum(['client', 'match']).openapi({ description: 'Who invited.' }),
    seen_at: instant.nullable(),
    answered_at: instant.nullable(),
    declined_at: instant.nullable(),
    decline_reason: z.enum(DECLINE_REASONS).nullable(),
    decline_note: z.string(),
    withdrawn_at: instant.nullable(),
    proposal_id: id.nullable(),
  })
  .openapi('ProjectInvitation');

const example = {
  id: IDS.freelancer,
  project_id: IDS.project,
  freelancer: FREELANCER,
  email: null,
  note: 'We liked your harbour views.',
  invited_at: AT,
  source: 'client' as const,
  seen_at: null,
  answered_at: null,
  declined_at: null,
  decline_reason: null,
  decline_note: '',
  withdrawn_at: null,
  proposal_id: null,
};

const received = z
  .strictObject({
    project_id: id,
    title: z.string(),
    pricing,
    budget_low: orNull(money),
    budget_high: orNull(money),
    client_name: z.string(),
    note: z.string(),
    source: z.enum(['client', 'match']).openapi({ description: 'Who invited.' }),
    reasons: z.array(reasonView).openapi({ description: 'Why you; empty from a client alone.' }),
    invited_at: instant,
    seen_at: instant.nullable(),
    expires_at: instant.nullable(),
  })
  .openapi('ReceivedInvitation');

const candidate = z
  .strictObject({
    id,
    name: z.string(),
    country: z.string().nullable(),
    kind: z.enum(['member', 'organization']),
    headline: z.string().nullable(),
    invited_at: instant.nullable(),
  })
  .openapi('FreelancerToInvite');

export const projectInvitationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/projects/{projectId}/invitations',
    id: 'listProjectInvitations',
    tag: 'Projects',
    summary: 'Whom the client invited and what came of it',
    scope: 'read',
    params: { projectId: id },
    answer: { schema: list(invitation), example: { items: [example] } },
    async handle({ db, actor, params }) {
      return { body: { items: await presentInvitations(db, actor, params.projectId) } };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/invitations',
    id: 'inviteFreelancer',
    tag: 'Projects',
    summary: 'Ask for a proposal by id, or by address alike whether or not an account has it',
    scope: 'work',
    params: { projectId: id },
    body: {
      schema: z
        .strictObject({
          freelancer_id: id.optional(),
          email: z.email().max(254).optional(),
          note: text(PROJECT_LIMITS.invitationNoteChars).default(''),
        })
        .refine((body) => (body.freelancer_id === undefined) !== (body.email === undefined), {
          path: ['freelancer_id'],
          error: 'give either freelancer_id or email',
        }),
      example: { freelancer_id: IDS.freelancer, note: 'We liked your harbour views.' },
    },
    answer: {
      status: 201,
      schema: extended(invitation, { event: eventRef }).openapi('ProjectInvitationActed'),
      example: { ...example, event: eventExample(IDS.project, 3) },
    },
    refuses: ['wrong_state', 'already_done', 'own_project', 'proposal_exists', 'input_invalid'],
    async handle(call) {
      const { projectId } = call.params;
      const { freelancer_id: freelancerId, email = '', note } = call.body;
      const input = { projectId, note };
      const linkStart = `${call.services.publicUrl}/projects/`;
      const done =
        freelancerId === undefined
          ? await call.act(inviteAddress, { ...input, email, linkStart }, projectId)
          : await call.act(inviteFreelancer, { ...input, freelancerId }, projectId);
      const invited = 'freelancerId' in done ? done.freelancerId : done.invitationId;
      const all = await presentInvitations(call.db, call.sight, projectId);
      const shown = all.find((one) => one.id === invited);
      if (shown === undefined) throw new Error('The invitation was just written');
      return {
        body: { ...shown, event: await eventOf(call, projectId, done.seq) },
        location: `/projects/${projectId}/invitations`,
      };
    },
  }),
  operation({
    method: 'delete',
    path: '/projects/{projectId}/invitations/{freelancerId}',
    id: 'withdrawProjectInvitation',
    tag: 'Projects',
    summary: 'Take back an invitation that no proposal answered, by its id',
    scope: 'work',
    params: { projectId: id, freelancerId: id },
    answer: {
      schema: z.strictObject({ project_id: id, freelancer_id: id, event: eventRef }),
      example: {
        project_id: IDS.project,
        freelancer_id: IDS.freelancer,
        event: eventExample(IDS.project, 5),
      },
    },
    refuses: ['already_done', 'proposal_exists'],
    async handle(call) {
      const { projectId, freelancerId } = call.params;
      const { seq } = await call.act(withdrawInvitation, { projectId, freelancerId }, projectId);
      const event = await eventOf(call, projectId, seq);
      return { body: { project_id: projectId, freelancer_id: freelancerId, event } };
    },
  }),
  operation({
    method: 'get',
    path: '/projects/{projectId}/freelancers-to-invite',
    id: 'findFreelancersToInvite',
    tag: 'Projects',
    summary: 'Freelancers by name, of those whose name everybody may know',
    scope: 'read',
    params: { projectId: id },
    query: { q: text(120, 2).openapi({ example: 'Ana' }) },
    answer: {
      schema: list(candidate),
      example: {
        items: [
          {
            ...FREELANCER,
            kind: 'member',
            headline: 'Renders of public buildings',
            invited_at: null,
          },
        ],
      },
    },
    async handle({ db, actor, params, query }) {
      const question = { projectId: params.projectId, text: query.q };
      const found = await freelancersToInvite(db, actor, question);
      const items = found.map(({ invitedAt, kind, ...one }) => ({
        ...one,
        kind: kind as 'member' | 'organization',
        invited_at: timeOrNull(invitedAt),
      }));
      return { body: { items } };
    },
  }),
  operation({
    method: 'get',
    path: '/me/invitations',
    id: 'listMyInvitations',
    tag: 'Projects',
    summary: 'Invitations to propose that wait for an answer',
    scope: 'read',
    answer: {
      schema: list(received),
      example: {
        items: [
          {
            project_id: IDS.project,
            title: 'Six street views of a lighthouse visitor centre',
            pricing: 'fixed',
            budget_low: usd('1200.00'),
            budget_high: usd('2000.00'),
            client_name: 'Harrow & Lane',
            note: example.note,
            source: 'match',
            reasons: reasonsExample,
            invited_at: AT,
            seen_at: null,
            expires_at: LATER,
          },
        ],
      },
    },
    async handle({ db, actor, now }) {
      const rows = await myInvitations(db, actor, now);
      const items = rows.map((row) => ({
        project_id: row.projectId,
        title: row.title,
        pricing: row.pricing,
        budget_low: moneyOrNull(row.budgetLowMinor, row.currency),
        budget_high: moneyOrNull(row.budgetHighMinor, row.currency),
        client_name: row.clientName,
        note: row.note,
        source: row.source,
        reasons: presentReasons(row.reasons),
        invited_at: time(row.invitedAt),
        seen_at: timeOrNull(row.seenAt),
        expires_at: timeOrNull(row.expiresAt),
      }));
      return { body: { items } };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/invitation-refusal',
    id: 'declineInvitation',
    tag: 'Projects',
    summary: 'The invited freelancer says no, and why if it likes',
    scope: 'work',
    params: { projectId: id },
    body: {
      schema: z.strictObject({
        reason: z.enum(DECLINE_REASONS).optional(),
        note: text(DECLINE_NOTE_CHARS).default(''),
      }),
      example: { reason: 'too_busy', note: 'From March on, gladly.' },
    },
    answer: {
      schema: z.strictObject({ project_id: id, event: eventRef }),
      example: { project_id: IDS.project, event: eventExample(IDS.project, 4) },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { projectId } = call.params;
      const { reason, note } = call.body;
      const input = { projectId, note, ...(reason && { reason }) };
      const { seq } = await call.act(declineInvitation, input, projectId);
      return { body: { project_id: projectId, event: await eventOf(call, projectId, seq) } };
    },
  }),
];

async function presentInvitations(db: ReadDb, actor: MemberActor, projectId: string) {
  const rows = await projectInvitations(db, actor, projectId);
  return rows.map((row) => ({
    id: row.id,
    project_id: projectId,
    freelancer:
      row.freelancerId === null
        ? null
        : { id: row.freelancerId, name: row.freelancerName, country: row.freelancerCountry },
    email: row.email,
    note: row.note,
    invited_at: time(row.invitedAt),
    source: row.source,
    seen_at: timeOrNull(row.seenAt),
    answered_at: timeOrNull(row.answeredAt),
    declined_at: timeOrNull(row.declinedAt),
    decline_reason: row.declineReason,
    decline_note: row.declineNote,
    withdrawn_at: timeOrNull(row.withdrawnAt),
    proposal_id: row.proposalId,
  }));
}
