import { expect, test } from 'vitest';
import { OPERATIONS } from '#rest/operations.ts';
import { testDatabase } from '../database.ts';
import { failures } from './door.ts';
import { openRehearsal } from './rehearsal.ts';
import { addressOf, REQUESTS, type Right } from './requests.ts';
import { buildWorld } from './world.ts';

const database = await testDatabase();
const world = await buildWorld(database, 'one');
const { rehearse } = openRehearsal(database);

const LISTS = OPERATIONS.filter(({ query }) => query !== undefined && 'cursor' in query);
/** Their cursors are numbers, such as 1. */
const NUMBERED = new Set(['listEvents', 'readStatement', 'listTasks']);
/** Filters that would leave nothing to leaf through. */
const NEEDED = new Set(['root_id']);

test.each(LISTS.map((one) => [one.id, one] as const))(
  '%s by ones is the whole list',
  async (id, list) => {
    const right = REQUESTS[id]?.(world) ?? { by: 'visitor' };
    const asked = Object.entries(right.query ?? {}).filter(([name]) => NEEDED.has(name));
    const read = async (more: Record<string, string>) => {
      const params: Pick<Right, 'params'> =
        right.params === undefined ? {} : { params: right.params };
      const path = addressOf(list.path, {
        ...params,
        query: { ...Object.fromEntries(asked), ...more },
      });
      const { status, body } = await rehearse('GET', path, { key: world.keys[right.by] });
      expect(status).toBe(200);
      return body as { items: object[]; next_cursor: string | null };
    };
    const whole = await read({ limit: '100' });
    expect(whole.next_cursor).toBeNull();
    const leafed: object[] = [];
    for (let cursor: string | null | undefined; cursor !== null && leafed.length < 101; ) {
      const page = await read({ limit: '1', ...(cursor === undefined ? {} : { cursor }) });
      leafed.push(...page.items);
      cursor = page.next_cursor;
    }
    expect(leafed).toEqual(whole.items);
    expect(failures.splice(0)).toEqual([]);
  },
);

test('a cursor that was never given out is refused, whatever list it is sent to', async () => {
  const forged = [
    'x',
    'bjox',
    Buffer.from('n:-1').toString('base64url'),
    Buffer.from('n:4294967296').toString('base64url'),
  ];
  for (const list of LISTS) {
    const right = REQUESTS[list.id]?.(world) ?? { by: 'visitor' };
    for (const cursor of forged) {
      if (cursor === 'bjox' && NUMBERED.has(list.id)) continue;
      const path = addressOf(list.path, { ...right, query: { ...right.query, cursor } });
      const { body } = await rehearse('GET', path, { key: world.keys[right.by] });
      expect(body).toMatchObject({ status: 422, code: 'input_invalid', field: 'cursor' });
    }
  }
});
