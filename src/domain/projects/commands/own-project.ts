import type { Context } from '#platform/context.ts';

/**
 * Whether a party stands on the client's side: it is the client, belongs to the client's
 * organization, is an organization that the client belongs to, or has an owner in common with it.
 */
export async function ownsProject(
  ctx: Context,
  clientId: string,
  partyId: string,
): Promise<boolean> {
  if (clientId === partyId) return true;
  const tie = await ctx.tx
    .selectFrom('membership')
    .select('memberId')
    .where((on) =>
      on.or([
        on.and([on('organizationId', '=', clientId), on('memberId', '=', partyId)]),
        on.and([on('organizationId', '=', partyId), on('memberId', '=', clientId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return tie !== undefined || haveOneOwner(ctx, clientId, partyId);
}

async function haveOneOwner({ tx }: Context, one: string, other: string): Promise<boolean> {
  const both = await tx
    .selectFrom('membership')
    .innerJoin('membership as also', 'also.memberId', 'membership.memberId')
    .select('membership.memberId')
    .where('membership.organizationId', '=', one)
    .where('also.organizationId', '=', other)
    .where('membership.role', '=', 'owner')
    .where('also.role', '=', 'owner')
    .limit(1)
    .executeTakeFirst();
  return both !== undefined;
}
