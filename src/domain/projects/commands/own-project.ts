import type { Context } from '#platform/context.ts';

/**
 * Whether a party stands on the client's side: it is the client, belongs to the client's
 * organization, or is an organization that the client belongs to.
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
  return tie !== undefined;
}
