import { type Permission, requireMember } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';

export type LockedType = Awaited<ReturnType<typeof lockOwnType>>['type'];

/** Locks a qualification type of the actor's party. To everybody else it is not there. */
export async function lockOwnType(ctx: Context, typeId: string, permission: Permission) {
  const actor: MemberActor = requireMember(ctx.actor, permission);
  const type = isId(typeId)
    ? await ctx.tx
        .selectFrom('qualificationType')
        .selectAll()
        .where('id', '=', typeId)
        .where('ownerId', '=', actor.partyId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (type === undefined) return refuse('not_found', { thing: 'qualification type' });
  return { actor, type };
}

/** A type as a worker's act needs it: nobody changes or retires it meanwhile. */
export async function holdType(ctx: Context, typeId: string) {
  const type = isId(typeId)
    ? await ctx.tx
        .selectFrom('qualificationType')
        .selectAll()
        .where('id', '=', typeId)
        .forShare()
        .executeTakeFirst()
    : undefined;
  return type ?? refuse('not_found', { thing: 'qualification type' });
}
