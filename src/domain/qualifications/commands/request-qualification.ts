import { requireWorker } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  QUALIFICATION_REQUEST_STATES,
  type RequestState,
  requestVerdict,
} from '../qualification.ts';
import { holdType, type LockedType } from './lock-type.ts';
import { lockGrant, writeGrant } from './write-grant.ts';

export type Requested = { requestId: string; state: RequestState; seq: number };

/**
 * Asks for a qualification; run it with the worker's id as root. It is granted at once, or its test
 * begins and its time runs (`open`), or it waits for the client (`submitted`), as does everything
 * that the client took from this worker before. Refuses `qualification_closed` for what cannot be
 * asked for, `already_done` while a request runs, and `request_too_early` (data: at, or null for
 * never) before the retry delay is over.
 */
export async function requestQualification(
  ctx: Context,
  { typeId }: { typeId: string },
): Promise<Requested> {
  const { memberId: workerId } = requireWorker(ctx.actor);
  await lockWorker(ctx, workerId);
  const type = await holdType(ctx, typeId);
  const grant = (await lockGrant(ctx, type.id, workerId)) ?? null;
  const latest = await latestRequest(ctx, type.id, workerId);
  assertMay(ctx, { type, latest, grant });
  if (latest?.state === 'open') await lapse(ctx, latest.id);
  const requestId = newId(ctx.home, ctx.now);
  const test = await currentTest(ctx, type);
  const begun = test === null ? 'ask' : 'begin';
  const first = nextState(QUALIFICATION_REQUEST_STATES, null, { act: begun, who: 'worker' });
  const { autoValue } = type;
  const atOnce = autoValue !== null && grant?.state !== 'revoked';
  const granting = { act: 'grant', who: 'rule' } as const;
  const state = atOnce ? nextState(QUALIFICATION_REQUEST_STATES, first, granting) : first;
  await ctx.tx
    .insertInto('qualificationRequest')
    .values({
      id: requestId,
      typeId: type.id,
      ownerId: type.ownerId,
      workerId,
      state,
      requestedAt: ctx.now,
      testVersion: test?.version ?? null,
      deadline: test === null ? null : new Date(ctx.now.getTime() + test.durationSeconds * 1_000),
      submittedAt: test === null ? ctx.now : null,
      ...(atOnce ? { decidedAt: ctx.now, value: autoValue } : {}),
    })
    .execute();
  const event = { type, workerId, requestId };
  const waits = state === 'submitted';
  const { seq } = await note(ctx, 'qualification.requested', event, { waits });
  if (!atOnce) return { requestId, state, seq };
  await writeGrant(ctx, { type, workerId, value: autoValue, source: 'auto' });
  const earned = await note(ctx, 'qualification.earned', event, { value: autoValue });
  return { requestId, state, seq: earned.seq };
}

/** An event of the worker's own, about the client. */
export function note(
  ctx: Context,
  kind: 'qualification.requested' | 'qualification.submitted' | 'qualification.earned',
  {
    type,
    workerId,
    requestId,
  }: { type: { id: string; name: string; ownerId: string }; workerId: string; requestId: string },
  data: Record<string, boolean | number>,
) {
  return appendEvent(ctx, {
    kind,
    rootKind: 'party',
    rootId: workerId,
    subjectId: type.ownerId,
    parties: [workerId, type.ownerId],
    data: { typeId: type.id, name: type.name, requestId, ...data },
  });
}

type Facts = Parameters<typeof requestVerdict>[0];

function assertMay(ctx: Context, facts: Facts & { type: { name: string } }): void {
  const verdict = requestVerdict(facts, ctx.now);
  if (verdict.may) return;
  const { why } = verdict;
  const { name } = facts.type;
  if (why === 'closed') refuse('qualification_closed', { name });
  if (why === 'begun' || why === 'waits') refuse('already_done', { act: 'request' });
  refuse('request_too_early', { name, at: why === 'later' ? verdict.at.toISOString() : null });
}

/** Two requests of one worker stand in line, so that it is granted nothing twice. */
async function lockWorker(ctx: Context, workerId: string): Promise<void> {
  await ctx.tx
    .selectFrom('member')
    .select('id')
    .where('id', '=', workerId)
    .forNoKeyUpdate()
    .execute();
}

async function latestRequest(ctx: Context, typeId: string, workerId: string) {
  const row = await ctx.tx
    .selectFrom('qualificationRequest')
    .select(['id', 'state', 'requestedAt', 'deadline'])
    .where('typeId', '=', typeId)
    .where('workerId', '=', workerId)
    .orderBy('requestedAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

async function lapse(ctx: Context, requestId: string): Promise<void> {
  const step = { act: 'lapse', who: 'rule' } as const;
  await ctx.tx
    .updateTable('qualificationRequest')
    .set({ state: nextState(QUALIFICATION_REQUEST_STATES, 'open', step) })
    .where('id', '=', requestId)
    .execute();
}

async function currentTest(ctx: Context, type: LockedType) {
  if (type.testVersion === null) return null;
  return ctx.tx
    .selectFrom('qualificationTest')
    .select(['version', 'durationSeconds'])
    .where('typeId', '=', type.id)
    .where('version', '=', type.testVersion)
    .executeTakeFirstOrThrow();
}
