/**
 * What every loader and action gets from the server. Imported by the process and by the page
 * bundle alike, so the bundle keeps it outside (vite.config.ts): the key must exist once.
 */
import { createContext, type RouterContextProvider, redirect } from 'react-router';
import { isCountry } from '#domain/accounts/country.ts';
import type { MemberActor, Role } from '#domain/kernel/actor.ts';
import type { Money } from '#domain/kernel/money.ts';
import { type RefusalCode, type RefusalData, refuse } from '#domain/kernel/refusal.ts';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Run } from '#platform/run.ts';

export type Theme = 'light' | 'dark';

/** A party that the signed-in member may act for, as the switch in the bar shows it. */
export type ActingFor = {
  partyId: string;
  name: string;
  role: Role;
  /** What is available in its wallets, by currency; null when this role may not see money. */
  balances: readonly Money[] | null;
};

export type Viewer = {
  actor: MemberActor;
  /** The member's own name. */
  name: string;
  /** Of the party that the member acts for; null until it is told. */
  country: string | null;
  actingFor: readonly ActingFor[];
  unreadNotifications: number;
  /** The member's stored choice; null follows the system. */
  theme: Theme | null;
  /** An IANA zone such as `Europe/Bucharest`. */
  timeZone: string;
};

export type FlashTone = 'go' | 'hold' | 'miss';

/** The band that the next page shows once: what happened, what happened to the money, its evidence. */
export type Flash = {
  tone: FlashTone;
  title: string;
  text?: string;
  evidence?: { href: string; label: string };
};

export type WebConfig = {
  /** The address that people use, such as `https://anyshore.example`. */
  url: string;
  secret: string;
  /** Who runs this marketplace, for the footer. */
  operatorName: string;
  sourceUrl: string;
  demo: boolean;
  /** Whether mails are really sent; otherwise operators read them in the outbox. */
  delivers?: boolean;
};

/** Refusals that only this door knows. */
export type WebRefusalCode = 'cross_site' | 'body_too_large' | 'no_such_act';

/** What a crash or a refusal left for the page that tells about it. */
export type Failure =
  | { kind: 'crash'; number: string }
  | { kind: 'refusal'; code: RefusalCode | WebRefusalCode; data: RefusalData };

export type Web = {
  readDb: ReadDb;
  run: Run;
  config: WebConfig;
  /** Accounts, sessions and how often one may try; for the pages of src/web/accounts alone. */
  auth: Auth;
  limits: AttemptLimits;
  /** Where the bytes of uploaded files lie. */
  files: FileStore;
  /** The visitor's network address. */
  address: string;
  viewer: Viewer | null;
  flash: Flash | null;
  theme: Theme | null;
  nonce: string;
  now: Date;
  request: Request;
  /** Tells the log and gives the number that finds it there. */
  logCrash: (error: unknown) => string;
  failure: Failure | null;
};

export const webKey = createContext<Web>();

type ReadableContext = Readonly<RouterContextProvider>;

/** The request's surroundings: `const { readDb, viewer } = web(context)`. */
export function web(context: ReadableContext): Web {
  return context.get(webKey);
}

/**
 * The country from which shores and hours are seen: `?from=GB` of the address, else the country of
 * the party that the member acts for. Null for a visitor who named none: it is never guessed.
 */
export function lookingFrom(context: ReadableContext): string | null {
  const { request, viewer } = web(context);
  const named = new URL(request.url).searchParams.get('from') ?? '';
  return isCountry(named) ? named : (viewer?.country ?? null);
}

/**
 * For pages that need a member. A visitor is sent to sign in and comes back afterwards.
 */
export function signedIn(context: ReadableContext): Web & { viewer: Viewer; actor: MemberActor } {
  const all = web(context);
  const { viewer } = all;
  if (viewer === null) {
    const { pathname, search } = new URL(all.request.url);
    const next =
      all.request.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : '';
    throw redirect(`/sign-in${next}`);
  }
  return { ...all, viewer, actor: viewer.actor };
}

/** For the operator area; to everybody else it does not exist. */
export function operatorOnly(context: ReadableContext): ReturnType<typeof signedIn> {
  const all = signedIn(context);
  if (!all.actor.operator) refuse('not_found');
  return all;
}
