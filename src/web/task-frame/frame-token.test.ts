import { expect, it } from 'vitest';
import { framePolicy } from './frame-policy.ts';
import { type FrameRight, framePath, readFrameToken } from './frame-token.ts';

const secret = 'only-for-tests-of-pages-0123456789';
const now = new Date('2026-11-20T12:00:00Z');
const until = new Date('2026-11-20T13:00:00Z');
const right: FrameRight = { shown: { kind: 'assignment', id: 'a' }, workerId: 'w', until };
const tokenOf = (given: FrameRight) => framePath(given, secret).replace('/task-frame/', '');

it('holds a right until its time, under one secret', () => {
  const token = tokenOf(right);
  expect(readFrameToken(token, secret, now)).toEqual(right);
  expect(readFrameToken(token, secret, new Date(until.getTime() + 1))).toBe(null);
  expect(readFrameToken(token, `${secret}x`, now)).toBe(null);
  expect(readFrameToken(`${token}x`, secret, now)).toBe(null);
});

it('shortens the values of a preview until its address can be sent', () => {
  const input = Object.fromEntries([...'abcdefghij'].map((name) => [name, '🐚'.repeat(900)]));
  const token = tokenOf({ shown: { kind: 'type', id: 't', input }, workerId: null, until });
  expect(token.length).toBeLessThan(5_000);
  const shown = readFrameToken(token, secret, now)?.shown;
  expect(shown).toMatchObject({ input: { a: expect.stringMatching(/^(?:🐚)+.?…$/u) } });
});

it('lets a form go to its own address only, and no script run unasked', () => {
  const about = { origin: 'https://a.example', action: 'https://a.example/task-frame/t/answer' };
  const plain = framePolicy({ ...about, scripts: false });
  expect(plain).toContain("script-src 'none'");
  expect(plain).toMatch(/^sandbox allow-forms;/);
  expect(plain).toContain(`form-action ${about.action};`);
  const scripted = framePolicy({ ...about, scripts: true });
  expect(scripted).toMatch(/^sandbox allow-forms allow-scripts;/);
  for (const one of [plain, scripted]) {
    expect(one).toContain("connect-src 'none'");
    expect(one).not.toMatch(/allow-same-origin|allow-top|allow-popups/);
  }
});
