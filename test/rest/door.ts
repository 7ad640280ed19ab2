/** The REST door on a test database: the cast, its keys, and requests as a program sends them. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll } from 'vitest';
import { mintApiKey } from '#domain/accounts/api-key.ts';
import { createApiKey } from '#domain/accounts/commands/create-api-key.ts';
import { ALL_SCOPES, type MemberActor, type Scope } from '#domain/kernel/actor.ts';
import { createFileStore, type FileStore } from '#platform/file-store.ts';
import { createLogger } from '#platform/logger.ts';
import type { Run } from '#platform/run.ts';
import { mountRest } from '#rest/mount.ts';
import type { RestServices } from '#rest/operation.ts';
import type { TestDatabase } from '../database.ts';

export type Answer = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever was answered.
  body: any;
};

export type Sent = {
  key?: string | undefined;
  body?: unknown;
  /** Sent as it is, instead of JSON made of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  idempotencyKey?: string;
};

export type Door = {
  app: Hono;
  files: FileStore;
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
};

/** Failures of the last requests, as the log got them: a test that expects none can say so. */
export const failures: unknown[] = [];

export function openDoor(database: TestDatabase, more: Partial<RestServices> = {}): Door {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-rest-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const quiet = createLogger('silent');
  const files = createFileStore(folder);
  const app = new Hono();
  mountRest(app, {
    readDb: database.readDb,
    primaryDb: database.readDb,
    run: database.run,
    files,
    log: { ...quiet, error: (told: unknown) => failures.push(told) } as RestServices['log'],
    publicUrl: 'http://market.test',
    secret: 'a secret that only this test knows of',
    proxies: 0,
    limits: { requestsPerKey: 100_000, requestsPerAddress: 100_000 },
    checkAnswers: true,
    ...more,
  });
  return { app, files, send: (method, path, sent = {}) => send(app, { method, path, ...sent }) };
}

async function send(
  app: Hono,
  {
    method,
    path,
    key,
    body,
    raw,
    headers = {},
    idempotencyKey,
  }: Sent & { method: string; path: string },
): Promise<Answer> {
  const all = new Headers(headers);
  if (key !== undefined) all.set('Authorization', `Bearer ${key}`);
  if (body !== undefined) all.set('Content-Type', 'application/json');
  if (method !== 'GET' && !all.has('Idempotency-Key')) {
    all.set('Idempotency-Key', idempotencyKey ?? randomUUID());
  }
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await app.request(`http://market.test/api/v1${path}`, {
    method,
    headers: all,
    ...(content === undefined ? {} : { body: content, duplex: 'half' }),
  } as RequestInit);
  const type = response.headers.get('Content-Type') ?? '';
  const answered = /json(;|$)/.test(type) ? await response.json() : await response.text();
  return { status: response.status, headers: response.headers, body: answered };
}

/** A key of this actor, for the party it acts for. */
export async function keyOf(
  run: Run,
  actor: MemberActor,
  made: { scopes?: readonly Scope[]; expiresAt?: string; now?: Date } = {},
): Promise<{ secret: string; keyId: string }> {
  const { scopes = ALL_SCOPES, expiresAt = null, now = new Date() } = made;
  const { secret, ...key } = mintApiKey();
  const input = { name: 'test', scopes, expiresAt, ...key };
  const { keyId } = await run(createApiKey, input, { actor, root: actor.memberId, now });
  return { secret, keyId };
}
