/**
 * An *API key* lets a program act as its member for one party, within its *scopes*. It is shown
 * once; we keep its *prefix*, to recognise it, and its hash.
 */
import { hashToken, mintToken } from './secret-token.ts';

const START = 'ash_';
/** Enough to recognise a key in a list, too little to guess it: 6 of 43 characters. */
const SHOWN_CHARACTERS = START.length + 6;
const FORM = /^ash_[\w-]{43}$/;
const MINUTE_MS = 60_000;

export type NewApiKey = {
  /** Shown once, never stored: `ash_` and 43 characters. */
  secret: string;
  prefix: string;
  secretHash: string;
};

/** A new key; `token` is 32 bytes that nobody can guess, in base64url. */
export function mintApiKey(token: string = mintToken()): NewApiKey {
  const secret = START + token;
  return { secret, prefix: secret.slice(0, SHOWN_CHARACTERS), secretHash: hashToken(secret) };
}

export function looksLikeApiKey(text: string): boolean {
  return FORM.test(text);
}

/** Uses noted before this are noted anew: at most one write a minute for a busy key. */
export function staleUseBefore(now: Date): Date {
  return new Date(now.getTime() - MINUTE_MS);
}

export type ApiKeyState = 'active' | 'expired' | 'revoked';

export function apiKeyState(
  key: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ApiKeyState {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt === null || key.expiresAt > now ? 'active' : 'expired';
}
