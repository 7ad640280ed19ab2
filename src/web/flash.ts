/** The band after an act, carried over the redirect in a signed cookie that lives one minute. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { redirect } from 'react-router';
import { type Flash, type web, webKey } from '#web/context.ts';

const COOKIE = 'anyshore_flash';
const LIFE_SECONDS = 60;

/**
 * Answers a POST: go to `to` and show `flash` there once.
 * `return redirectWithFlash(context, `/contracts/${id}`, { tone: 'go', title: 'Released.' })`
 */
export function redirectWithFlash(
  context: Parameters<typeof web>[0],
  to: string,
  flash: Flash,
): Response {
  const { config, now } = context.get(webKey);
  return redirect(to, {
    status: 303,
    headers: { 'Set-Cookie': flashCookie(flash, config.secret, now) },
  });
}

export function flashCookie(flash: Flash, secret: string, now: Date): string {
  const until = now.getTime() + LIFE_SECONDS * 1000;
  const body = Buffer.from(JSON.stringify({ until, flash })).toString('base64url');
  return `${COOKIE}=${body}.${sign(body, secret)}; Path=/; Max-Age=${LIFE_SECONDS}; HttpOnly; SameSite=Lax`;
}

export function readFlash(cookies: Map<string, string>, secret: string, now: Date): Flash | null {
  const [body, signature] = cookies.get(COOKIE)?.split('.') ?? [];
  if (body === undefined || signature === undefined) return null;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(body, secret));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const kept = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    until: number;
    flash: Flash;
  };
  return kept.until < now.getTime() ? null : kept.flash;
}

export const CLEAR_FLASH = `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

export function hasFlash(cookies: Map<string, string>): boolean {
  return cookies.has(COOKIE);
}

function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`flash:${body}`).digest('base64url');
}
