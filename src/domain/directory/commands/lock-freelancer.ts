import { requireMember } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { ProfilePart } from '../completeness.ts';
import { completeness } from '../completeness.ts';
import type { FreelancerProfile, SpokenLanguage } from '../freelancer-profile.ts';

export type LockedFreelancer = {
  actor: MemberActor;
  id: string;
  profile: FreelancerProfile;
  /** Of the party. */
  country: string | null;
  listedAt: Date | null;
};

/**
 * Locks the freelancer profile of the party that the actor acts for; makes an empty one where there
 * is none, so that two first edits stand in line. A client company sells nothing: `not_allowed`.
 */
export async function lockOwnFreelancer(ctx: Context): Promise<LockedFreelancer> {
  const actor = requireMember(ctx.actor, 'propose');
  const id = actor.partyId;
  const party = await ctx.tx
    .selectFrom('party')
    .leftJoin('organization', 'organization.id', 'party.id')
    .select(['party.country', 'organization.kind as organizationKind'])
    .where('party.id', '=', id)
    .executeTakeFirstOrThrow();
  if (party.organizationKind === 'client') {
    return refuse('not_allowed', { permission: 'sell' });
  }
  await ctx.tx
    .insertInto('freelancer')
    .values({ id, changedAt: ctx.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await ctx.tx
    .selectFrom('freelancer')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { listedAt, languages, id: _id, changedAt: _changed, ...rest } = row;
  const profile = {
    ...rest,
    languages: languages as SpokenLanguage[],
    categories: await slugsOf(ctx, 'category', id),
    skills: await slugsOf(ctx, 'skill', id),
  };
  return { actor, id, profile, country: party.country, listedAt };
}

/** The parts without which nobody is listed. */
export function missingParts(country: string | null, profile: FreelancerProfile): ProfilePart[] {
  return completeness({ ...profile, country, portfolio: 0 }).missing;
}

async function slugsOf(ctx: Context, of: 'category' | 'skill', id: string): Promise<string[]> {
  const rows =
    of === 'category'
      ? await ctx.tx
          .selectFrom('freelancerCategory')
          .select('category as slug')
          .where('freelancerId', '=', id)
          .orderBy('position')
          .execute()
      : await ctx.tx
          .selectFrom('freelancerSkill')
          .select('skill as slug')
          .where('freelancerId', '=', id)
          .orderBy('position')
          .execute();
  return rows.map(({ slug }) => slug);
}
