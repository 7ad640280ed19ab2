/**
 * Secrets that we give out once and keep only as a hash. They are 32 random bytes, so one round of
 * SHA-256 hides them as well as any slow hash would.
 */
import { createHash, randomBytes } from 'node:crypto';

export function mintToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
