/**
 * Glossary. A *qualification type* belongs to a client: a name, and how a worker comes by it. A
 * *grant* is one worker holding it with a *value*. A *request* asks for it; it is granted at once
 * (*auto*), after a *test* that a key grades, or when the client decides. *Retired*: no more
 * grants, and those there are go on to count. *Lapsed*: the time of the test ran out.
 */
import type { StateTable } from '#domain/kernel/state-table.ts';

export const TYPE_STATE_NAMES = ['active', 'inactive', 'retired'] as const;
export type TypeState = (typeof TYPE_STATE_NAMES)[number];
export type TypeAct = 'create' | 'create_inactive' | 'change' | 'activate' | 'rest' | 'retire';

export const QUALIFICATION_TYPE_STATES: StateTable<TypeState, TypeAct, 'client'> = {
  thing: 'qualification type',
  rows: [
    { from: null, act: 'create', to: 'active', who: 'client' },
    { from: null, act: 'create_inactive', to: 'inactive', who: 'client' },
    { from: 'active', act: 'change', to: 'active', who: 'client' },
    { from: 'inactive', act: 'change', to: 'inactive', who: 'client' },
    { from: 'active', act: 'rest', to: 'inactive', who: 'client' },
    { from: 'inactive', act: 'activate', to: 'active', who: 'client' },
    { from: 'active', act: 'retire', to: 'retired', who: 'client' },
    { from: 'inactive', act: 'retire', to: 'retired', who: 'client' },
  ],
};

export const REQUEST_STATE_NAMES = ['open', 'submitted', 'granted', 'rejected', 'lapsed'] as const;
export type RequestState = (typeof REQUEST_STATE_NAMES)[number];
export type RequestAct = 'begin' | 'ask' | 'submit' | 'grant' | 'reject' | 'lapse';
export type RequestWho = 'worker' | 'client' | 'rule';

export const QUALIFICATION_REQUEST_STATES: StateTable<RequestState, RequestAct, RequestWho> = {
  thing: 'qualification request',
  rows: [
    { from: null, act: 'begin', to: 'open', who: 'worker' },
    { from: null, act: 'ask', to: 'submitted', who: 'worker' },
    { from: 'open', act: 'submit', to: 'submitted', who: 'worker' },
    { from: 'open', act: 'lapse', to: 'lapsed', who: 'rule' },
    { from: 'submitted', act: 'grant', to: 'granted', who: 'rule' },
    { from: 'submitted', act: 'grant', to: 'granted', who: 'client' },
    { from: 'submitted', act: 'reject', to: 'rejected', who: 'client' },
    { from: 'open', act: 'reject', to: 'rejected', who: 'rule' },
    { from: 'submitted', act: 'reject', to: 'rejected', who: 'rule' },
  ],
};

export const GRANT_STATE_NAMES = ['granted', 'revoked'] as const;
export type GrantState = (typeof GRANT_STATE_NAMES)[number];
export type GrantSource = 'test' | 'client' | 'auto';

export const QUALIFICATION_GRANT_STATES: StateTable<
  GrantState,
  'grant' | 'revoke',
  'client' | 'rule'
> = {
  thing: 'qualification grant',
  rows: [
    { from: null, act: 'grant', to: 'granted', who: 'client' },
    { from: null, act: 'grant', to: 'granted', who: 'rule' },
    { from: 'granted', act: 'grant', to: 'granted', who: 'client' },
    { from: 'granted', act: 'grant', to: 'granted', who: 'rule' },
    { from: 'granted', act: 'revoke', to: 'revoked', who: 'client' },
    { from: 'revoked', act: 'grant', to: 'granted', who: 'client' },
  ],
};

export const QUALIFICATION_LIMITS = {
  nameChars: 128,
  descriptionChars: 2_000,
  keywords: 20,
  keywordChars: 60,
  reasonChars: 1_024,
  blockReasonChars: 4_000,
  grantsAtOnce: 100,
  testSeconds: { least: 30, most: 2_592_000 },
  /** Ten years. */
  retrySeconds: 315_360_000,
  grantDays: 3_650,
  /** What a handed-in test may be late, for slow lines. */
  graceSeconds: 30,
} as const;

const DAY_MS = 86_400_000;

/** When a grant made now ends; null for never. */
export function expiryOf(grantDays: number | null, now: Date): Date | null {
  return grantDays === null ? null : new Date(now.getTime() + grantDays * DAY_MS);
}

export type GrantFacts = { state: GrantState; expiresAt: Date | null };

/** Whether it counts at `now`. */
export function stands(grant: GrantFacts, now: Date): boolean {
  return grant.state === 'granted' && (grant.expiresAt === null || grant.expiresAt > now);
}

export function testIsOver(deadline: Date, now: Date): boolean {
  return now.getTime() > deadline.getTime() + QUALIFICATION_LIMITS.graceSeconds * 1_000;
}

/** Why a worker cannot ask for a qualification now. `later` says from when; `once` is never again. */
export type RequestVerdict =
  | { may: true }
  | { may: false; why: 'closed' | 'begun' | 'waits' | 'once' }
  | { may: false; why: 'later'; at: Date };

export type RequestFacts = {
  type: { state: TypeState; requestable: boolean; retrySeconds: bigint | null };
  latest: { state: RequestState; requestedAt: Date; deadline: Date | null } | null;
  grant: GrantFacts | null;
};

/**
 * Whether a worker may ask now. Without a retry delay there is one request ever, but for a grant
 * that has expired by itself: it can be earned again.
 */
export function requestVerdict({ type, latest, grant }: RequestFacts, now: Date): RequestVerdict {
  if (type.state !== 'active' || !type.requestable) return { may: false, why: 'closed' };
  if (latest === null) return { may: true };
  if (latest.state === 'submitted') return { may: false, why: 'waits' };
  const { deadline } = latest;
  if (latest.state === 'open' && deadline !== null && !testIsOver(deadline, now)) {
    return { may: false, why: 'begun' };
  }
  if (type.retrySeconds === null) {
    const expired = grant?.state === 'granted' && !stands(grant, now);
    return expired ? { may: true } : { may: false, why: 'once' };
  }
  const at = new Date(latest.requestedAt.getTime() + Number(type.retrySeconds) * 1_000);
  return at <= now ? { may: true } : { may: false, why: 'later', at };
}
