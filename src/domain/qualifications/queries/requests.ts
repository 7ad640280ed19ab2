import { requireMember, requireWorkerReader } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type Cursor, toPage } from '#domain/kernel/cursor.ts';
import { isId, shortName } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { TestAnswers } from '../answer-key.ts';
import { type RequestState, type RequestVerdict, requestVerdict } from '../qualification.ts';
import { type TestSight, type TypeRow, testOf } from './types.ts';

export type RequestRow = Awaited<ReturnType<typeof requestsOfClient>>['rows'][number];

type Question = {
  typeId?: string | undefined;
  state?: RequestState | undefined;
  before?: Cursor | undefined;
  limit: number;
};

/** What workers ask of the actor's party, newest first. */
export async function requestsOfClient(db: ReadDb, actor: Actor, question: Question) {
  const { partyId } = requireMember(actor, 'see_work');
  const found = await page(requestRows(db).where('request.ownerId', '=', partyId), question);
  return { ...found, rows: found.rows.map(veiled) };
}

/** What the worker asked for, newest first. */
export async function ownRequests(db: ReadDb, actor: Actor, question: Question) {
  const { memberId } = requireWorkerReader(actor);
  return page(requestRows(db).where('request.workerId', '=', memberId), question);
}

export type RequestSight = RequestRow & { answers: TestAnswers | null; test: TestSight | null };

/** A request to the actor's party, with its answers and the test with its key. */
export async function requestOfClient(
  db: ReadDb,
  actor: Actor,
  requestId: string,
): Promise<RequestSight> {
  const { partyId } = requireMember(actor, 'see_work');
  return veiled(await sight(db, requestId, (row) => row.ownerId === partyId));
}

/** An own request of the worker, with its test as it was begun; never its key. */
export async function ownRequest(
  db: ReadDb,
  actor: Actor,
  requestId: string,
): Promise<RequestSight> {
  const { memberId } = requireWorkerReader(actor);
  const seen = await sight(db, requestId, (row) => row.workerId === memberId);
  return { ...seen, test: seen.test === null ? null : { ...seen.test, key: null } };
}

/** What each of these types says to the worker who would ask for it now, by the type's id. */
export async function requestVerdicts(
  db: ReadDb,
  question: { workerId: string; types: readonly TypeRow[]; now: Date },
): Promise<Map<string, { verdict: RequestVerdict; requestId: string | null }>> {
  const { workerId, types, now } = question;
  if (types.length === 0) return new Map();
  const ids = types.map(({ id }) => id);
  const [grants, latest] = await Promise.all([
    db
      .selectFrom('qualificationGrant')
      .select(['typeId', 'state', 'expiresAt'])
      .where('workerId', '=', workerId)
      .where('typeId', 'in', ids)
      .execute(),
    db
      .selectFrom('qualificationRequest')
      .distinctOn('typeId')
      .select(['typeId', 'id', 'state', 'requestedAt', 'deadline'])
      .where('workerId', '=', workerId)
      .where('typeId', 'in', ids)
      .orderBy('typeId')
      .orderBy('requestedAt', 'desc')
      .execute(),
  ]);
  const grantOf = new Map(grants.map((one) => [one.typeId, one]));
  const latestOf = new Map(latest.map((one) => [one.typeId, one]));
  return new Map(
    types.map((type) => {
      const request = latestOf.get(type.id) ?? null;
      const facts = { type, latest: request, grant: grantOf.get(type.id) ?? null };
      return [type.id, { verdict: requestVerdict(facts, now), requestId: request?.id ?? null }];
    }),
  );
}

/** Clients know workers by a short name, never by their own. */
function veiled<Row extends { workerId: string; workerName: string }>(row: Row): Row {
  return { ...row, workerName: shortName(row.workerId) };
}

function requestRows(db: ReadDb) {
  return db
    .selectFrom('qualificationRequest as request')
    .innerJoin('qualificationType as type', 'type.id', 'request.typeId')
    .innerJoin('party as worker', 'worker.id', 'request.workerId')
    .innerJoin('party as owner', 'owner.id', 'request.ownerId')
    .select(['request.id', 'request.typeId', 'request.ownerId', 'request.workerId'])
    .select(['request.state', 'request.testVersion', 'request.requestedAt', 'request.deadline'])
    .select(['request.submittedAt', 'request.decidedAt', 'request.value', 'request.reason'])
    .select(['type.name', 'owner.name as ownerName', 'owner.country as ownerCountry'])
    .select(['worker.name as workerName', 'worker.country as workerCountry']);
}

async function page(rows: ReturnType<typeof requestRows>, question: Question) {
  const { typeId, state, before, limit } = question;
  let query = rows
    .orderBy('request.requestedAt', 'desc')
    .orderBy('request.id', 'desc')
    .limit(limit + 1);
  if (typeId !== undefined) query = query.where('request.typeId', '=', typeId);
  if (state !== undefined) query = query.where('request.state', '=', state);
  if (before !== undefined) {
    const { at, id } = before;
    query = query.where((on) =>
      on(on.refTuple('request.requestedAt', 'request.id'), '<', on.tuple(at, id)),
    );
  }
  const found = await query.execute();
  return toPage(found, limit, (row) => ({ at: row.requestedAt, id: row.id }));
}

async function sight(
  db: ReadDb,
  requestId: string,
  mayRead: (row: RequestRow) => boolean,
): Promise<RequestSight> {
  const row = isId(requestId)
    ? await requestRows(db)
        .select((on) => on.ref('request.answers').$castTo<TestAnswers | null>().as('answers'))
        .where('request.id', '=', requestId)
        .executeTakeFirst()
    : undefined;
  if (row === undefined || !mayRead(row)) {
    return refuse('not_found', { thing: 'qualification request' });
  }
  return { ...row, test: await testOf(db, row.typeId, row.testVersion) };
}
