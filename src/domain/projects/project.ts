/**
 * Glossary. A *project* is a posted requirement that asks for proposals. It starts as a *draft*,
 * is *open* for proposals until it *expires*, is *offered* while one freelancer holds the client's
 * offer, and *awarded* once that freelancer signs. Its *audience* is everyone or the invited only.
 * *Proposals count*: how many can be chosen, and once it ended, how many could until then: without
 * those that were withdrawn, declined or lapsed, and those of before it was opened again.
 */
import type { StateTable } from '#domain/kernel/state-table.ts';

export const PROJECT_STATE_NAMES = [
  'draft',
  'open',
  'offered',
  'awarded',
  'closed',
  'expired',
] as const;

export type ProjectState = (typeof PROJECT_STATE_NAMES)[number];

export type ProjectAct =
  | 'draft'
  | 'edit'
  | 'publish'
  | 'extend'
  | 'close'
  | 'expire'
  | 'award'
  | 'reopen'
  | 'sign';

/** The client, the freelancer who holds the offer, or a rule that acts by itself. */
export type ProjectWho = 'client' | 'freelancer' | 'rule';

export const PROJECT_STATES: StateTable<ProjectState, ProjectAct, ProjectWho> = {
  thing: 'project',
  rows: [
    { from: null, act: 'draft', to: 'draft', who: 'client' },
    { from: 'draft', act: 'edit', to: 'draft', who: 'client' },
    { from: 'draft', act: 'publish', to: 'open', who: 'client' },
    { from: 'draft', act: 'close', to: 'closed', who: 'client' },
    { from: 'open', act: 'edit', to: 'open', who: 'client' },
    { from: 'open', act: 'extend', to: 'open', who: 'client' },
    { from: 'open', act: 'close', to: 'closed', who: 'client' },
    { from: 'open', act: 'expire', to: 'expired', who: 'rule' },
    { from: 'open', act: 'award', to: 'offered', who: 'client' },
    { from: 'expired', act: 'extend', to: 'open', who: 'client' },
    { from: 'offered', act: 'reopen', to: 'open', who: 'rule' },
    { from: 'offered', act: 'sign', to: 'awarded', who: 'freelancer' },
  ],
};

export type Pricing = 'fixed' | 'hourly';
export type Audience = 'everyone' | 'invited';

/**
 * Whether the marketplace tells freelancers who fit: by itself at the publication, once the client
 * has looked at the list, or not at all.
 */
export const MATCHINGS = ['automatic', 'review', 'off'] as const;
export type Matching = (typeof MATCHINGS)[number];

const DAY_MS = 86_400_000;
const REOPENED_DAYS = 7;

/** When a project published or extended `now` stops taking proposals. */
export function expiryOf(now: Date, projectDays: number): Date {
  return new Date(now.getTime() + projectDays * DAY_MS);
}

/** Whether to extend it `now` keeps an open project open for a day longer at least. */
export function gainsByExtending(
  project: { state: ProjectState; expiresAt: Date | null },
  { now, projectDays }: { now: Date; projectDays: number },
): boolean {
  if (!takesProposals(project, now) || project.expiresAt === null) return false;
  return expiryOf(now, projectDays).getTime() - project.expiresAt.getTime() >= DAY_MS;
}

/** The end of a project that opens again because its offer came to nothing: at least 7 more days. */
export function reopenedExpiry(expiresAt: Date, now: Date): Date {
  const least = now.getTime() + REOPENED_DAYS * DAY_MS;
  return new Date(Math.max(expiresAt.getTime(), least));
}

/** When a project last came before everybody, where it becomes visible to its audience `now`. */
export function openedAt(
  project: { audience: 'everyone' | 'invited'; openedAt: Date | null },
  now: Date,
): Date | null {
  return project.audience === 'everyone' ? now : project.openedAt;
}

/** Whether proposals may be sent, changed or withdrawn at `now`; a due sweep need not have run. */
export function takesProposals(
  project: { state: ProjectState; expiresAt: Date | null },
  now: Date,
): boolean {
  return project.state === 'open' && project.expiresAt !== null && project.expiresAt > now;
}

/** Whether the words and the budget may still change: nobody has offered on them yet. */
export function mayBeEdited(project: { state: ProjectState; proposalsCount: number }): boolean {
  return project.state === 'draft' || (project.state === 'open' && project.proposalsCount === 0);
}

/** Whether it is the client's turn to choose one of the proposals. */
export function awaitsChoice(project: { state: ProjectState; proposalsCount: number }): boolean {
  return project.state === 'open' && project.proposalsCount > 0;
}
