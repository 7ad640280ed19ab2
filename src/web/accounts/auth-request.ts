/** Between a page's action and the sign-in behind it: headers in, cookies out, errors as refusals. */
import { redirect } from 'react-router';
import { type RefusalData, refuse } from '#domain/kernel/refusal.ts';
import { ADDRESS_HEADER } from '#platform/auth.ts';
import type { Web } from '#web/context.ts';
import { readCookies } from '#web/cookies.ts';

const NEXT_COOKIE = 'anyshore_next';

/** What the sign-in may know of the request: the session, the device, the true address. */
export function authHeaders({ request, address }: Pick<Web, 'request' | 'address'>): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: address });
  for (const name of ['Cookie', 'User-Agent']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/** The answer with the cookies that the sign-in wrote. */
export function withCookies(response: Response, headers: Headers): Response {
  for (const cookie of headers.getSetCookie()) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** The code of an expected "no" of the sign-in, such as INVALID_TOKEN; undefined for all else. */
export function authErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'APIError') return undefined;
  const { body, statusCode } = error as { body?: { code?: unknown }; statusCode?: number };
  if (typeof statusCode === 'number' && statusCode >= 500) return undefined;
  return typeof body?.code === 'string' ? body.code : undefined;
}

/** Turns expected codes into refusals at a field; every other error flies on. */
export async function refusing<Value>(
  work: Promise<Value>,
  rules: Readonly<Record<string, { field: string; rule: string }>>,
): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const { field, rule } = rules[authErrorCode(error) ?? ''] ?? {};
    if (field === undefined || rule === undefined) throw error;
    const data: RefusalData = { rule };
    return refuse('input_invalid', data, field);
  }
}

/** A path of this site that somebody may be sent to, or null: never another site. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text?.startsWith('/') || /^\/[/\\]|[\p{Cc}\\]/u.test(text)) return null;
  const base = 'http://own.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // Dots are resolved by now: /..//evil.example has become //evil.example, which is another site.
  const stays = url.origin === base && !url.pathname.startsWith('//');
  return stays ? url.pathname + url.search : null;
}

/** Signed-in members have no business on the pages that let people in. */
export function onlyVisitors({ viewer, request }: Web): void {
  if (viewer !== null) throw redirect(nextOf(request));
}

/** Where a member begins who came for nothing in particular. */
const HOME = '/dashboard';

/** Where the visitor wanted to go before; home otherwise. */
export function nextOf(request: Request): string {
  const kept = readCookies(request.headers.get('Cookie')).get(NEXT_COOKIE) ?? '';
  const asked = new URL(request.url).searchParams.get('next');
  return ownPath(asked) ?? ownPath(Buffer.from(kept, 'base64url').toString()) ?? HOME;
}

/** Keeps the way over the mail that opens the account; an hour, as its link does. */
export function keepNext(response: Response, next: string): Response {
  if (next !== HOME) response.headers.append('Set-Cookie', nextCookie(next, 3_600));
  return response;
}

export function forgetNext(response: Response): Response {
  response.headers.append('Set-Cookie', nextCookie('', 0));
  return response;
}

function nextCookie(next: string, seconds: number): string {
  const value = Buffer.from(next).toString('base64url');
  return `${NEXT_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;
}

/** `/sign-in?next=/contracts`: the page that lets somebody in, and what comes after it. */
export function withNext(path: string, next: string): string {
  return next === HOME ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/**
 * Work whose time must not tell whether an address is known: it takes at least this long.
 */
export async function steadily<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const pause = new Promise((resolve) => setTimeout(resolve, milliseconds));
  const [done] = await Promise.allSettled([work, pause]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
