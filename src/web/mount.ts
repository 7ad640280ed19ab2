/** Mounts the pages on the process's Hono app: files, protection, then React Router. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { shortName } from '#domain/kernel/ids.ts';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import { clientAddress } from '#platform/client-address.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Logger } from '#platform/logger.ts';
import type { Run } from '#platform/run.ts';
import { compressPage } from './compress-page.ts';
import { type Failure, type Viewer, type Web, type WebConfig, webKey } from './context.ts';
import { readCookies } from './cookies.ts';
import { CLEAR_FLASH, hasFlash, readFlash } from './flash.ts';
import { changesSomething, comesFromHere } from './same-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { readTheme } from './theme-cookie.ts';

export type WebServices = {
  readDb: ReadDb;
  run: Run;
  logger: Logger;
  config: WebConfig;
  auth: Auth;
  limits: AttemptLimits;
  files: FileStore;
  /** How many reverse proxies stand in front; none unless told. */
  proxies?: number;
  /**
   * Who is signed in, from the request's cookies; null for a visitor. What it writes into `headers`
   * goes out with the answer, such as a renewed session cookie.
   */
  loadViewer: (request: Request, headers: Headers) => Promise<Viewer | null>;
  /** Largest form without files and with files, in bytes. */
  maxFormBytes?: number;
  maxUploadBytes?: number;
};

type Handler = (request: Request, context: RouterContextProvider) => Promise<Response>;

const BUILD = new URL('../../build/', import.meta.url);
const MEGABYTE = 1_000_000;
/** No route has this address, so the page that refuses is drawn there. */
const REFUSED = '/-/refused';

/** Call last: it answers every address that no other door took. Needs `npm run build`. */
export async function mountWeb(app: Hono, services: WebServices): Promise<void> {
  const server = new URL('server/index.js', BUILD);
  if (!existsSync(server)) throw new Error('The pages are not built: npm run build');
  const build = (await import(server.href)) as ServerBuild;
  const handler: Handler = createRequestHandler(build, 'production');
  serveFiles(app);
  app.all('*', limitBody(services, handler), (c) => answer(c, services, handler, null));
}

function serveFiles(app: Hono): void {
  const root = fileURLToPath(new URL('client/', BUILD));
  const plain = serveStatic({
    root,
    precompressed: true,
    onFound: (path, c) => {
      // Names under assets/ carry a hash of the content.
      const forever = path.includes('/assets/');
      const life = forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
      c.header('Cache-Control', life);
      c.header('X-Content-Type-Options', 'nosniff');
    },
  });
  for (const path of ['/assets/*', '/mark.svg', '/robots.txt']) app.get(path, plain);
}

function limitBody(services: WebServices, handler: Handler): ReturnType<typeof bodyLimit> {
  const refused: Failure = { kind: 'refusal', code: 'body_too_large', data: {} };
  const onError = (c: Context) => answer(c, services, handler, refused);
  const form = bodyLimit({ maxSize: services.maxFormBytes ?? MEGABYTE, onError });
  const files = bodyLimit({ maxSize: services.maxUploadBytes ?? 110 * MEGABYTE, onError });
  return (c, next) =>
    (c.req.header('Content-Type') ?? '').startsWith('multipart/form-data')
      ? files(c, next)
      : form(c, next);
}

/** One request from cookies to compressed page. `failure` draws the page of a refusal instead. */
async function answer(
  c: Context,
  services: WebServices,
  handler: Handler,
  failure: Failure | null,
): Promise<Response> {
  const request = c.req.raw;
  const cookies = readCookies(request.headers.get('Cookie'));
  const extra = new Headers();
  const all = gather(request, services, cookies);
  all.address = addressOf(c, services.proxies ?? 0);
  all.failure = failure ?? refuseForeign(request, services.config.url);
  try {
    all.viewer = await services.loadViewer(request, extra);
  } catch (error) {
    all.failure = { kind: 'crash', number: all.logCrash(error) };
  }
  const response = await draw(request, all, handler);
  const done = await compressPage(response, request.headers.get('Accept-Encoding'));
  const { headers } = done;
  setSecurityHeaders(headers, isSecure(request, services.config.url));
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  for (const [name, value] of extra) headers.append(name, value);
  if (hasFlash(cookies) && isPage(done)) headers.append('Set-Cookie', CLEAR_FLASH);
  return done;
}

/** The page, or the page of what was refused or broke on the way to it. */
async function draw(request: Request, all: Web, handler: Handler): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(webKey, all);
  const response = all.failure === null ? await handler(request, context) : null;
  if (response !== null && (all.failure === null || isPage(response))) return response;
  const { url, headers } = request;
  return handler(new Request(new URL(REFUSED, url), { headers }), context);
}

function gather(request: Request, services: WebServices, cookies: Map<string, string>): Web {
  const { readDb, run, config, logger, auth, limits, files } = services;
  const now = new Date();
  return {
    readDb,
    run,
    config,
    auth,
    limits,
    files,
    address: 'unknown',
    now,
    request,
    viewer: null,
    flash: readFlash(cookies, config.secret, now),
    theme: readTheme(cookies),
    nonce: randomBytes(16).toString('base64'),
    logCrash: (error) => logCrash(logger, request, error),
    failure: null,
  };
}

/** Without a socket (a request made inside the process) the address is unknown. */
function addressOf(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const forwarded = c.req.header('X-Forwarded-For');
  return clientAddress(incoming?.socket?.remoteAddress, forwarded, proxies);
}

function logCrash(logger: Logger, request: Request, error: unknown): string {
  const name = shortName(randomBytes(8).toString('hex'));
  const number = `${name.slice(0, 4)}-${name.slice(4)}`;
  const { pathname } = new URL(request.url);
  logger.error({ number, method: request.method, path: pathname, err: error }, 'page failed');
  return number;
}

function refuseForeign(request: Request, url: string): Failure | null {
  if (!changesSomething(request.method)) return null;
  if (comesFromHere(request.headers, [request.url, url])) return null;
  return { kind: 'refusal', code: 'cross_site', data: {} };
}

function isSecure(request: Request, url: string): boolean {
  const forwarded = request.headers.get('X-Forwarded-Proto');
  return forwarded === 'https' || request.url.startsWith('https:') || url.startsWith('https:');
}

function isPage(response: Response): boolean {
  return (response.headers.get('Content-Type') ?? '').startsWith('text/html');
}
