/** What should never get through: values, bodies and addresses that a program may send. */

const HUGE = 'x'.repeat(100_000);

/** Instead of any value of a body; raw JSON, so that half a surrogate pair arrives as one. */
export const WRONG_VALUES = [
  'null',
  'true',
  '-1',
  '1.5',
  '1e308',
  '9007199254740993',
  '""',
  '" "',
  '"-5.00"',
  '"1e3"',
  '"99999999999999999999.99"',
  '"0.001"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"2026-02-30"',
  '[]',
  '[[]]',
  '{}',
  '{"$where":"1"}',
  '{"__proto__":{"operator":true}}',
  JSON.stringify(HUGE),
] as const;

/** Of the wrong type whatever the field is. */
export const NEVER_RIGHT = '{"not":{"a":["value"]}}';

export const WRONG_QUERY = [
  '',
  'x'.repeat(3_000),
  '-1',
  '0',
  '1e99',
  '\u0000',
  "' or 1=1 --",
  '5½ naː itʼs',
] as const;

export const WRONG_IDS = [
  'not-an-id',
  '00000000-0000-0000-0000-000000000000',
  '%00',
  '%ff%fe',
  '..%2f..%2fetc',
  '1'.repeat(2_000),
  '-1',
] as const;

/** The paths of all values within a JSON value, such as ['milestones', 0, 'amount']. */
export function pathsIn(value: unknown, before: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return before.length === 0 ? [] : [before];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const inner = entries.flatMap(([name, part]) => pathsIn(part, [...before, name]));
  return before.length === 0 ? inner : [before, ...inner];
}

/** The JSON text of `value` with something else, itself JSON text, at the path. */
export function withAt(value: object, path: (string | number)[], json: string): string {
  const copy = structuredClone(value);
  const last = path.at(-1);
  let place = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) place = place[name] as typeof place;
  if (last !== undefined) place[last] = '@@HERE@@';
  return JSON.stringify(copy).replace('"@@HERE@@"', () => json);
}

export function without(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}
