/** How many requests a key, or an address without one, may send a minute; counted per process. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from '#platform/attempt-limits.ts';
import { RestRefusal } from './problem.ts';

export type RateLimits = {
  /** Counts one request of a valid key. */
  takeKey(keyId: string): Promise<Record<string, string>>;
  /** Counts one request without a key, or with one that opens nothing. */
  takeAddress(address: string): Promise<Record<string, string>>;
  /** Refuses an address whose guesses used everything up, before anything is looked up for it. */
  checkAddress(address: string): Promise<void>;
};

const SECONDS = 60;

export const DEFAULT_LIMITS = { requestsPerKey: 1200, requestsPerAddress: 300 };

export function createRateLimits(most: typeof DEFAULT_LIMITS): RateLimits {
  const keys = new RateLimiterMemory({ points: most.requestsPerKey, duration: SECONDS });
  const addresses = new RateLimiterMemory({ points: most.requestsPerAddress, duration: SECONDS });
  return {
    takeKey: (keyId) => take(keys, keyId),
    takeAddress: (address) => take(addresses, addressGroup(address)),
    async checkAddress(address) {
      const used = await addresses.get(addressGroup(address));
      if (used !== null && used.consumedPoints > addresses.points) throw tooMany(addresses, used);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Record<string, string>> {
  try {
    return headers(limiter, await limiter.consume(key));
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(limiter, error) : error;
  }
}

function tooMany(limiter: RateLimiterMemory, used: RateLimiterRes): RestRefusal {
  const told = headers(limiter, used);
  const retryAfterSeconds = Number(told['RateLimit-Reset']);
  return new RestRefusal('rate_limited', {
    data: { retryAfterSeconds },
    headers: { ...told, 'Retry-After': String(retryAfterSeconds) },
  });
}

function headers(limiter: RateLimiterMemory, used: RateLimiterRes): Record<string, string> {
  return {
    'RateLimit-Limit': String(limiter.points),
    'RateLimit-Remaining': String(Math.max(0, used.remainingPoints)),
    'RateLimit-Reset': String(Math.max(1, Math.ceil(used.msBeforeNext / 1000))),
  };
}
