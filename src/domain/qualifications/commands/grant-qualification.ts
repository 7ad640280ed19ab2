import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { chars, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { QUALIFICATION_GRANT_STATES, QUALIFICATION_LIMITS } from '../qualification.ts';
import { isValue } from '../requirement.ts';
import { lockOwnType } from './lock-type.ts';
import { lockGrant, writeGrant } from './write-grant.ts';

export type GrantQualification = {
  typeId: string;
  workerIds: readonly string[];
  value: number;
  /** Whether the workers are told; yes unless said otherwise. */
  tell?: boolean;
};

/**
 * Gives workers an own qualification, or another value of it; run it with the party's id as root.
 * `granted` names those for whom something changed. Requests that wait are not touched. Refuses
 * `input_invalid` for a worker that there is not, or for more than a hundred.
 */
export async function grantQualification(
  ctx: Context,
  input: GrantQualification,
): Promise<{ granted: string[]; seq: number | null }> {
  const { actor, type } = await lockOwnType(ctx, input.typeId, 'award');
  if (type.state === 'retired') refuse('qualification_closed', { name: type.name });
  if (!isValue(input.value)) refuse('input_invalid', { rule: 'not_whole' }, 'value');
  const workerIds = [...new Set(input.workerIds)];
  await assertWorkers(ctx, workerIds);
  const granted: string[] = [];
  let last: number | null = null;
  for (const workerId of workerIds) {
    const grant = { type, workerId, value: input.value, source: 'client' } as const;
    if (!(await writeGrant(ctx, grant))) continue;
    granted.push(workerId);
    const quiet = input.tell === false ? { quiet: true } : {};
    const { seq } = await appendEvent(ctx, {
      kind: 'qualification.granted',
      rootKind: 'party',
      rootId: actor.partyId,
      subjectId: workerId,
      parties: [actor.partyId, workerId],
      data: { typeId: type.id, name: type.name, value: input.value, ...quiet },
    });
    last = seq;
  }
  return { granted, seq: last };
}

export type RevokeQualification = { typeId: string; workerId: string; reason: string };

/** Takes a grant back; the worker is told the reason. Refuses `not_found` where it is not held. */
export async function revokeQualification(
  ctx: Context,
  { typeId, workerId, reason: written }: RevokeQualification,
): Promise<{ seq: number }> {
  const { actor, type } = await lockOwnType(ctx, typeId, 'award');
  const reason = rightReason(written);
  const grant = isId(workerId) ? await lockGrant(ctx, type.id, workerId) : undefined;
  if (grant === undefined) return refuse('not_found', { thing: 'qualification' });
  const state = nextState(QUALIFICATION_GRANT_STATES, grant.state, {
    act: 'revoke',
    who: 'client',
  });
  await ctx.tx
    .updateTable('qualificationGrant')
    .set({ state, revokedAt: ctx.now, reason })
    .where('typeId', '=', type.id)
    .where('workerId', '=', workerId)
    .execute();
  return appendEvent(ctx, {
    kind: 'qualification.revoked',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: workerId,
    parties: [actor.partyId, workerId],
    data: { typeId: type.id, name: type.name, value: grant.value, reason },
  });
}

/** A reason as it is kept; it may be empty. Refuses `input_invalid` for a long one. */
export function rightReason(written: string): string {
  const reason = storable(written);
  const limit = QUALIFICATION_LIMITS.reasonChars;
  if (chars(reason) > limit) refuse('input_invalid', { rule: 'too_long', limit }, 'reason');
  return reason;
}

async function assertWorkers(ctx: Context, ids: readonly string[]): Promise<void> {
  const limit = QUALIFICATION_LIMITS.grantsAtOnce;
  if (ids.length === 0) refuse('input_invalid', { rule: 'required' }, 'workers');
  if (ids.length > limit) refuse('input_invalid', { rule: 'too_many', limit }, 'workers');
  const known = ids.every(isId)
    ? await ctx.tx.selectFrom('member').select('id').where('id', 'in', ids).execute()
    : [];
  if (known.length < ids.length) refuse('input_invalid', { rule: 'no_worker' }, 'workers');
}
