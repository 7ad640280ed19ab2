/** The marketplace, and beside it another site to which stolen things would go. */
import { readdirSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import type { FileStore } from '#platform/file-store.ts';
import { mountWeb } from '#web/mount.ts';
import { contentSecurityPolicy } from '#web/request/security-headers.ts';
import type { TestDatabase } from '../database.ts';
import { quiet } from '../quiet-log.ts';

export type Request = { method: string; path: string; cookie: string; body: string };

const SECRET = 'only-for-tests-of-pages-0123456789';
const CLIENT = new URL('../../build/client/assets/', import.meta.url);

export type HostileSite = {
  url: string;
  secret: string;
  requests: Request[];
  /** The page around the frame: a worker's page with a secret, a button that counts, a draft. */
  around: (frame: string, next: string) => string;
  stop: () => Promise<void>;
};

export async function serveHostile(
  { readDb, run }: Pick<TestDatabase, 'readDb' | 'run'>,
  cast: Readonly<Record<string, MemberActor>>,
): Promise<HostileSite> {
  const app = new Hono();
  const requests = record(app);
  const { url, stop } = await listen(app);
  app.get('/around', (c) => {
    const page = around(c.req.query('frame') ?? '', c.req.query('next') ?? '/');
    return c.html(page, 200, { 'Content-Security-Policy': contentSecurityPolicy('around', true) });
  });
  await mountWeb(app, {
    readDb,
    run,
    auth: {} as Auth,
    limits: {} as AttemptLimits,
    files: {} as FileStore,
    logger: quiet,
    config: { url, secret: SECRET, operatorName: 'Northshore', sourceUrl: '', demo: false },
    loadViewer: (request) => {
      const name = /(?:^|; )cast=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '';
      const actor = cast[name];
      const seen = { unreadNotifications: 0, theme: null, timeZone: 'UTC', country: null };
      return Promise.resolve(actor === undefined ? null : { actor, name, actingFor: [], ...seen });
    },
  });
  return {
    url,
    secret: SECRET,
    requests,
    around: (frame, next) => `${url}/around?${new URLSearchParams({ frame, next })}`,
    stop,
  };
}

/** Answers everybody everything, and writes down what it was told. */
export async function serveOtherSite(): Promise<Omit<HostileSite, 'around' | 'secret'>> {
  const app = new Hono();
  const requests = record(app);
  app.all('*', (c) => c.text('thanks', 200, { 'Access-Control-Allow-Origin': '*' }));
  return { requests, ...(await listen(app)) };
}

function record(app: Hono): Request[] {
  const requests: Request[] = [];
  app.use('*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const cookie = c.req.header('Cookie') ?? '';
    requests.push({ method: c.req.method, path: pathname + search, cookie, body: '' });
    await next();
  });
  return requests;
}

function around(frame: string, next: string): string {
  const script = readdirSync(CLIENT).find((name) => /^enhance-task-frame-[\w-]+\.js$/.test(name));
  return `<!doctype html><html lang="en"><title>Work</title>
    <p id="secret">Balance USD 412.00</p><button id="count" type="button">0</button>
    <iframe id="task" src="${frame}" title="Task" width="600" height="300"
      sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"
      data-task-frame="${next}"></iframe>
    <script nonce="around">
      localStorage.setItem('draft', 'private draft');
      window.heard = [];
      addEventListener('message', (event) => heard.push(event.data));
      const count = document.getElementById('count');
      count.onclick = () => { count.textContent = String(Number(count.textContent) + 1); };
    </script>
    <script nonce="around" type="module" src="/assets/${script}"></script>`;
}

function listen(app: Hono): Promise<{ url: string; stop: () => Promise<void> }> {
  return new Promise((ready) => {
    const fetch: typeof app.fetch = (request, env, context) => app.fetch(request, env, context);
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}
