/** Small values that a cookie carries and only this marketplace can have written. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** `purpose` keeps a value from being used where another one is expected. */
export function signValue(value: string, purpose: string, secret: string): string {
  return `${Buffer.from(value).toString('base64url')}.${signature(value, purpose, secret)}`;
}

/** The value, or null where it was not signed here for this purpose. */
export function readSigned(
  signed: string | undefined,
  purpose: string,
  secret: string,
): string | null {
  const [body, given, ...rest] = signed?.split('.') ?? [];
  if (body === undefined || given === undefined || rest.length > 0) return null;
  const value = Buffer.from(body, 'base64url').toString();
  const right = Buffer.from(signature(value, purpose, secret));
  const shown = Buffer.from(given);
  return shown.length === right.length && timingSafeEqual(shown, right) ? value : null;
}

function signature(value: string, purpose: string, secret: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${value}`).digest('base64url');
}
