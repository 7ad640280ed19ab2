import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { QUALIFICATION_REQUEST_STATES, QUALIFICATION_TYPE_STATES } from '../qualification.ts';
import { type LockedType, lockOwnType } from './lock-type.ts';

const REASON = 'The client gave this qualification up.';

/**
 * Ends an own type; run it with the party's id as root. Requests that wait are rejected; what
 * workers hold stays and counts, and the name is free again.
 */
export async function retireType(
  ctx: Context,
  { typeId }: { typeId: string },
): Promise<{ rejected: number; seq: number }> {
  const { actor, type } = await lockOwnType(ctx, typeId, 'post');
  const state = nextState(QUALIFICATION_TYPE_STATES, type.state, { act: 'retire', who: 'client' });
  const rejected = await rejectRunning(ctx, type);
  await ctx.tx
    .updateTable('qualificationType')
    .set({ state, changedAt: ctx.now })
    .where('id', '=', type.id)
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'qualification.retired',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: type.id,
    parties: [actor.partyId],
    data: { typeId: type.id, name: type.name, rejected },
  });
  return { rejected, seq };
}

async function rejectRunning(ctx: Context, type: LockedType): Promise<number> {
  const running = await ctx.tx
    .selectFrom('qualificationRequest')
    .select(['id', 'workerId', 'state'])
    .where('typeId', '=', type.id)
    .where('state', 'in', ['open', 'submitted'])
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const request of running) {
    const step = { act: 'reject', who: 'rule' } as const;
    const state = nextState(QUALIFICATION_REQUEST_STATES, request.state, step);
    await ctx.tx
      .updateTable('qualificationRequest')
      .set({ state, decidedAt: ctx.now, reason: REASON })
      .where('id', '=', request.id)
      .execute();
    await appendEvent(ctx, {
      kind: 'qualification.rejected',
      rootKind: 'party',
      rootId: type.ownerId,
      subjectId: request.workerId,
      parties: [type.ownerId, request.workerId],
      data: { typeId: type.id, name: type.name, requestId: request.id, reason: REASON },
    });
  }
  return running.length;
}
