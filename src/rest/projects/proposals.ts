import { z } from '@hono/zod-openapi';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { changeProposal } from '#domain/projects/commands/change-proposal.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { withdrawProposal } from '#domain/projects/commands/withdraw-proposal.ts';
import { findProject } from '#domain/projects/queries/find-project.ts';
import { myProposals } from '#domain/projects/queries/my-proposals.ts';
import { projectProposals } from '#domain/projects/queries/project-proposals.ts';
import { proposalPage } from '#domain/projects/queries/proposal-page.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { FREELANCER } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { extended, id, list, page, paging, partyRef } from '../schema.ts';
import {
  presentProposal,
  presentProposalCard,
  proposalActed,
  proposalActedExample,
  proposalCard,
  proposalCardExample,
  proposalExample,
  proposalState,
  proposalTerms,
  proposalView,
  readTerms,
  termsExample,
} from './proposal-view.ts';

const receivedCard = extended(proposalCard, {
  freelancer: partyRef,
  headline: z.string().nullable(),
}).openapi('ReceivedProposal');

const sentCard = extended(proposalCard, {
  title: z.string(),
  client: partyRef.omit({ country: true }),
}).openapi('SentProposal');

export const proposalOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/projects/{projectId}/proposals',
    id: 'listProjectProposals',
    tag: 'Projects',
    summary: 'All proposals on a project, for its client; sealed from everybody else',
    scope: 'read',
    params: { projectId: id },
    query: {
      sort: z.enum(['sent', 'price', 'delivery']).default('sent'),
      direction: z.enum(['up', 'down']).default('up'),
    },
    answer: {
      schema: list(receivedCard),
      example: {
        items: [{ ...proposalCardExample, freelancer: FREELANCER, headline: 'Public buildings' }],
      },
    },
    async handle({ db, actor, params, query }) {
      const { projectId } = params;
      const { sort: order, direction } = query;
      const question = { projectId, order, descending: direction === 'down' };
      const rows = await projectProposals(db, actor, question);
      const { currency } = await findProject(db, actor, projectId);
      const items = rows.map((row) => ({
        ...presentProposalCard({ ...row, projectId }, currency),
        freelancer: {
          id: row.freelancerId,
          name: row.freelancerName,
          country: row.freelancerCountry,
        },
        headline: row.freelancerHeadline,
      }));
      return { body: { items } };
    },
  }),
  operation({
    method: 'get',
    path: '/me/proposals',
    id: 'listMyProposals',
    tag: 'Projects',
    summary: 'The proposals of the party that the key acts for, newest first',
    scope: 'read',
    query: { ...paging, state: proposalState.optional() },
    answer: {
      schema: page(sentCard),
      example: {
        items: [
          { ...proposalCardExample, title: proposalExample.title, client: proposalExample.client },
        ],
        next_cursor: null,
      },
    },
    async handle({ db, actor, query }) {
      const { limit, cursor, state } = query;
      const found = await myProposals(db, actor, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(state === undefined ? {} : { states: [state] }),
      });
      const items = found.rows.map((row) => ({
        ...presentProposalCard(row, row.currency),
        title: row.title,
        client: { id: row.clientId, name: row.clientName },
      }));
      return { body: { items, next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/proposals',
    id: 'sendProposal',
    tag: 'Projects',
    summary: 'Offer on an open project; one live proposal a freelancer',
    scope: 'work',
    params: { projectId: id },
    body: { schema: proposalTerms, example: termsExample },
    answer: { status: 201, schema: proposalActed, example: proposalActedExample },
    refuses: [
      'own_project',
      'not_invited',
      'wrong_state',
      'proposal_exists',
      'proposals_full',
      'milestones_must_sum',
    ],
    async handle(call) {
      const { projectId } = call.params;
      const { currency } = await findProject(call.db, call.sight, projectId);
      const terms = readTerms(call.body, currency);
      const { file_ids: fileIds = [] } = call.body;
      const done = await call.act(sendProposal, { projectId, terms, fileIds }, projectId);
      return {
        body: await presentActed(call, done.proposalId, done.seq),
        location: `/proposals/${done.proposalId}`,
      };
    },
  }),
  operation({
    method: 'get',
    path: '/proposals/{proposalId}',
    id: 'getProposal',
    tag: 'Projects',
    summary: 'One proposal, for its author or the client',
    scope: 'read',
    params: { proposalId: id },
    answer: { schema: proposalView, example: proposalExample },
    async handle({ db, actor, params }) {
      return { body: presentProposal(await proposalPage(db, actor, params.proposalId)) };
    },
  }),
  operation({
    method: 'put',
    path: '/proposals/{proposalId}',
    id: 'changeProposal',
    tag: 'Projects',
    summary: 'Replace the terms of a proposal that waits; its version counts up',
    scope: 'work',
    params: { proposalId: id },
    body: { schema: proposalTerms, example: termsExample },
    answer: { schema: proposalActed, example: { ...proposalActedExample, version: 2 } },
    refuses: ['wrong_state', 'milestones_must_sum', 'currency_mismatch'],
    async handle(call) {
      const { proposalId } = call.params;
      const { proposal } = await proposalPage(call.db, call.sight, proposalId);
      const { file_ids: fileIds } = call.body;
      const input = {
        proposalId,
        terms: readTerms(call.body, proposal.currency),
        ...(fileIds === undefined ? {} : { fileIds }),
      };
      const { seq } = await call.act(changeProposal, input, proposalId);
      return { body: await presentActed(call, proposalId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/proposals/{proposalId}/withdrawal',
    id: 'withdrawProposal',
    tag: 'Projects',
    summary: 'Take a proposal back before the award',
    scope: 'work',
    params: { proposalId: id },
    answer: { schema: proposalActed, example: { ...proposalActedExample, state: 'withdrawn' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { proposalId } = call.params;
      const { seq } = await call.act(withdrawProposal, { proposalId }, proposalId);
      return { body: await presentActed(call, proposalId, seq) };
    },
  }),
];

async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  proposalId: string,
  seq: number,
) {
  const found = await proposalPage(call.db, call.sight, proposalId);
  const event = await eventOf(call, found.proposal.projectId, seq);
  return { ...presentProposal(found), event };
}
