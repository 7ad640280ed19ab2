/** States as people read them: one icon, one word, one tone. The same word for both sides. */
import type { StateLook } from '#web/ui/state.tsx';

export const states = {
  project: {
    draft: { word: 'Draft', icon: 'pencil', tone: 'rest' },
    open: { word: 'Open for proposals', icon: 'circle-dot', tone: 'move' },
    choose: { word: 'Choose one', icon: 'inbox', tone: 'hold' },
    awarded: { word: 'Awarded', icon: 'circle-check', tone: 'go' },
    closed: { word: 'Closed without hire', icon: 'circle-slash', tone: 'rest' },
    expired: { word: 'Expired', icon: 'circle-slash', tone: 'rest' },
  },
  proposal: {
    sent: { word: 'Sent', icon: 'circle-dot', tone: 'move' },
    awarded: { word: 'Awarded', icon: 'circle-check', tone: 'go' },
    withdrawn: { word: 'Withdrawn', icon: 'undo-2', tone: 'rest' },
    declined: { word: 'Not chosen', icon: 'circle-slash', tone: 'rest' },
  },
  contract: {
    offered: { word: 'Offered', icon: 'inbox', tone: 'hold' },
    active: { word: 'In progress', icon: 'circle-dot', tone: 'move' },
    paused: { word: 'Paused', icon: 'circle-pause', tone: 'rest' },
    ended: { word: 'Ended', icon: 'circle-check', tone: 'go' },
    declined: { word: 'Declined', icon: 'circle-slash', tone: 'rest' },
    lapsed: { word: 'Lapsed', icon: 'circle-slash', tone: 'rest' },
    disputed: { word: 'Disputed', icon: 'scale', tone: 'miss' },
  },
  milestone: {
    proposed: { word: 'Not funded', icon: 'circle-dashed', tone: 'rest' },
    funded: { word: 'Held in escrow', icon: 'lock', tone: 'hold' },
    delivered: { word: 'Delivered', icon: 'package-check', tone: 'move' },
    changes: { word: 'Changes asked', icon: 'undo-2', tone: 'move' },
    paid: { word: 'Paid', icon: 'circle-check', tone: 'go' },
    late: { word: 'Late', icon: 'clock-alert', tone: 'miss' },
    disputed: { word: 'Disputed', icon: 'scale', tone: 'miss' },
    refunded: { word: 'Refunded', icon: 'rotate-ccw', tone: 'rest' },
    cancelled: { word: 'Cancelled', icon: 'circle-slash', tone: 'rest' },
  },
  /** For the one who must act, whatever the thing is. */
  waitingForYou: { word: 'Waiting for you', icon: 'inbox', tone: 'hold' },
} as const satisfies Record<string, StateLook | Record<string, StateLook>>;
