/** One address for several members of a test's cast: each request says in a cookie who sends it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import type { ReadDb } from '#platform/database.ts';
import { createFileStore } from '#platform/file-store.ts';
import { mountWeb } from '#web/mount.ts';
import type { TestDatabase } from '../database.ts';
import { quiet } from '../quiet-log.ts';

export type Answer = { status: number; html: string; location: string | null; headers: Headers };

export type Site = {
  url: string;
  /** The cookie of this member's browser, for a browser's context. */
  cookie: (who: string) => { name: string; value: string; url: string };
  get: (who: string, path: string) => Promise<Answer>;
  /** Sends a form as a browser without script does; the same `_key` is the same form sent again. */
  post: (who: string, path: string, fields: Record<string, string> | FormData) => Promise<Answer>;
  stop: () => Promise<void>;
};

const COOKIE = 'cast';

export async function serveAs(
  { readDb, run }: Pick<TestDatabase, 'readDb' | 'run'>,
  cast: Readonly<Record<string, MemberActor>>,
): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-test-files-'));
  const app = new Hono();
  const { url, stop } = await listen(app);
  await mountWeb(app, {
    readDb,
    run,
    auth: {} as Auth,
    limits: {} as AttemptLimits,
    files: createFileStore(folder),
    logger: quiet,
    config: {
      url,
      secret: 'only-for-tests-of-pages-0123456789',
      operatorName: 'Northshore Cooperative',
      sourceUrl: '',
      demo: false,
    },
    loadViewer: async (request) => {
      const name = /(?:^|; )cast=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '';
      const actor = cast[name];
      if (actor === undefined) return null;
      const { partyId, role } = actor;
      const actingFor = [{ partyId, name, role, balances: [] }];
      const country = await countryOf(readDb, partyId);
      const seen = { unreadNotifications: 0, theme: null, timeZone: 'UTC' };
      return { actor, name, country, actingFor, ...seen };
    },
  });
  const send = async (who: string, path: string, init: RequestInit): Promise<Answer> => {
    const headers = { Cookie: `${COOKIE}=${who}`, Origin: url };
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    return {
      status: response.status,
      // React parts neighbouring texts by comments; a reader does not see them.
      html: (await response.text()).replaceAll('<!-- -->', ''),
      location: response.headers.get('Location'),
      headers: response.headers,
    };
  };
  return {
    url,
    cookie: (who) => ({ name: COOKIE, value: who, url }),
    get: (who, path) => send(who, path, {}),
    post: (who, path, fields) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return send(who, path, { method: 'POST', body });
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(app: Hono): Promise<{ url: string; stop: () => Promise<void> }> {
  return new Promise((ready) => {
    const fetch: typeof app.fetch = (request, env, context) => app.fetch(request, env, context);
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      ready({
        url: `http://127.0.0.1:${info.port}`,
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      }),
    );
  });
}

async function countryOf(readDb: ReadDb, partyId: string): Promise<string | null> {
  const party = await readDb
    .selectFrom('party')
    .select('country')
    .where('id', '=', partyId)
    .executeTakeFirst();
  return party?.country ?? null;
}
