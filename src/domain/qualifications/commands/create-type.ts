import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { QUALIFICATION_TYPE_STATES } from '../qualification.ts';
import {
  parseTest,
  type RightTest,
  type TypeTerms,
  termsProblems,
  tidyTerms,
  type WrittenTest,
} from '../type-terms.ts';

export type CreateType = TypeTerms & {
  active: boolean;
  /** Null where workers are granted it without a test. */
  test: WrittenTest | null;
};

/**
 * Makes a qualification type of the actor's party; run it with the party's id as root. Refuses
 * `input_invalid` with the field and `name_taken` when the party has another of this name.
 */
export async function createType(
  ctx: Context,
  input: CreateType,
): Promise<{ typeId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const { active, test: written, ...given } = input;
  const terms = tidyTerms(given);
  const [problem] = termsProblems(terms, written !== null);
  if (problem !== undefined) throw problem;
  const test = written === null ? null : parseTest(written);
  const act = active ? 'create' : 'create_inactive';
  const state = nextState(QUALIFICATION_TYPE_STATES, null, { act, who: 'client' });
  await assertNameFree(ctx, actor.partyId, terms.name);
  const id = newId(ctx.home, ctx.now);
  const { retrySeconds, ...columns } = terms;
  await ctx.tx
    .insertInto('qualificationType')
    .values({
      ...columns,
      id,
      state,
      ownerId: actor.partyId,
      createdBy: actor.memberId,
      retrySeconds: retrySeconds === null ? null : BigInt(retrySeconds),
      words: wordsOf(terms),
      createdAt: ctx.now,
      changedAt: ctx.now,
    })
    .execute();
  if (test !== null) await writeTest(ctx, { typeId: id, version: 1, test });
  const { seq } = await appendEvent(ctx, {
    kind: 'qualification.made',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: id,
    parties: [actor.partyId],
    data: { typeId: id, name: terms.name, state, test: test !== null },
  });
  return { typeId: id, seq };
}

/** Writes a version of the test and makes it the one that is put to workers from now on. */
export async function writeTest(
  ctx: Context,
  { typeId, version, test }: { typeId: string; version: number; test: RightTest },
): Promise<void> {
  const { form, key, durationSeconds } = test;
  await ctx.tx
    .insertInto('qualificationTest')
    .values({
      typeId,
      version,
      durationSeconds,
      form: JSON.stringify(form),
      answerKey: key === null ? null : JSON.stringify(key),
      madeAt: ctx.now,
    })
    .execute();
  await ctx.tx
    .updateTable('qualificationType')
    .set({ testVersion: version })
    .where('id', '=', typeId)
    .execute();
}

/** What a search finds it by. */
export function wordsOf({ name, keywords, description }: TypeTerms) {
  return sql<string>`search_document(${name}::text, ''::text, ${keywords.join(' ')}::text,
    ${description}::text)`;
}

/** Two of one name at the same moment meet at the unique index, where `run` tries the later again. */
async function assertNameFree(ctx: Context, ownerId: string, name: string): Promise<void> {
  const taken = await ctx.tx
    .selectFrom('qualificationType')
    .select('id')
    .where('ownerId', '=', ownerId)
    .where((on) => on(on.fn('lower', ['name']), '=', on.fn('lower', [on.val(name)])))
    .where('state', '<>', 'retired')
    .executeTakeFirst();
  if (taken !== undefined) refuse('name_taken', {}, 'name');
}
