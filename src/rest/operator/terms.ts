import { z } from '@hono/zod-openapi';
import { changeTerms } from '#domain/market/commands/change-terms.ts';
import {
  INSTRUCTIONS_CHARS,
  MARKET_ROOT,
  MATCH_TERMS,
  type MatchTerm,
  NAME_CHARS,
  TERM_DAYS,
} from '#domain/market/market.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import type { ReadDb } from '#platform/database.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { text } from '../schema.ts';

const days = (term: keyof typeof TERM_DAYS) =>
  z.int().min(TERM_DAYS[term].least).max(TERM_DAYS[term].most);

const matchTerm = (term: MatchTerm) =>
  z.int().min(MATCH_TERMS[term].least).max(MATCH_TERMS[term].most);

const parts = {
  name: text(NAME_CHARS, 1),
  acceptance_days: days('acceptanceDays').openapi({ description: 'Of silence, then it accepts.' }),
  security_days: days('securityDays').openapi({
    description: 'Until what is earned is available.',
  }),
  offer_days: days('offerDays'),
  project_days: days('projectDays'),
  feedback_days: days('feedbackDays'),
  matches_per_project: matchTerm('matchesPerProject').openapi({
    description: 'Freelancers that the marketplace tells of a new project.',
  }),
  matches_per_week: matchTerm('matchesPerWeek').openapi({
    description: 'How often it tells one freelancer in seven days.',
  }),
  newcomer_percent: matchTerm('newcomerPercent').openapi({
    description: 'The share of the places that is kept for newcomers.',
  }),
  bank_instructions: text(INSTRUCTIONS_CHARS).openapi({ description: 'Where deposits are sent.' }),
};

const terms = z.strictObject({ ...parts, base_currency: z.string() }).openapi('MarketTerms');

const example = {
  name: 'Anyshore',
  acceptance_days: 14,
  security_days: 5,
  offer_days: 7,
  project_days: 30,
  feedback_days: 14,
  matches_per_project: 10,
  matches_per_week: 10,
  newcomer_percent: 20,
  bank_instructions: 'Northshore Cooperative, GB33 BUKB 2020 1555 5555 55',
  base_currency: 'USD',
};

export const termsOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/market',
    id: 'getMarketTerms',
    tag: 'Market',
    summary: 'The terms that new agreements begin with',
    answer: { schema: terms, example },
    async handle({ db }) {
      return { body: await presentTerms(db) };
    },
  }),
  operation({
    method: 'patch',
    path: '/operator/terms',
    id: 'changeTerms',
    tag: 'Operator',
    summary: 'Change the terms of new agreements; contracts keep those of their day',
    scope: 'work',
    operator: true,
    body: { schema: z.strictObject(parts).partial(), example: { acceptance_days: 10 } },
    answer: { schema: terms, example: { ...example, acceptance_days: 10 } },
    refuses: ['input_invalid'],
    async handle(call) {
      const given = call.body;
      const named = {
        name: given.name,
        bankInstructions: given.bank_instructions,
        acceptanceDays: given.acceptance_days,
        securityDays: given.security_days,
        offerDays: given.offer_days,
        projectDays: given.project_days,
        feedbackDays: given.feedback_days,
        matchesPerProject: given.matches_per_project,
        matchesPerWeek: given.matches_per_week,
        newcomerPercent: given.newcomer_percent,
      };
      const changes = Object.entries(named).filter(([, value]) => value !== undefined);
      await call.act(changeTerms, Object.fromEntries(changes), MARKET_ROOT);
      return { body: await presentTerms(call.db) };
    },
  }),
];

async function presentTerms(db: ReadDb) {
  const now = await termsNow(db);
  return {
    name: now.name,
    acceptance_days: now.acceptanceDays,
    security_days: now.securityDays,
    offer_days: now.offerDays,
    project_days: now.projectDays,
    feedback_days: now.feedbackDays,
    matches_per_project: now.matchesPerProject,
    matches_per_week: now.matchesPerWeek,
    newcomer_percent: now.newcomerPercent,
    bank_instructions: now.bankInstructions,
    base_currency: now.baseCurrency,
  };
}
