import { expect, it } from 'vitest';
import { ownPath } from './auth-request.ts';

it.each([
  ['/contracts?state=active', '/contracts?state=active'],
  ['/a/../b', '/b'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['/..//evil.example', null],
  ['/.//evil.example', null],
  ['/a/..//evil.example', null],
  ['/%2e%2e//evil.example', null],
  ['', null],
  [null, null],
])('%j leads to %j', (text, expected) => {
  expect(ownPath(text)).toBe(expected);
});
