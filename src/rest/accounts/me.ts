import { z } from '@hono/zod-openapi';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { PROFILE_LIMITS } from '#domain/accounts/profile.ts';
import { profileOf } from '#domain/accounts/queries/profile.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { AT, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time } from '../present.ts';
import { countryIn, id, instant, text } from '../schema.ts';
import { requireOwnKey } from './own-account.ts';

const profileParts = {
  name: text(PROFILE_LIMITS.nameChars, 1),
  country: countryIn.nullable(),
  headline: text(PROFILE_LIMITS.headlineChars),
  about: text(PROFILE_LIMITS.aboutChars).openapi({ description: 'Markdown.' }),
  time_zone: text(60).openapi({ description: 'IANA, such as Europe/Bucharest.' }),
  mail_notices: z.boolean(),
};

const me = z
  .strictObject({
    member_id: id,
    email: z.string(),
    ...profileParts,
    created_at: instant,
    acting_for: z
      .strictObject({ party_id: id, role: z.enum(['self', 'owner', 'manager', 'member']) })
      .openapi({ description: 'The party that this key acts for.' }),
    scopes: z.array(z.enum(['read', 'work', 'money'])),
    operator: z.boolean(),
  })
  .openapi('Me');

const example = {
  member_id: IDS.freelancer,
  email: 'ana@dumitru.example',
  name: 'Ana Dumitru',
  country: 'RO',
  headline: 'Renders of public buildings',
  about: '',
  time_zone: 'Europe/Bucharest',
  mail_notices: true,
  created_at: AT,
  acting_for: { party_id: IDS.freelancer, role: 'self' as const },
  scopes: ['read' as const, 'work' as const],
  operator: false,
};

export const meOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/me',
    id: 'getMe',
    tag: 'Accounts',
    summary: 'Whose key this is, for whom it acts and what it may do',
    scope: 'read',
    answer: { schema: me, example },
    async handle({ db, actor }) {
      return { body: await presentMe(db, actor) };
    },
  }),
  operation({
    method: 'patch',
    path: '/me',
    id: 'changeProfile',
    tag: 'Accounts',
    summary: "Change parts of the member's own profile",
    scope: 'work',
    body: {
      schema: z.strictObject(profileParts).partial(),
      example: { headline: 'Renders of public buildings' },
    },
    answer: { schema: me, example },
    refuses: ['input_invalid'],
    async handle(call) {
      requireOwnKey(call.actor);
      const { time_zone: timeZone, mail_notices: mailNotices, ...rest } = call.body;
      const parts = { ...rest, timeZone, mailNotices };
      const given = Object.entries(parts).filter(([, value]) => value !== undefined);
      await call.act(changeProfile, Object.fromEntries(given), call.actor.memberId);
      return { body: await presentMe(call.db, call.actor) };
    },
  }),
];

async function presentMe(db: ReadDb, actor: MemberActor) {
  const profile = await profileOf(db, actor.memberId);
  return {
    member_id: actor.memberId,
    email: profile.email,
    name: profile.name,
    country: profile.country,
    headline: profile.headline,
    about: profile.about,
    time_zone: profile.timeZone,
    mail_notices: profile.mailNotices,
    created_at: time(profile.createdAt),
    acting_for: { party_id: actor.partyId, role: actor.role },
    scopes: [...actor.scopes],
    operator: actor.operator,
  };
}
