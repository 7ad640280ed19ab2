import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, secretOf } from './config.ts';

const DATABASE_URL = 'postgres://a:b@db/anyshore';
const ANYSHORE_SECRET = 'vR8pX2mQ7tL0zK5wB9nC4hJ6gF1dS3aYeU';

test('an empty environment is a private installation on loopback', () => {
  const config = readConfig({ PORT: '' });
  expect(config).toMatchObject({ databaseUrl: undefined, port: 3000, host: '127.0.0.1' });
  expect(config.dataDir).toMatch(/\/data$/);
});

test('every wrong value is named, and none of them shown', () => {
  const wrong = () => readConfig({ PORT: '70000', DATABASE_URL: 'mysql://root:hunter2@db/x' });
  expect(wrong).toThrow(/DATABASE_URL must look like postgres:.*; PORT must be a whole number/);
  expect(wrong).not.toThrow(/hunter2/);
});

test.each([
  [{ DATABASE_URL }, /ANYSHORE_SECRET must be set beside DATABASE_URL/],
  [{ DATABASE_URL, ANYSHORE_SECRET: 'short' }, /too easy to guess/],
  [{ DATABASE_URL, ANYSHORE_SECRET: 'a'.repeat(64) }, /too easy to guess/],
  [{ DATABASE_URL, ANYSHORE_SECRET: 'changeme'.repeat(4) }, /too easy to guess/],
  [{ ANYSHORE_SECRET: 'password'.repeat(4) }, /too easy to guess/],
  [{ PORT: 'abc' }, /^PORT must be a whole number from 0 to 65535\.$/],
  [{ ANYSHORE_URL: 'anyshore.example' }, /ANYSHORE_URL must be an http/],
  [{ ANYSHORE_ROLE: 'both' }, /ANYSHORE_ROLE must be all, web or jobs/],
  [{ SMTP_URL: 'http://mail' }, /SMTP_URL must look like smtp:/],
])('%j is refused', (env, reason) => {
  expect(() => readConfig(env)).toThrow(reason);
});

test('a strong secret beside a database is taken', () => {
  expect(readConfig({ DATABASE_URL, ANYSHORE_SECRET }).secret).toBe(ANYSHORE_SECRET);
});

test('without one a secret is made once and kept from other eyes', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anyshore-secret-'));
  const config = readConfig({ ANYSHORE_DATA: dataDir });
  const secret = secretOf(config);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(secretOf(config)).toBe(secret);
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});
