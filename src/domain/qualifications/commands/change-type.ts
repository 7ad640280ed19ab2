import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { QUALIFICATION_TYPE_STATES, type TypeAct } from '../qualification.ts';
import {
  parseTest,
  type RightTest,
  type TypeTerms,
  termsProblems,
  tidyTerms,
  type WrittenTest,
} from '../type-terms.ts';
import { wordsOf, writeTest } from './create-type.ts';
import { type LockedType, lockOwnType } from './lock-type.ts';

export type ChangeType = Partial<Omit<TypeTerms, 'name'>> & {
  typeId: string;
  active?: boolean;
  /** Another test for who begins from now on; a test cannot be taken away. */
  test?: WrittenTest;
};

/**
 * Changes the given parts of an own type; run it with the party's id as root. The name stays, since
 * workers hold it. Refuses `input_invalid` with the field: a type with a test is not granted at
 * once (`test_or_auto`), and what could be asked for again stays so (`no_retry`).
 */
export async function changeType(
  ctx: Context,
  input: ChangeType,
): Promise<{ changed: string[]; seq: number | null }> {
  const { actor, type } = await lockOwnType(ctx, input.typeId, 'post');
  const before = termsOf(type);
  const { typeId: _id, active, test: written, ...given } = input;
  const after = tidyTerms({ ...before, ...withoutUndefined(given), name: before.name });
  const [problem] = termsProblems(after, type.testVersion !== null || written !== undefined);
  if (problem !== undefined) throw problem;
  if (before.retrySeconds !== null && after.retrySeconds === null) {
    refuse('input_invalid', { rule: 'no_retry' }, 'retrySeconds');
  }
  const state = nextState(QUALIFICATION_TYPE_STATES, type.state, {
    act: actOf(type, active),
    who: 'client',
  });
  const test = written === undefined ? null : await changedTest(ctx, type, parseTest(written));
  const changed = PARTS.filter((part) => !same(before[part], after[part])).map(String);
  if (state !== type.state) changed.push('state');
  if (test !== null) changed.push('test');
  if (changed.length === 0) return { changed, seq: null };
  await store(ctx, type, { state, terms: after });
  if (test !== null) await writeTest(ctx, test);
  const { seq } = await appendEvent(ctx, {
    kind: 'qualification.changed',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: type.id,
    parties: [actor.partyId],
    data: { typeId: type.id, name: type.name, changed, state },
  });
  return { changed, seq };
}

const PARTS = [
  'description',
  'keywords',
  'requestable',
  'autoValue',
  'retrySeconds',
  'grantDays',
] as const satisfies (keyof TypeTerms)[];

function actOf(type: LockedType, active: boolean | undefined): TypeAct {
  if (active === undefined || active === (type.state === 'active')) return 'change';
  return active ? 'activate' : 'rest';
}

function termsOf(type: LockedType): TypeTerms {
  const { name, description, keywords, requestable, autoValue, grantDays } = type;
  const retrySeconds = type.retrySeconds === null ? null : Number(type.retrySeconds);
  return { name, description, keywords, requestable, autoValue, grantDays, retrySeconds };
}

/** The next version of the test; null when it is the one there is. */
async function changedTest(ctx: Context, type: LockedType, test: RightTest) {
  const now = await ctx.tx
    .selectFrom('qualificationTest')
    .select(['version', 'form', 'answerKey', 'durationSeconds'])
    .where('typeId', '=', type.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { version = 0, form, answerKey = null, durationSeconds } = now ?? {};
  const kept = { form, key: answerKey, durationSeconds };
  if (now !== undefined && sorted(kept) === sorted(test)) return null;
  return { typeId: type.id, version: version + 1, test };
}

async function store(
  ctx: Context,
  type: LockedType,
  { state, terms }: { state: LockedType['state']; terms: TypeTerms },
): Promise<void> {
  const { retrySeconds, name: _name, ...columns } = terms;
  await ctx.tx
    .updateTable('qualificationType')
    .set({
      ...columns,
      state,
      retrySeconds: retrySeconds === null ? null : BigInt(retrySeconds),
      words: wordsOf(terms),
      changedAt: ctx.now,
    })
    .where('id', '=', type.id)
    .execute();
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** As text with the names in order: the database keeps them in an order of its own. */
function sorted(json: unknown): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function withoutUndefined<Parts extends object>(parts: Parts): Partial<Parts> {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Parts>;
}
