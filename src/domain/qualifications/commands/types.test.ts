import { expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castQualification, SPANISH, SPANISH_TEST } from '#test/cast/qualifications.ts';
import { testDatabase } from '#test/database.ts';
import { changeType } from './change-type.ts';
import type { CreateType } from './create-type.ts';
import { requestQualification } from './request-qualification.ts';
import { retireType } from './retire-type.ts';

const { db, run } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ana = await castMember(run, 'Ana Dumitru');
const act = { actor: client, root: client.partyId };

function make(parts: Partial<CreateType> = {}, actor: MemberActor = client): Promise<string> {
  return castQualification(run, actor, parts);
}

async function kinds(rootId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('rootId', '=', rootId)
    .where('kind', 'like', 'qualification.%')
    .orderBy('seq')
    .execute();
  return rows.map(({ kind }) => kind);
}

test('a name is one per client, whatever its letters, and free again when it is retired', async () => {
  const typeId = await make();
  await expect(make({ name: ' spanish,  WRITTEN ' })).rejects.toMatchObject({ code: 'name_taken' });
  await make({}, ana);
  await run(retireType, { typeId }, act);
  await expect(run(retireType, { typeId }, act)).rejects.toMatchObject({ code: 'wrong_state' });
  const again = await make();
  expect(again).not.toBe(typeId);
  expect(await kinds(client.partyId)).toEqual([
    'qualification.made',
    'qualification.retired',
    'qualification.made',
  ]);
});

const TEST = SPANISH_TEST;

test.each([
  ['name', { name: ' ' }],
  ['name', { name: 'x'.repeat(129) }],
  ['description', { description: '' }],
  ['keywords', { keywords: Array.from({ length: 21 }, (_none, place) => `word ${place}`) }],
  ['keywords', { keywords: ['x'.repeat(61)] }],
  ['autoValue', { autoValue: 1 }],
  ['autoValue', { autoValue: 0.5, test: null }],
  ['autoValue', { autoValue: 1, test: null, requestable: false }],
  ['retrySeconds', { retrySeconds: -1 }],
  ['grantDays', { grantDays: 0 }],
  ['test.durationSeconds', { test: { ...TEST, durationSeconds: 5 } }],
  ['test.form', { test: { ...TEST, form: { kind: 'html', html: '<p>Hi</p>' } } }],
  ['test.form', { test: { ...TEST, form: variable() } }],
  ['test.key.questions', { test: { ...TEST, key: { questions: [] } } }],
])('refuses a wrong %s', async (field, parts) => {
  const wrong = make({ name: 'Another', ...parts });
  await expect(wrong).rejects.toMatchObject({ code: 'input_invalid', field });
});

test('only who may post for the party makes and changes its types; to others they are not there', async () => {
  const typeId = await make({ name: 'French' });
  const theirs = { actor: ana, root: ana.partyId };
  await expect(run(changeType, { typeId, active: false }, theirs)).rejects.toMatchObject({
    code: 'not_found',
  });
  const reader = { ...client, scopes: ['read'] } as const;
  await expect(make({ name: 'German' }, reader)).rejects.toMatchObject({ code: 'scope_missing' });
});

test('parts change, and nothing changed is no event', async () => {
  const typeId = await make({ name: 'Italian' });
  const same = { typeId, description: SPANISH.description, active: true, test: SPANISH_TEST };
  expect((await run(changeType, same, act)).seq).toBe(null);
  const change = { typeId, active: false, grantDays: 90, keywords: ['italian'] };
  expect((await run(changeType, change, act)).changed).toEqual(['keywords', 'grantDays', 'state']);
  const harder = { ...SPANISH_TEST, durationSeconds: 300 };
  expect((await run(changeType, { typeId, test: harder }, act)).changed).toEqual(['test']);
  const type = await db
    .selectFrom('qualificationType')
    .select(['state', 'testVersion', 'name'])
    .where('id', '=', typeId)
    .executeTakeFirst();
  expect(type).toEqual({ state: 'inactive', testVersion: 2, name: 'Italian' });
});

test('a type with a test is not granted at once, and a retry that was promised stays', async () => {
  const typeId = await make({ name: 'Latin' });
  await expect(run(changeType, { typeId, autoValue: 1 }, act)).rejects.toMatchObject({
    data: { rule: 'test_or_auto' },
  });
  await expect(run(changeType, { typeId, retrySeconds: null }, act)).rejects.toMatchObject({
    data: { rule: 'no_retry' },
  });
  const auto = await make({ name: 'Reader', test: null, autoValue: 1, retrySeconds: null });
  await expect(run(changeType, { typeId: auto, test: SPANISH_TEST }, act)).rejects.toMatchObject({
    field: 'autoValue',
  });
});

test('retiring rejects what waits', async () => {
  const typeId = await make({ name: 'Greek', test: null });
  const asked = { actor: ana, root: ana.memberId };
  const { requestId } = await run(requestQualification, { typeId }, asked);
  expect((await run(retireType, { typeId }, act)).rejected).toBe(1);
  const request = await db
    .selectFrom('qualificationRequest')
    .select('state')
    .where('id', '=', requestId)
    .executeTakeFirst();
  expect(request?.state).toBe('rejected');
  await expect(run(requestQualification, { typeId }, asked)).rejects.toMatchObject({
    code: 'qualification_closed',
  });
});

function variable() {
  const label = 'Is ${city} right?';
  return { kind: 'form', fields: [{ kind: 'text', name: 'right', label }] };
}
