/** What happened, in words. `{actor}` and the other names in braces are filled in by the page. */

import type { EventKind } from '#domain/kernel/event.ts';
import type { AccountKind } from '#domain/ledger/account.ts';
import type { IconName } from '#web/ui/icon-names.ts';
import type { Tone } from '#web/ui/state.tsx';
import { qualificationEvents } from './qualification-events.ts';
import { taskActs, taskEvents } from './task-events.ts';

export type EventWords = { says: string; icon: IconName; tone: Tone; after?: string };

const happened = {
  'member.registered': { says: '{actor} opened an account', icon: 'user-plus', tone: 'rest' },
  'member.profile_changed': { says: '{actor} changed the profile', icon: 'pencil', tone: 'rest' },
  'member.suspended': { says: '{actor} suspended the account', icon: 'circle-x', tone: 'miss' },
  'member.restored': { says: '{actor} restored the account', icon: 'circle-check', tone: 'go' },
  'member.operator_set': {
    says: '{actor} changed who operates',
    icon: 'shield-check',
    tone: 'rest',
  },
  'organization.founded': { says: '{actor} founded {name}', icon: 'building-2', tone: 'go' },
  'organization.member_invited': {
    says: '{actor} invited {email} as {role}',
    icon: 'user-plus',
    tone: 'rest',
  },
  'organization.invitation_withdrawn': {
    says: '{actor} took back the invitation of {email}',
    icon: 'undo-2',
    tone: 'rest',
  },
  'organization.member_joined': { says: '{actor} joined as {role}', icon: 'users', tone: 'go' },
  'organization.role_changed': {
    says: '{actor} changed a role from {from} to {to}',
    icon: 'users',
    tone: 'rest',
  },
  'organization.member_left': { says: '{actor} ended a membership', icon: 'users', tone: 'rest' },
  'api_key.created': { says: '{actor} made the API key {name}', icon: 'key-round', tone: 'rest' },
  'api_key.revoked': {
    says: '{actor} revoked the API key {name}',
    icon: 'key-round',
    tone: 'rest',
  },
  'deposit.requested': {
    says: '{actor} asked to add {sum}',
    icon: 'wallet',
    tone: 'hold',
    after: 'No money moves until the operator sees it arrive',
  },
  'deposit.cancelled': {
    says: '{actor} took back the request to add {sum}',
    icon: 'undo-2',
    tone: 'rest',
  },
  'deposit.confirmed': { says: '{actor} confirmed that {sum} came in', icon: 'wallet', tone: 'go' },
  'deposit.rejected': {
    says: '{actor} rejected the request to add {sum}',
    icon: 'circle-x',
    tone: 'miss',
  },
  'withdrawal.requested': {
    says: '{actor} asked to withdraw {sum}',
    icon: 'banknote',
    tone: 'hold',
    after: 'The sum is held until the operator answers',
  },
  'withdrawal.cancelled': {
    says: '{actor} took back the withdrawal of {sum}',
    icon: 'undo-2',
    tone: 'rest',
    after: 'The sum is available again',
  },
  'withdrawal.confirmed': {
    says: '{actor} confirmed that {sum} was paid out',
    icon: 'banknote',
    tone: 'go',
  },
  'withdrawal.rejected': {
    says: '{actor} rejected the withdrawal of {sum}',
    icon: 'circle-x',
    tone: 'miss',
    after: 'The sum is available again',
  },
  'fee_rule.added': { says: '{actor} added a fee rule', icon: 'ruler', tone: 'rest' },
  'fee_rule.ended': { says: '{actor} ended a fee rule', icon: 'ruler', tone: 'rest' },
  'terms.changed': { says: '{actor} changed the marketplace terms', icon: 'ruler', tone: 'rest' },
  'ledger.check_asked': {
    says: '{actor} asked for a check of the ledger',
    icon: 'scale',
    tone: 'move',
  },
  'ledger.checked': { says: '{actor} checked the ledger', icon: 'scale', tone: 'rest' },
  'project.drafted': { says: '{actor} drafted the project', icon: 'pencil', tone: 'rest' },
  'project.edited': { says: '{actor} changed the project', icon: 'pencil', tone: 'rest' },
  'project.published': { says: '{actor} published the project', icon: 'circle-dot', tone: 'move' },
  'project.extended': { says: '{actor} extended the project', icon: 'calendar-days', tone: 'move' },
  'project.closed': {
    says: '{actor} closed the project without hire',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'project.expired': { says: 'The project expired', icon: 'circle-slash', tone: 'rest' },
  'project.freelancer_invited': {
    says: '{actor} invited {name}',
    icon: 'mail',
    tone: 'move',
  },
  'project.address_invited': { says: '{actor} invited {email}', icon: 'mail', tone: 'move' },
  'project.invitation_declined': {
    says: '{actor} declined the invitation',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'proposal.sent': { says: '{actor} sent a proposal at {sum}', icon: 'inbox', tone: 'move' },
  'proposal.changed': {
    says: '{actor} changed the proposal, now at {sum}',
    icon: 'pencil',
    tone: 'rest',
  },
  'proposal.withdrawn': { says: '{actor} withdrew the proposal', icon: 'undo-2', tone: 'rest' },
  'proposal.not_chosen': {
    says: 'The proposal was not chosen',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'contract.offered': {
    says: '{actor} offered this contract at {sum}',
    icon: 'inbox',
    tone: 'hold',
  },
  'contract.signed': {
    says: '{actor} signed the contract at {sum}',
    icon: 'circle-check',
    tone: 'go',
    after: 'Work on a milestone begins once it is funded',
  },
  'contract.declined': {
    says: '{actor} declined the offer',
    icon: 'circle-slash',
    tone: 'rest',
    after: 'The project is open again',
  },
  'contract.offer_withdrawn': {
    says: '{actor} took the offer back',
    icon: 'undo-2',
    tone: 'rest',
    after: 'The project is open again',
  },
  'contract.lapsed': {
    says: 'The offer lapsed: nobody signed in time',
    icon: 'circle-slash',
    tone: 'rest',
    after: 'The project is open again',
  },
  'contract.change_proposed': {
    says: '{actor} proposed {change}',
    icon: 'pencil',
    tone: 'hold',
    after: 'Nothing changes until the other side agrees',
  },
  'contract.change_agreed': { says: '{actor} agreed to {change}', icon: 'check', tone: 'go' },
  'contract.change_refused': {
    says: '{actor} refused {change}',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'contract.change_withdrawn': {
    says: '{actor} took back {change}',
    icon: 'undo-2',
    tone: 'rest',
  },
  'contract.ending_proposed': {
    says: '{actor} proposed to end the contract: {toFreelancer} to the freelancer, {toClient} back',
    icon: 'hand-coins',
    tone: 'hold',
    after: 'No money moves until the other side agrees',
  },
  'contract.ending_refused': {
    says: '{actor} refused that ending',
    icon: 'circle-slash',
    tone: 'rest',
    after: 'The money stays in escrow',
  },
  'contract.ending_withdrawn': {
    says: '{actor} took the proposed ending back',
    icon: 'undo-2',
    tone: 'rest',
    after: 'The money stays in escrow',
  },
  'contract.ended': { says: 'The contract ended: {reason}', icon: 'circle-check', tone: 'go' },
  'milestone.funded': {
    says: '{actor} put {funded} into escrow for milestone {position}',
    icon: 'lock',
    tone: 'hold',
  },
  'milestone.delivered': {
    says: '{actor} handed in milestone {position}: {title}{files}',
    icon: 'package-check',
    tone: 'move',
    after: 'The answer is due by {acceptBy}',
  },
  'milestone.changes_requested': {
    says: '{actor} asked for changes in milestone {position}: “{note}”',
    icon: 'undo-2',
    tone: 'move',
    after: 'The clock stopped; the money stays in escrow',
  },
  'milestone.accept_warned': {
    says: '{contract} warned: silence accepts milestone {position} on {acceptBy}',
    icon: 'clock-alert',
    tone: 'hold',
  },
  'milestone.accepted': {
    says: '{acceptor} accepted milestone {position}: {title}',
    icon: 'circle-check',
    tone: 'go',
  },
  'milestone.paid': {
    says: '{contract} released {sum} for milestone {position}',
    icon: 'banknote',
    tone: 'go',
    after: 'The freelancer receives {toFreelancer} after a fee of {fee}',
  },
  'milestone.refunded': {
    says: '{actor} gave {toClient} back for milestone {position}',
    icon: 'rotate-ccw',
    tone: 'rest',
    after: 'The whole escrow of the milestone went back to the client',
  },
  'milestone.split': {
    says: '{contract} divided milestone {position}: {toFreelancer} to the freelancer, {toClient} back',
    icon: 'hand-coins',
    tone: 'go',
    after: 'The fee took {fee}',
  },
  'earnings.available': {
    says: '{contract} made {sum} available',
    icon: 'wallet',
    tone: 'go',
    after: 'The security days are over',
  },
  'feedback.given': {
    says: '{actor} gave feedback',
    icon: 'star',
    tone: 'rest',
    after: 'Hidden until both gave it or the time is over',
  },
  'feedback.revealed': { says: 'Feedback is shown now', icon: 'star', tone: 'go' },
  'feedback.replied': {
    says: '{actor} replied to the feedback',
    icon: 'message-square',
    tone: 'rest',
  },
  'freelancer.changed': {
    says: '{actor} changed the freelancer profile',
    icon: 'pencil',
    tone: 'rest',
  },
  'freelancer.listed': {
    says: '{actor} entered the directory',
    icon: 'circle-check',
    tone: 'go',
  },
  'freelancer.unlisted': {
    says: '{actor} left the directory',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'freelancer.scored': {
    says: 'The quality score was computed again',
    icon: 'ruler',
    tone: 'rest',
  },
  'portfolio.added': {
    says: '{actor} added “{title}” to the portfolio',
    icon: 'pencil',
    tone: 'rest',
  },
  'portfolio.changed': {
    says: '{actor} changed “{title}” in the portfolio',
    icon: 'pencil',
    tone: 'rest',
  },
  'portfolio.removed': {
    says: '{actor} removed “{title}” from the portfolio',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'taxonomy.changed': {
    says: '{actor} changed the categories and skills',
    icon: 'ruler',
    tone: 'rest',
  },
  'project.matched': {
    says: 'The marketplace chose {count} freelancers',
    icon: 'circle-dot',
    tone: 'move',
  },
  'project.match_added': {
    says: '{actor} put {name} on the list',
    icon: 'user-plus',
    tone: 'move',
  },
  'project.match_removed': {
    says: '{actor} took {name} off the list',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'project.invitation_seen': {
    says: '{actor} read the invitation',
    icon: 'mail',
    tone: 'rest',
  },
  'project.invitation_withdrawn': {
    says: '{actor} withdrew the invitation of {name}',
    icon: 'undo-2',
    tone: 'rest',
  },
  'proposal.marked': {
    says: '{actor} noted something on a proposal',
    icon: 'pencil',
    tone: 'rest',
  },
  'saved_search.made': {
    says: '{actor} saved the search {name}',
    icon: 'search',
    tone: 'rest',
  },
  'saved_search.changed': {
    says: '{actor} changed the saved search {name}',
    icon: 'search',
    tone: 'rest',
  },
  'saved_search.dropped': {
    says: '{actor} dropped the saved search {name}',
    icon: 'search',
    tone: 'rest',
  },
  'saved_search.told': {
    says: 'The marketplace told {count} new results of {name}',
    icon: 'mail',
    tone: 'rest',
  },
  'abuse.reported': {
    says: '{actor} reported {what}',
    icon: 'triangle-alert',
    tone: 'hold',
  },
  'abuse.decided': {
    says: '{actor} decided on the report',
    icon: 'scale',
    tone: 'rest',
  },
  'record.signed': {
    says: '{actor} signed a record of the outcomes',
    icon: 'circle-check',
    tone: 'rest',
  },
  'signing_key.made': {
    says: 'The marketplace made a key to sign records',
    icon: 'lock',
    tone: 'rest',
  },
  ...taskEvents,
  ...qualificationEvents,
} as const satisfies Record<EventKind, EventWords>;

/** Acts of transfers that are not named like an event. */
const feeActs = { 'fee.freelancer': 'Fee of the freelancer', 'fee.client': 'Fee of the client' };

/** A line of a statement, by the act of its transfer. */
const acts: Record<string, string> = {
  ...feeActs,
  ...taskActs,
  'deposit.confirmed': 'Added by bank transfer',
  'withdrawal.requested': 'Held for a withdrawal',
  'withdrawal.cancelled': 'Withdrawal taken back',
  'withdrawal.rejected': 'Withdrawal rejected',
  'withdrawal.confirmed': 'Paid out',
  'milestone.funded': 'Into escrow',
  'milestone.paid': 'Back from escrow',
  'milestone.refunded': 'Given back by the freelancer',
  'milestone.split': 'Back after an agreed end',
  'earnings.available': 'Earnings available',
};

const accounts: Record<AccountKind, (name: string, position: number | null) => string> = {
  wallet: (name) => `Account of ${name}`,
  escrow: (name, position) =>
    position === null ? 'Escrow' : `Escrow of milestone ${position}, ${name}`,
  earnings: (name) => `Earnings of ${name}, not yet available`,
  payout: () => 'Held for a withdrawal',
  fee_income: () => 'Fees of the marketplace',
  in_transit: () => 'On its way between two books',
  outside: () => 'The bank outside',
};

export const evidence = {
  happened: happened as Record<EventKind, EventWords>,
  acts,
  accounts,
  /** Who acted, where it was not a person. */
  you: 'You',
  theContract: 'The contract',
  theMarketplace: 'The marketplace',
  actingFor: (member: string, party: string) => `${member} for ${party}`,
  change: {
    add: (title: string) => `a new milestone “${title}”`,
    change: (title: string) => `other terms for a milestone, “${title}”`,
    drop: 'dropping a milestone',
  },
  changeAt: (what: string) => `${what} at {sum}`,
  reasons: {
    completed: 'everything was paid',
    agreed: 'both agreed on the split',
    cancelled: 'it was cancelled',
  } as Record<string, string>,
  files: (count: number, size: string) => `${count} ${count === 1 ? 'file' : 'files'}, ${size}`,
  event: {
    title: (seq: number) => `Event ${seq}`,
    crumb: 'Evidence',
    what: 'What it says',
    who: 'Who',
    when: 'When',
    about: 'About',
    reading: 'Written when it happened; nobody can change it, the operator neither.',
    fields: {
      sum: 'Sum',
      clientFee: 'Fee of the client',
      fee: 'Fee',
      toFreelancer: 'To the freelancer',
      toClient: 'Back to the client',
      availableAt: 'Available from',
      acceptBy: 'Silence accepts on',
      expiresAt: 'Open until',
      dueOn: 'Due',
      position: 'Milestone',
      title: 'Title',
      note: 'Note',
      reason: 'Reason',
      files: 'Files',
      id: 'Id',
    },
    transfers: 'Transfers it caused',
    noTransfers: 'This event moved no money.',
    from: 'From',
    to: 'To',
    amount: 'Sum',
    reference: 'Reference',
    caption: 'Transfers of this event',
    earned: 'Out of escrow to the freelancer',
    book: (home: number) => `Book ${home}`,
    sumNote: 'Each row takes from one account and gives to another, so the sum of all is zero.',
  },
  sheets: {
    funded: {
      name: 'Paid into escrow',
      formula: 'Every sum that the client put into escrow for a milestone of this contract.',
    },
    escrow: {
      name: 'Held in escrow',
      formula: 'What went into escrow, less what left it, milestone by milestone.',
    },
    released: {
      name: 'Released to the freelancer',
      formula: 'What left escrow for the freelancer, before the freelancer’s own fee.',
    },
    received: {
      name: 'Received by the freelancer',
      formula: 'What left escrow for the freelancer, after the fee.',
    },
    fees: {
      name: 'Fees',
      formula: 'What left escrow for the marketplace, by the fee rules of the day of the offer.',
    },
    'freelancer-fee': {
      name: 'Fee of the freelancer',
      formula: 'What left escrow for the marketplace out of the freelancer’s part.',
    },
    'client-fee': {
      name: 'Fee of the client',
      formula:
        'What left escrow for the marketplace out of the fee that the client paid in besides.',
    },
    back: {
      name: 'Back to the client',
      formula: 'What left escrow for the client again: given back, or divided at the end.',
    },
    available: {
      name: (currency: string) => `Available in ${currency}`,
      formula: 'Everything that came into the account, less everything that left it.',
      term: (act: string, count: number) =>
        `${act}, ${count} ${count === 1 ? 'transfer' : 'transfers'}`,
      origin: 'Every transfer of the account, from the first.',
    },
    pending: {
      name: (currency: string) => `Not yet available in ${currency}`,
      formula: 'What you earned and whose security days are not over.',
      term: (position: number, contract: string) => `Milestone ${position}, ${contract}`,
      origin: 'Each term leads to the event that paid it out of escrow.',
    },
    walletEscrow: {
      name: (currency: string) => `In escrow in ${currency}`,
      formula: 'What your contracts hold in escrow, contract by contract.',
      origin: 'Each term leads to the sheet of its contract.',
    },
    counts: {
      'in-progress': {
        name: 'Contracts in progress',
        formula: 'Every contract that was signed and has not ended.',
      },
      waiting: {
        name: 'Waiting for you',
        formula:
          'Every act that your contracts expect of you now, every project of yours with proposals to choose from, and every open invitation.',
      },
    },
    milestone: (position: number, title: string) => `Milestone ${position}, ${title}`,
    into: 'into escrow',
    out: 'out of escrow',
    total: 'Sum',
    none: 'No transfer yet, so the sum is zero.',
    from: (transfers: number, events: number) =>
      `${transfers} ${transfers === 1 ? 'transfer' : 'transfers'} of ${events} ${events === 1 ? 'event' : 'events'}`,
    statement: 'Statement',
    recomputedTitle: 'Recomputed from the transfers.',
    equal: (sum: string) => `They come to ${sum}, the same as on the page.`,
    notEqual: (sum: string, shown: string) =>
      `They come to ${sum}, but the page says ${shown}. Tell the operator; the ledger check finds the account.`,
    contract: 'Contract',
    account: 'Account',
    at: 'When',
  },
};
