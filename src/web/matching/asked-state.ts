import { text } from '#web/text/catalogue.ts';
import type { StateLook } from '#web/ui/state.tsx';

const words = text.matching.page.states;

export type AskedState =
  | 'suggested'
  | 'draft'
  | 'told'
  | 'seen'
  | 'declined'
  | 'proposed'
  | 'withdrawn';

type Asked = {
  state: 'suggested' | 'sent' | 'removed';
  seenAt: Date | null;
  answeredAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
  proposalId: string | null;
};

/** What came of asking one freelancer, the last thing first. */
export function askedState(one: Asked, draft: boolean): AskedState {
  if (one.proposalId !== null) return 'proposed';
  if (one.withdrawnAt !== null) return 'withdrawn';
  if (one.declinedAt !== null) return 'declined';
  if (one.state === 'suggested') return 'suggested';
  if (draft) return 'draft';
  return one.seenAt === null ? 'told' : 'seen';
}

export const ASKED_LOOK: Record<AskedState, StateLook> = {
  suggested: { word: words.suggested, icon: 'circle-dashed', tone: 'rest' },
  draft: { word: words.draft, icon: 'circle-dashed', tone: 'rest' },
  told: { word: words.told, icon: 'mail', tone: 'move' },
  seen: { word: words.seen, icon: 'circle-dot', tone: 'move' },
  declined: { word: words.declined, icon: 'circle-slash', tone: 'rest' },
  proposed: { word: words.proposed, icon: 'inbox', tone: 'hold' },
  withdrawn: { word: words.withdrawn, icon: 'undo-2', tone: 'rest' },
};

/** How many were told, saw it and answered; withdrawn ones are left out. */
export function countAsked(states: readonly AskedState[]) {
  const of = (...some: AskedState[]) => states.filter((one) => some.includes(one)).length;
  return {
    waiting: of('suggested'),
    told: of('told', 'seen', 'declined', 'proposed'),
    seen: of('seen', 'declined', 'proposed'),
    answered: of('declined', 'proposed'),
  };
}
