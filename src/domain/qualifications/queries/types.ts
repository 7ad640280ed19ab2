import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type Cursor, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { AnswerKey } from '../answer-key.ts';
import type { TypeState } from '../qualification.ts';

export type TypeQuestion = {
  /** Only those that workers may ask for now. */
  requestable?: boolean;
  /** Only those of the actor's party, in any state; otherwise what is active. */
  owned?: boolean;
  states?: readonly TypeState[];
  /** Words of the name, the keywords or the description. */
  words?: string;
  before?: Cursor | undefined;
  limit: number;
};

export type TypeRow = Awaited<ReturnType<typeof findTypes>>['rows'][number];

/** Qualification types, newest first. What others do not offer now is not among them. */
export async function findTypes(db: ReadDb, actor: Actor, question: TypeQuestion) {
  const { partyId } = requireMember(actor, 'see_work');
  const { owned = false, requestable = false, states, before, limit } = question;
  const words = (question.words ?? '').replaceAll('\u0000', '').trim().slice(0, 200);
  let query = typeRows(db)
    .orderBy('type.createdAt', 'desc')
    .orderBy('type.id', 'desc')
    .limit(limit + 1);
  if (owned) query = query.where('type.ownerId', '=', partyId);
  else query = query.where('type.state', '=', 'active');
  if (requestable) query = query.where('type.requestable', '=', true);
  if (requestable) query = query.where('type.state', '=', 'active');
  if (states !== undefined) query = query.where('type.state', 'in', [...states]);
  if (words !== '') query = query.where(saying(words));
  if (before !== undefined) {
    const { at, id } = before;
    query = query.where((on) =>
      on(on.refTuple('type.createdAt', 'type.id'), '<', on.tuple(at, id)),
    );
  }
  const rows = await query.execute();
  return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** What everybody may know of a type. Refuses `not_found`. */
export async function qualificationType(db: ReadDb, typeId: string): Promise<TypeRow> {
  const row = isId(typeId)
    ? await typeRows(db).where('type.id', '=', typeId).executeTakeFirst()
    : undefined;
  return row ?? refuse('not_found', { thing: 'qualification type' });
}

/** A type of the actor's party. Refuses `not_found` for one of others. */
export async function ownType(db: ReadDb, actor: Actor, typeId: string): Promise<TypeRow> {
  const { partyId } = requireMember(actor, 'see_work');
  const type = await qualificationType(db, typeId);
  return type.ownerId === partyId ? type : refuse('not_found', { thing: 'qualification type' });
}

export type TestSight = {
  version: number;
  form: TaskForm;
  key: AnswerKey | null;
  durationSeconds: number;
};

/** A version of a test with its key: whoever calls this answers for who sees it. */
export async function testOf(
  db: ReadDb,
  typeId: string,
  version: number | null,
): Promise<TestSight | null> {
  if (version === null) return null;
  const row = await db
    .selectFrom('qualificationTest')
    .select(['version', 'durationSeconds'])
    .select((on) => on.ref('form').$castTo<TaskForm>().as('form'))
    .select((on) => on.ref('answerKey').$castTo<AnswerKey | null>().as('key'))
    .where('typeId', '=', typeId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ?? null;
}

export type TypeTally = { holders: number; waiting: number };

/** How many hold each of these types now, and how many requests wait. */
export async function typeTallies(
  db: ReadDb,
  typeIds: readonly string[],
  now: Date,
): Promise<Map<string, TypeTally>> {
  if (typeIds.length === 0) return new Map();
  const [held, waits] = await Promise.all([
    db
      .selectFrom('qualificationGrant')
      .select('typeId')
      .select((on) => on.fn.countAll<bigint>().as('count'))
      .where('typeId', 'in', [...typeIds])
      .where('state', '=', 'granted')
      .where((on) => on.or([on('expiresAt', 'is', null), on('expiresAt', '>', now)]))
      .groupBy('typeId')
      .execute(),
    db
      .selectFrom('qualificationRequest')
      .select('typeId')
      .select((on) => on.fn.countAll<bigint>().as('count'))
      .where('typeId', 'in', [...typeIds])
      .where('state', '=', 'submitted')
      .groupBy('typeId')
      .execute(),
  ]);
  const holders = new Map(held.map(({ typeId, count }) => [typeId, Number(count)]));
  const waiting = new Map(waits.map(({ typeId, count }) => [typeId, Number(count)]));
  return new Map(
    typeIds.map((id) => [id, { holders: holders.get(id) ?? 0, waiting: waiting.get(id) ?? 0 }]),
  );
}

function typeRows(db: ReadDb) {
  return db
    .selectFrom('qualificationType as type')
    .innerJoin('party', 'party.id', 'type.ownerId')
    .leftJoin('qualificationTest as test', (join) =>
      join.onRef('test.typeId', '=', 'type.id').onRef('test.version', '=', 'type.testVersion'),
    )
    .select(['type.id', 'type.ownerId', 'type.state', 'type.name', 'type.description'])
    .select(['type.keywords', 'type.requestable', 'type.autoValue', 'type.retrySeconds'])
    .select(['type.grantDays', 'type.testVersion', 'type.createdAt', 'type.changedAt'])
    .select(['party.name as ownerName', 'party.country as ownerCountry'])
    .select('test.durationSeconds as testSeconds')
    .select((on) => on('test.answerKey', 'is not', null).as('graded'));
}

/** By its words, in any order and with beginnings; or as the whole phrase inside the name. */
function saying(words: string) {
  const inside = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`(type.words @@ plainto_tsquery('pg_catalog.english', search_text(${words}))
    or type.words @@ plainto_tsquery('pg_catalog.simple', search_text(${words}))
    or type.name ilike ${inside})`;
}
