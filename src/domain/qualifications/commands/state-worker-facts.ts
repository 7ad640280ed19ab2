import { requireWorker } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';

export type StateWorkerFacts = {
  /** The part of its country as ISO 3166-2 says it, without the country: `CA`. Null: not said. */
  subdivision: string | null;
  /** Whether it is of age and may be shown such content. */
  adult: boolean;
};

/**
 * What a worker says of itself, for requirements that ask; run it with the worker's id as root.
 * Refuses `input_invalid` for a subdivision that cannot be, or without a country.
 */
export async function stateWorkerFacts(
  ctx: Context,
  { subdivision: written, adult }: StateWorkerFacts,
): Promise<{ seq: number | null }> {
  const { memberId: workerId } = requireWorker(ctx.actor);
  const subdivision = written === null || written.trim() === '' ? null : tidy(written);
  const party = await ctx.tx
    .selectFrom('party')
    .select('country')
    .where('id', '=', workerId)
    .executeTakeFirstOrThrow();
  if (subdivision !== null && party.country === null) {
    refuse('input_invalid', { rule: 'no_country' }, 'subdivision');
  }
  const before = await ctx.tx
    .selectFrom('workerStatement')
    .select(['subdivision', 'adult'])
    .where('workerId', '=', workerId)
    .forUpdate()
    .executeTakeFirst();
  const { subdivision: place = null, adult: ofAge = false } = before ?? {};
  if (place === subdivision && ofAge === adult) return { seq: null };
  const stated = { subdivision, adult, statedAt: ctx.now };
  await ctx.tx
    .insertInto('workerStatement')
    .values({ workerId, ...stated })
    .onConflict((conflict) => conflict.column('workerId').doUpdateSet(stated))
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'worker.stated',
    rootKind: 'party',
    rootId: workerId,
    subjectId: workerId,
    parties: [workerId],
    data: { subdivision, adult },
  });
  return { seq };
}

function tidy(written: string): string {
  const code = written.trim().toUpperCase();
  return /^[A-Z0-9]{1,3}$/.test(code)
    ? code
    : refuse('input_invalid', { rule: 'subdivision' }, 'subdivision');
}
