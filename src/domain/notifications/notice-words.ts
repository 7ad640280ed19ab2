/**
 * What a notice says, in English: one line that states the finding and the money, and what to do.
 * The list behind the bell and the mails read the same words; another language is another table.
 */
import { whyNot, whyYou } from './invitation-words.ts';
import type { ToldKind } from './notice.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { aboutDirectory } from './notices-of-directory.ts';
import { aboutQualifications } from './notices-of-qualifications.ts';
import { aboutTasks } from './notices-of-tasks.ts';

export type NoticeWords = { title: string; body: string };

type Say = (facts: NoticeFacts) => NoticeWords;

const say = (title: string, body: string): NoticeWords => ({ title, body });

/** A note of somebody in their own words, behind what it means. */
function withNote(f: NoticeFacts, means: string, name = 'note'): string {
  const note = f.text(name);
  return note === '' ? means : `${means} ${f.who} writes: “${note}”`;
}

const aboutMembers = {
  'member.suspended': (f) =>
    say(
      'Your account is suspended',
      `The operator gives this reason: “${f.text('reason')}” Your contracts go on by their rules.`,
    ),
  'member.restored': () => say('Your account works again', 'You can sign in and act as before.'),
  'member.operator_set': (f) =>
    f.is('operator')
      ? say('You are an operator now', 'The operator area stands in the bar of every page.')
      : say('You are no operator any more', 'The operator area is closed to you.'),
  'organization.member_invited': (f) =>
    say(
      `${f.text('owner')} invites you as ${f.text('role')}`,
      'A mail to your address holds the link with which you answer.',
    ),
  'organization.member_joined': (f) =>
    say(`${f.text('subject')} joined ${f.text('owner')} as ${f.text('role')}`, ''),
  'organization.role_changed': (f) =>
    say(
      `You are ${f.text('to')} of ${f.text('owner')} now`,
      `You were ${f.text('from')} before. What you may do has changed with it.`,
    ),
  'organization.member_left': (f) =>
    f.side === 'subject'
      ? say(`You are no longer in ${f.text('owner')}`, 'Its work and money are closed to you.')
      : say(`${f.text('subject')} left ${f.text('owner')}`, ''),
} satisfies Partial<Record<ToldKind, Say>>;

const aboutMoney = {
  'deposit.requested': (f) =>
    say(
      `${f.who} pays in ${f.money('amountMinor')}`,
      'Confirm it when it has arrived. Until then nothing moves.',
    ),
  'deposit.confirmed': (f) =>
    say(`${f.money('amountMinor')} arrived in your account`, 'You can fund milestones with it.'),
  'deposit.rejected': (f) =>
    say(`Your deposit of ${f.money('amountMinor')} was rejected`, operatorNote(f)),
  'withdrawal.requested': (f) =>
    say(
      `${f.who} withdraws ${f.money('amountMinor')}`,
      'The sum is held. Send it and confirm, or reject it and it returns.',
    ),
  'withdrawal.confirmed': (f) =>
    say(`${f.money('amountMinor')} was sent to you`, 'How long it takes is up to the banks.'),
  'withdrawal.rejected': (f) =>
    say(
      `Your withdrawal of ${f.money('amountMinor')} was rejected`,
      `The sum is back in your account. ${operatorNote(f)}`,
    ),
  'earnings.available': (f) =>
    say(
      `${f.money('amountMinor')} is available`,
      'Its security days are over: spend or withdraw it.',
    ),
  'ledger.checked': (f) =>
    say(
      `The ledger differs in ${f.text('differenceCount')} places`,
      'The report names each of them. No money was moved by the check.',
    ),
} satisfies Partial<Record<ToldKind, Say>>;

function operatorNote(f: NoticeFacts): string {
  return `The operator writes: “${f.text('note')}”`;
}

const NOT_CHOSEN: Record<string, (f: NoticeFacts) => string> = {
  awarded: (f) => `${f.quoted('title')} went to somebody else`,
  closed: (f) => `${f.quoted('title')} was closed without hire`,
  expired: (f) => `${f.quoted('title')} expired without hire`,
};

const aboutProjects = {
  'project.expired': (f) =>
    say(
      `${f.quoted('title')} stopped taking proposals`,
      'Its time is over. Extend it if you still need it.',
    ),
  'project.freelancer_invited': (f) =>
    say(
      f.is('byMarket')
        ? `Work that fits you: ${f.quoted('title')}`
        : `${f.who} invites you to propose for ${f.quoted('title')}`,
      `${whyYou(f)}Read what is to be done, then propose or decline.`,
    ),
  'project.address_invited': (f) =>
    say(
      `${f.who} invites you to propose for ${f.quoted('title')}`,
      'Read what is to be done, then propose or decline.',
    ),
  'project.invitation_declined': (f) =>
    say(
      `${f.who} declined your invitation to ${f.quoted('title')}`,
      withNote(f, `${whyNot(f)}You can invite others.`),
    ),
  'proposal.sent': (f) =>
    say(
      `${f.who} proposes ${f.money('amountMinor')} for ${f.quoted('title')}`,
      `Delivery in ${f.text('deliveryDays')} days. Other freelancers cannot read it.`,
    ),
  'proposal.changed': (f) =>
    say(
      `${f.who} now proposes ${f.money('amountMinor')} for ${f.quoted('title')}`,
      `Delivery in ${f.text('deliveryDays')} days. This takes the place of the earlier proposal.`,
    ),
  'proposal.withdrawn': (f) =>
    say(`${f.who} withdrew the proposal for ${f.quoted('title')}`, 'No money moved.'),
  'proposal.not_chosen': (f) =>
    say(
      (NOT_CHOSEN[f.text('reason')] ?? (() => `${f.quoted('title')} is over`))(f),
      'Your proposal was not chosen. No other freelancer has read it.',
    ),
} satisfies Partial<Record<ToldKind, Say>>;

const aboutContracts = {
  'contract.offered': (f) =>
    say(
      `${f.who} offers you ${f.money('amountMinor')} for ${f.quoted('title')}`,
      'Sign or decline. Without an answer the offer lapses.',
    ),
  'contract.signed': (f) =>
    say(
      `${f.who} signed ${f.quoted('title')} for ${f.money('amountMinor')}`,
      f.text('pricing') === 'hourly'
        ? 'Hours are paid through milestones. Propose the first one, so that work can begin.'
        : 'Fund the first milestone, so that work can begin.',
    ),
  'contract.declined': (f) =>
    say(
      `${f.who} declined your offer for ${f.quoted('title')}`,
      withNote(f, 'The project takes proposals again. No money moved.'),
    ),
  'contract.offer_withdrawn': (f) =>
    say(
      `${f.who} withdrew the offer for ${f.quoted('title')}`,
      withNote(f, 'There is no contract. No money moved.'),
    ),
  'contract.lapsed': (f) =>
    f.side === 'client'
      ? say(
          `Your offer for ${f.quoted('title')} lapsed`,
          'Nobody signed in time. The project takes proposals again. No money moved.',
        )
      : say(`The offer for ${f.quoted('title')} lapsed`, 'You did not sign in time.'),
  'contract.change_proposed': (f) =>
    say(`${f.who} proposes ${changeWords(f)}`, 'It holds once you agree.'),
  'contract.change_agreed': (f) =>
    say(`${f.who} agreed to ${changeWords(f)}`, 'The contract says so from now on.'),
  'contract.change_refused': (f) =>
    say(`${f.who} refused ${changeWords(f)}`, 'The contract stays as it is.'),
  'contract.change_withdrawn': (f) =>
    say(`${f.who} took back ${changeWords(f)}`, 'The contract stays as it is.'),
  'contract.ending_proposed': (f) =>
    say(
      `${f.who} proposes to end ${f.quoted('title')}`,
      `Of the escrow ${f.money('toFreelancerMinor')} would go to the freelancer and ${f.money('toClientMinor')} back to the client. It needs your answer.`,
    ),
  'contract.ending_refused': (f) =>
    say(`${f.who} refused to end ${f.quoted('title')} like that`, 'The escrow stays as it is.'),
  'contract.ending_withdrawn': (f) =>
    say(`${f.who} no longer proposes to end ${f.quoted('title')}`, 'The contract goes on.'),
  'contract.ended': (f) =>
    say(
      `${f.quoted('title')} has ended`,
      'Say how it was: what you write stays hidden until both have, or the time for it is over.',
    ),
  'feedback.given': (f) =>
    say(
      `${f.who} gave feedback on ${f.quoted('contract')}`,
      'You read it when you have given yours, or when the time for it is over.',
    ),
  'feedback.revealed': (f) =>
    say(`The feedback on ${f.quoted('contract')} is open`, 'Both sides can read it now.'),
} satisfies Partial<Record<ToldKind, Say>>;

function changeWords(f: NoticeFacts): string {
  const { change, title } = { change: f.text('change'), title: f.quoted('title') };
  if (change === 'add')
    return `a new milestone in ${f.quoted('contract')}: ${title}, ${f.money('amountMinor')}`;
  if (change === 'drop') return `dropping a milestone of ${f.quoted('contract')}`;
  return `a change in ${f.quoted('contract')}: ${title}, ${f.money('amountMinor')}`;
}

const aboutMilestones = {
  'milestone.funded': (f) =>
    say(
      `${f.money('amountMinor')} is held in escrow for ${f.quoted('title')}`,
      `${f.who} funded milestone ${f.text('position')} of ${f.quoted('contract')}. You can begin.`,
    ),
  'milestone.delivered': (f) =>
    say(
      `${f.who} delivered ${f.quoted('title')}: ${f.money('amountMinor')} waits for you`,
      `Accept it or ask for changes until ${f.time('acceptBy')}. Silence accepts it and pays.`,
    ),
  'milestone.changes_requested': (f) =>
    say(
      `${f.who} asks for changes to ${f.quoted('title')}`,
      withNote(f, 'The clock stands still until you deliver again.'),
    ),
  'milestone.accept_warned': (f) =>
    say(
      `${f.money('amountMinor')} is paid for ${f.quoted('title')} unless you answer`,
      `Accept it or ask for changes until ${f.time('acceptBy')}. Silence accepts it and pays.`,
    ),
  'milestone.accepted': (f) =>
    say(
      `Your silence accepted ${f.quoted('title')}: ${f.money('amountMinor')} was released`,
      `The time to answer in ${f.quoted('contract')} was over, so the contract paid.`,
    ),
  'milestone.paid': (f) => {
    const fee = f.minor('amountMinor') - f.minor('toFreelancerMinor');
    return say(
      `You are paid ${f.money('toFreelancerMinor')} for ${f.quoted('title')}`,
      `${f.money('amountMinor')} less the fee of ${f.money(fee)}. Yours to withdraw from ${f.time('availableAt')}.`,
    );
  },
  'milestone.refunded': (f) =>
    say(
      `${f.money('toClientMinor')} is back in your account`,
      `${f.who} refunded ${f.quoted('title')} of ${f.quoted('contract')}.`,
    ),
  'milestone.split': (f) => (f.side === 'client' ? splitForClient(f) : splitForFreelancer(f)),
} satisfies Partial<Record<ToldKind, Say>>;

function splitForClient(f: NoticeFacts): NoticeWords {
  const body = `As agreed, ${f.money('toFreelancerMinor')} went to the freelancer after its fee.`;
  return f.minor('toClientMinor') === 0n
    ? say(`All of ${f.quoted('title')} was paid out, nothing is back in your account`, body)
    : say(`${f.money('toClientMinor')} of ${f.quoted('title')} is back in your account`, body);
}

function splitForFreelancer(f: NoticeFacts): NoticeWords {
  const body = `As agreed, ${f.money('toClientMinor')} went back to the client.`;
  return f.minor('toFreelancerMinor') === 0n
    ? say(`All of ${f.quoted('title')} went back, nothing is paid to you`, body)
    : say(`You are paid ${f.money('toFreelancerMinor')} for ${f.quoted('title')}`, body);
}

const WORDS: Record<ToldKind, Say> = {
  ...aboutMembers,
  ...aboutMoney,
  ...aboutProjects,
  ...aboutContracts,
  ...aboutMilestones,
  ...aboutDirectory,
  ...aboutTasks,
  ...aboutQualifications,
};

/** The words for one reader. */
export function noticeWords(kind: ToldKind, facts: NoticeFacts): NoticeWords {
  return WORDS[kind](facts);
}
