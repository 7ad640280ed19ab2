import { requireMember } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { QUALIFICATION_REQUEST_STATES } from '../qualification.ts';
import { isValue } from '../requirement.ts';
import { rightReason } from './grant-qualification.ts';
import { type LockedType, lockOwnType } from './lock-type.ts';
import { writeGrant } from './write-grant.ts';

/**
 * Grants what a worker asked for, with this value; run it with the client's party as root. Refuses
 * `wrong_state` unless the request waits, and `not_found` for a request of somebody else's type.
 */
export async function acceptRequest(
  ctx: Context,
  { requestId, value }: { requestId: string; value: number },
): Promise<{ typeId: string; workerId: string; seq: number }> {
  const { actor, type, request } = await lockOwnRequest(ctx, requestId);
  if (!isValue(value)) refuse('input_invalid', { rule: 'not_whole' }, 'value');
  const state = nextState(QUALIFICATION_REQUEST_STATES, request.state, {
    act: 'grant',
    who: 'client',
  });
  const { memberId: decidedBy } = actor;
  await ctx.tx
    .updateTable('qualificationRequest')
    .set({ state, value, decidedBy, decidedAt: ctx.now })
    .where('id', '=', requestId)
    .execute();
  const { workerId } = request;
  await writeGrant(ctx, { type, workerId, value, source: 'client' });
  const { seq } = await note(
    ctx,
    'qualification.granted',
    { type, workerId },
    {
      requestId,
      value,
    },
  );
  return { typeId: type.id, workerId, seq };
}

/** Says no to a request; the worker is told the reason. Refuses as `acceptRequest` does. */
export async function rejectRequest(
  ctx: Context,
  { requestId, reason: written }: { requestId: string; reason: string },
): Promise<{ typeId: string; workerId: string; seq: number }> {
  const { actor, type, request } = await lockOwnRequest(ctx, requestId);
  const reason = rightReason(written);
  const state = nextState(QUALIFICATION_REQUEST_STATES, request.state, {
    act: 'reject',
    who: 'client',
  });
  const { memberId: decidedBy } = actor;
  await ctx.tx
    .updateTable('qualificationRequest')
    .set({ state, reason, decidedBy, decidedAt: ctx.now })
    .where('id', '=', requestId)
    .execute();
  const { workerId } = request;
  const { seq } = await note(
    ctx,
    'qualification.rejected',
    { type, workerId },
    {
      requestId,
      reason,
    },
  );
  return { typeId: type.id, workerId, seq };
}

/** The type first, then the request: the order in which workers' acts lock them. */
async function lockOwnRequest(ctx: Context, requestId: string) {
  const actor: MemberActor = requireMember(ctx.actor, 'award');
  const found = isId(requestId)
    ? await ctx.tx
        .selectFrom('qualificationRequest')
        .select('typeId')
        .where('id', '=', requestId)
        .where('ownerId', '=', actor.partyId)
        .executeTakeFirst()
    : undefined;
  if (found === undefined) return refuse('not_found', { thing: 'qualification request' });
  const { type } = await lockOwnType(ctx, found.typeId, 'award');
  const request = await ctx.tx
    .selectFrom('qualificationRequest')
    .select(['workerId', 'state'])
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { actor, type, request };
}

function note(
  ctx: Context,
  kind: 'qualification.granted' | 'qualification.rejected',
  { type, workerId }: { type: LockedType; workerId: string },
  data: Record<string, string | number>,
) {
  return appendEvent(ctx, {
    kind,
    rootKind: 'party',
    rootId: type.ownerId,
    subjectId: workerId,
    parties: [type.ownerId, workerId],
    data: { typeId: type.id, name: type.name, ...data },
  });
}
