import { expect, it } from 'vitest';
import { comesFromHere } from './same-origin.ts';

const OWN = ['http://127.0.0.1:3000/theme', 'https://anyshore.example'];

it.each([
  [{ 'Sec-Fetch-Site': 'same-origin' }, true],
  [{ 'Sec-Fetch-Site': 'none' }, true],
  [{ 'Sec-Fetch-Site': 'same-site' }, false],
  [{ 'Sec-Fetch-Site': 'cross-site' }, false],
  // The browser's own word goes before a header that a proxy may have rewritten.
  [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://anyshore.example' }, false],
  [{ Origin: 'https://anyshore.example' }, true],
  [{ Origin: 'http://127.0.0.1:3000' }, true],
  [{ Origin: 'http://127.0.0.1:3001' }, false],
  [{ Origin: 'https://anyshore.example.evil.example' }, false],
  [{ Origin: 'https://evil.example/https://anyshore.example' }, false],
  [{ Origin: 'null' }, false],
  [{ Origin: '' }, false],
  [{ Referer: 'https://anyshore.example/' }, false],
  [{}, false],
])('%j → %s', (headers, expected) => {
  expect(comesFromHere(new Headers(headers as Record<string, string>), OWN)).toBe(expected);
});
