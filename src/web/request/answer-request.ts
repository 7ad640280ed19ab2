/** One request, from its cookies to the finished page. */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { RouterContextProvider } from 'react-router';
import { shortName } from '#domain/kernel/ids.ts';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import { clientAddress } from '#platform/client-address.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Logger } from '#platform/logger.ts';
import type { Run } from '#platform/run.ts';
import { type Failure, type Viewer, type Web, type WebConfig, webKey } from '../context.ts';
import { readCookies } from '../cookies.ts';
import { CLEAR_FLASH, hasFlash, readFlash } from '../flash.ts';
import { readTheme } from '../theme-cookie.ts';
import { compressPage } from './compress-page.ts';
import { firstPage } from './first-page.ts';
import { changesSomething, comesFromHere } from './same-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';

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

export type PageHandler = (request: Request, context: RouterContextProvider) => Promise<Response>;

/** No route has this address, so the page that refuses is drawn there. */
const REFUSED = '/-/refused';

/** `failure` draws the page of a refusal instead of what was asked for. */
export async function answerRequest(
  c: Context,
  services: WebServices,
  handler: PageHandler,
  failure: Failure | null,
): Promise<Response> {
  const request = c.req.raw;
  const cookies = readCookies(request.headers.get('Cookie'));
  const extra = new Headers();
  const all = gather(request, services, cookies);
  all.address = addressOf(c, services.proxies ?? 0);
  all.failure = failure ?? refuseAtDoor(request, services.config.url);
  try {
    all.viewer = await services.loadViewer(request, extra);
  } catch (error) {
    all.failure = { kind: 'crash', number: all.logCrash(error) };
  }
  const response = await draw(request, all, handler);
  const done = await compressPage(response, request.headers.get('Accept-Encoding'));
  const { headers } = done;
  setSecurityHeaders(headers, isSecure(request, services.config.url));
  // What nobody read of a body is still on its way, so the connection cannot be used again.
  if (request.body !== null && (!request.bodyUsed || isTooLarge(all.failure))) {
    headers.set('Connection', 'close');
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  for (const [name, value] of extra) headers.append(name, value);
  if (hasFlash(cookies) && isPage(done)) headers.append('Set-Cookie', CLEAR_FLASH);
  return done;
}

function isTooLarge(failure: Failure | null): boolean {
  return failure?.kind === 'refusal' && failure.code === 'body_too_large';
}

/** The page, or the page of what was refused or broke on the way to it. */
async function draw(request: Request, all: Web, handler: PageHandler): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(webKey, all);
  const response = all.failure === null ? await handler(request, context) : null;
  // Where an act was refused the page was drawn without what the frame shows, such as who looks.
  const whole = response !== null && isPage(response) && !changesSomething(request.method);
  const first = all.failure === null ? null : firstPage(request, all.failure);
  if (first !== null) return new Response(null, { status: 302, headers: { Location: first } });
  if (response !== null && (all.failure === null || whole)) return response;
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

/** What needs no page to be refused: an address that cannot be read, an order from elsewhere. */
function refuseAtDoor(request: Request, url: string): Failure | null {
  if (!isReadable(new URL(request.url).pathname)) {
    return { kind: 'refusal', code: 'not_found', data: {} };
  }
  if (!changesSomething(request.method)) return null;
  if (comesFromHere(request.headers, [request.url, url])) return null;
  return { kind: 'refusal', code: 'cross_site', data: {} };
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function isSecure(request: Request, url: string): boolean {
  const forwarded = request.headers.get('X-Forwarded-Proto');
  return forwarded === 'https' || request.url.startsWith('https:') || url.startsWith('https:');
}

function isPage(response: Response): boolean {
  return (response.headers.get('Content-Type') ?? '').startsWith('text/html');
}
