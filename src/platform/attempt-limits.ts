/**
 * How often something may be tried: guesses at a password, mails to one mailbox. Counted in
 * PostgreSQL, so that every process knows. An attempt is counted before it is made, so that many at
 * once cannot slip past; a success gives its count back.
 */
import { createHash } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '#domain/kernel/refusal.ts';

const MINUTE = 60;

/** Attempts within a window in seconds. An address is a home or an office, so it may do more. */
export const ATTEMPT_LIMITS = {
  sign_in_account: { attempts: 10, seconds: 15 * MINUTE },
  sign_in_address: { attempts: 50, seconds: 15 * MINUTE },
  /** Password and code asked again of a signed-in member. */
  confirm_account: { attempts: 10, seconds: 15 * MINUTE },
  second_factor_address: { attempts: 50, seconds: 15 * MINUTE },
  /** A code of the second factor opens once (RFC 6238 §5.2), while it is valid at all. */
  code_used: { attempts: 1, seconds: 2 * MINUTE },
  sign_up_address: { attempts: 100, seconds: 60 * MINUTE },
  mail_account: { attempts: 5, seconds: 60 * MINUTE },
  mail_address: { attempts: 40, seconds: 60 * MINUTE },
} as const;

export type AttemptKind = keyof typeof ATTEMPT_LIMITS;

export type AttemptLimits = {
  /** Counts one attempt; refuses `rate_limited` (data: retryAfterSeconds) when it is one too many. */
  take(kind: AttemptKind, key: string): Promise<void>;
  /** Takes one count back: the attempt was no guess. */
  giveBack(kind: AttemptKind, key: string): Promise<void>;
  /** Forgets all counts of this key. */
  clear(kind: AttemptKind, key: string): Promise<void>;
};

export function createAttemptLimits(pool: pg.Pool): AttemptLimits {
  const limiters = new Map(
    Object.entries(ATTEMPT_LIMITS).map(([kind, limit], place) => [
      kind,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'auth',
        tableName: 'attempt',
        tableCreated: true,
        keyPrefix: kind,
        points: limit.attempts,
        duration: limit.seconds,
        // One of them clears the table for all.
        clearExpiredByTimeout: place === 0,
      }),
    ]),
  );
  const limiterOf = (kind: AttemptKind): RateLimiterPostgres => {
    const limiter = limiters.get(kind);
    if (limiter === undefined) throw new Error(`No limit is set for ${kind}`);
    return limiter;
  };
  return {
    async take(kind, key) {
      try {
        await limiterOf(kind).consume(digest(key));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        refuse('rate_limited', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
      }
    },
    async giveBack(kind, key) {
      await limiterOf(kind).reward(digest(key));
    },
    async clear(kind, key) {
      await limiterOf(kind).delete(digest(key));
    },
  };
}

/** What counts as one visitor: an IPv4 address, or the /64 that one line of IPv6 gets. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(address) || !isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Whoever reads the table learns no address from it. */
function digest(key: string): string {
  return createHash('sha256').update(key.toLowerCase()).digest('base64url');
}
