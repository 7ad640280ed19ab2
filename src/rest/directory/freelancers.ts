import { z } from '@hono/zod-openapi';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { listFreelancer, unlistFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import { freelancerPage } from '#domain/directory/queries/freelancer-page.ts';
import { ownFreelancer } from '#domain/directory/queries/own-freelancer.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { IDS, usd } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { type MoneyJson, minorOf } from '../present.ts';
import { id } from '../schema.ts';
import {
  editable,
  freelancer,
  freelancerExample,
  ownExample,
  ownView,
  presentFreelancer,
  presentOwn,
} from './freelancer-view.ts';

export const freelancerOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/freelancers/{freelancerId}',
    id: 'getFreelancer',
    tag: 'Directory',
    summary: 'What a listed freelancer sells',
    params: { freelancerId: id.openapi({ example: IDS.freelancer }) },
    answer: { schema: freelancer, example: freelancerExample },
    async handle({ db, actor, params }) {
      const page = await freelancerPage(db, params.freelancerId, actor?.partyId ?? null);
      if (page === null) return refuse('not_found', { thing: 'freelancer' });
      return { body: presentFreelancer(page) };
    },
  }),
  operation({
    method: 'get',
    path: '/me/freelancer',
    id: 'getMyFreelancer',
    tag: 'Directory',
    summary: "The profile of the key's party, as it is edited; empty before the first edit",
    scope: 'read',
    answer: { schema: ownView, example: ownExample },
    async handle({ db, actor }) {
      return { body: await present(db, actor) };
    },
  }),
  operation({
    method: 'patch',
    path: '/me/freelancer',
    id: 'editFreelancer',
    tag: 'Directory',
    summary: 'Change parts of the profile; the first edit makes it',
    scope: 'work',
    body: {
      schema: z.strictObject(editable).partial(),
      example: { headline: 'Street views of public buildings', rate_low: usd('10.00') },
    },
    answer: { schema: ownView, example: ownExample },
    refuses: ['profile_incomplete', 'date_in_past', 'amount_invalid', 'currency_mismatch'],
    async handle(call) {
      const { rate_low: low, rate_high: high, ...given } = call.body;
      const { baseCurrency } = await marketTerms(call.db);
      const rate = (money: MoneyJson | null | undefined, field: string) =>
        money ? minorOf(money, field, baseCurrency) : money;
      const edit = {
        headline: given.headline,
        about: given.about,
        timeZone: given.time_zone,
        languages: given.languages,
        rateLowMinor: rate(low, 'rate_low'),
        rateHighMinor: rate(high, 'rate_high'),
        availability: given.availability,
        hoursAWeek: given.hours_a_week,
        awayUntil: given.away_until,
        categories: given.categories,
        skills: given.skills,
        matchNotices: given.match_notices,
      };
      const parts = Object.entries(edit).filter(([, value]) => value !== undefined);
      await call.act(editFreelancer, Object.fromEntries(parts), call.actor.partyId);
      return { body: await present(call.db, call.sight) };
    },
  }),
  operation({
    method: 'post',
    path: '/me/freelancer/list',
    id: 'listFreelancer',
    tag: 'Directory',
    summary: 'Enter the directory',
    scope: 'work',
    answer: { schema: ownView, example: ownExample },
    refuses: ['profile_incomplete', 'already_done'],
    async handle(call) {
      await call.act(listFreelancer, {}, call.actor.partyId);
      return { body: await present(call.db, call.sight) };
    },
  }),
  operation({
    method: 'post',
    path: '/me/freelancer/unlist',
    id: 'unlistFreelancer',
    tag: 'Directory',
    summary: 'Leave the directory; the profile stays',
    scope: 'work',
    answer: { schema: ownView, example: { ...ownExample, listed_at: null } },
    refuses: ['already_done'],
    async handle(call) {
      await call.act(unlistFreelancer, {}, call.actor.partyId);
      return { body: await present(call.db, call.sight) };
    },
  }),
];

async function present(db: ReadDb, actor: MemberActor) {
  return presentOwn(await ownFreelancer(db, actor));
}
