import { afterEach, describe, expect, test } from 'vitest';
import type { Operation } from '#rest/operation.ts';
import { OPERATIONS } from '#rest/operations.ts';
import { MOST_JSON_BYTES } from '#rest/read-request.ts';
import { testDatabase } from '../database.ts';
import { type Answer, failures, type Sent } from './door.ts';
import {
  NEVER_RIGHT,
  pathsIn,
  WRONG_IDS,
  WRONG_QUERY,
  WRONG_VALUES,
  withAt,
  without,
} from './hostile.ts';
import { openRehearsal } from './rehearsal.ts';
import { addressOf, REQUESTS, type Right } from './requests.ts';
import { buildWorld, UNKNOWN_ID, type World } from './world.ts';

const database = await testDatabase();
const world = await buildWorld(database, 'one');
const others = await buildWorld(database, 'two');
const { rehearse } = openRehearsal(database);

const ALL = OPERATIONS.map((one) => [one.id, one] as const);
const WRITING = ALL.filter(([, one]) => one.method !== 'get' && one.upload !== true);
const json = { 'Content-Type': 'application/json' };

afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
});

describe('ids that are malformed, unknown or of others', () => {
  test.each(ALL.filter(([, one]) => one.params !== undefined))('%s', async (id, operation) => {
    const right = rightOf(id);
    const foreign = rightOf(id, others).params ?? {};
    for (const name of Object.keys(operation.params ?? {})) {
      for (const wrong of [...WRONG_IDS, UNKNOWN_ID]) {
        const params = { ...right.params, [name]: wrong };
        const answer = await send(operation, { ...right, params });
        expectRefusal(answer, [404, 409]);
      }
      const value = foreign[name] ?? '';
      if (PUBLIC.has(id) || value === right.params?.[name]) continue;
      const answer = await send(operation, {
        ...right,
        params: { ...right.params, [name]: value },
      });
      expectRefusal(answer, [404, 409]);
    }
  });
  const PUBLIC = new Set([
    'getParty',
    'getFreelancer',
    'listFeedbackAbout',
    'replyToFeedback',
    'getScore',
    'exportScore',
    'getReport',
    'decideReport',
    'confirmMoneyRequest',
    'rejectMoneyRequest',
    'suspendMember',
    'restoreMember',
    'getQualificationType',
    'requestQualification',
    ...['getOfferedBatch', 'acceptNextTask', 'acceptTask'],
    ...['getAppeal', 'decideAppeal', 'freeBreaker'],
  ]);
});

describe('ids of others within a body', () => {
  test.each(WRITING.filter(([, one]) => one.body !== undefined))('%s', async (id, operation) => {
    const right = rightOf(id);
    const foreign = rightOf(id, others).body ?? {};
    for (const path of pathsIn(right.body ?? {})) {
      const mine = valueAt(right.body, path);
      const theirs = valueAt(foreign, path);
      if (typeof theirs !== 'string' || theirs === mine) continue;
      const raw = withAt(right.body ?? {}, path, JSON.stringify(theirs));
      const answer = await send(operation, right, { raw, headers: json });
      if (OF_ANYBODY.has(id)) expect(answer.status).toBeLessThan(300);
      else expectRefusal(answer, [403, 404, 409]);
    }
  });
});

/**
 * A freelancer of anybody may be invited, and what everybody sees may be reported. Of several
 * answers, those that are not of the batch are left out.
 */
const OF_ANYBODY = new Set([
  ...['inviteFreelancer', 'addMatch', 'reportAbuse'],
  ...['grantQualification', 'blockWorker'],
  ...['approveAnswers', 'rejectAnswers'],
]);

describe('queries', () => {
  test.each(ALL.filter(([, one]) => one.method === 'get'))('%s', async (id, operation) => {
    const right = rightOf(id);
    for (const name of Object.keys(operation.query ?? {})) {
      for (const wrong of WRONG_QUERY) {
        const query = { ...right.query, [name]: wrong };
        expectAnswer(await send(operation, { ...right, query }));
      }
      const path = addressOf(operation.path, right);
      const twice = `${path}${path.includes('?') ? '&' : '?'}${name}=1&${name}=2`;
      expectRefusal(await rehearse('GET', twice, { key: world.keys[right.by] }), [422]);
    }
    expectRefusal(await send(operation, { ...right, query: { ...right.query, nope: '1' } }), [422]);
  });
});

describe('wrong values in every place of a body', () => {
  test.each(WRITING.filter(([, one]) => one.body !== undefined))('%s', async (id, operation) => {
    const right = rightOf(id);
    const body = right.body ?? {};
    for (const path of pathsIn(body)) {
      for (const wrong of WRONG_VALUES) {
        const raw = withAt(body, path, wrong);
        expectAnswer(await send(operation, right, { raw, headers: json }));
      }
      if (id === 'saveDraft' && path[0] === 'fields') continue;
      const never = { raw: withAt(body, path, NEVER_RIGHT), headers: json };
      const answer = expectRefusal(await send(operation, right, never), [422]);
      expect(answer.body.field).toContain(String(path[0]));
    }
    for (const name of Object.keys(body)) {
      expectAnswer(await send(operation, { ...right, body: without(body, name) }));
    }
  });
});

describe('bodies that are none', () => {
  test.each(WRITING)('%s', async (id, operation) => {
    const right = rightOf(id);
    const raw = (content: BodyInit, headers = json) =>
      send(operation, right, { raw: content, headers });
    expectRefusal(await raw('{"a":'), [400]);
    expectRefusal(await raw('nonsense'), [400]);
    expectRefusal(await raw(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), [400]);
    expectRefusal(await raw('['.repeat(100_000)), [400]);
    expectRefusal(await raw('['.repeat(50_000) + ']'.repeat(50_000)), [422]);
    for (const other of ['[]', '"text"', '7', 'null', '{"nope":1}']) {
      expectRefusal(await raw(other), [422]);
    }
    expectRefusal(await raw('{"a":1}', { 'Content-Type': 'text/plain' }), [415]);
    const most = operation.mostBytes ?? MOST_JSON_BYTES;
    expectRefusal(await raw(JSON.stringify('x'.repeat(most))), [413]);
  });
});

describe('keys of repetition', () => {
  test.each(WRITING)('%s', async (id, operation) => {
    for (const key of ['', 'two words', 'x'.repeat(201)]) {
      const headers = { 'Idempotency-Key': key };
      expectRefusal(await send(operation, rightOf(id), { headers }), [400]);
    }
  });
});

describe('things in another state', () => {
  test.each(ALL.filter(([, one]) => one.params !== undefined))('%s', async (id, operation) => {
    const right = rightOf(id);
    for (const [name, value] of Object.entries(right.params ?? {})) {
      for (const other of SIBLINGS.find((ids) => ids.includes(value)) ?? []) {
        const answer = await send(operation, {
          ...right,
          params: { ...right.params, [name]: other },
        });
        expectAnswer(answer);
      }
    }
  });
  const SIBLINGS = [
    [world.draftId, world.projectId, world.emptyProjectId],
    [
      world.offeredId,
      world.contractId,
      world.endingContractId,
      world.idleContractId,
      world.endedContractId,
    ],
    [world.agreedId, world.fundedId, world.deliveredId],
    [world.draftBatchId, world.batchId, world.pausedBatchId, world.emptyBatchId],
    [world.freeTaskId, world.doneTaskId, world.reviewedTaskId],
    [
      ...[world.heldAssignmentId, world.handedInId, world.otherHandedInId],
      ...[world.rejectedId, world.appealedId],
    ],
    [world.depositId, world.withdrawalId],
    [world.ownerId, world.managerId, world.memberId, world.freelancerId, world.suspendedId],
  ];
});

function rightOf(id: string, of: World = world): Right {
  const right = REQUESTS[id];
  if (right === undefined) throw new Error(`${id} has no request in requests.ts`);
  return right(of);
}

function send(operation: Operation, right: Right, instead: Sent = {}): Promise<Answer> {
  const { by, params, query, ...content } = right;
  const path = addressOf(operation.path, {
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { query }),
  });
  const { body: _body, ...bare } = { body: undefined, ...content };
  const sent = instead.raw === undefined ? content : bare;
  return rehearse(operation.method.toUpperCase(), path, {
    key: world.keys[by],
    ...sent,
    ...instead,
  });
}

function valueAt(value: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (place, name) => (place as Record<string | number, unknown> | undefined)?.[name],
    value,
  );
}

/** Any answer but a failure, without a word of the other world. */
function expectAnswer(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  const told = JSON.stringify(answer.body);
  // Open projects of the other world are for everybody.
  if (answer.status >= 300) expect(told).not.toContain(others.secret);
}

/** A problem with everything that a program needs to go on. */
function expectRefusal(answer: Answer, statuses: number[]): Answer {
  expect(statuses).toContain(answer.status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status: answer.status,
    code: expect.stringMatching(/^[a-z_]+$/),
    detail: expect.stringMatching(/\w/),
  });
  expect(JSON.stringify(answer.body)).not.toContain(others.secret);
  return answer;
}
