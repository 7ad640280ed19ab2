/** The band after an act, carried over the redirect in a signed cookie that lives one minute. */
import { redirect } from 'react-router';
import { type Flash, type web, webKey } from '#web/context.ts';
import { readSigned, signValue } from '#web/signed-cookie.ts';

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
  const signed = signValue(JSON.stringify({ until, flash }), 'flash', secret);
  return `${COOKIE}=${signed}; Path=/; Max-Age=${LIFE_SECONDS}; HttpOnly; SameSite=Lax`;
}

export function readFlash(cookies: Map<string, string>, secret: string, now: Date): Flash | null {
  const value = readSigned(cookies.get(COOKIE), 'flash', secret);
  if (value === null) return null;
  const { until, flash } = JSON.parse(value) as { until: number; flash: Flash };
  return until < now.getTime() ? null : flash;
}

export const CLEAR_FLASH = `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

export function hasFlash(cookies: Map<string, string>): boolean {
  return cookies.has(COOKIE);
}
