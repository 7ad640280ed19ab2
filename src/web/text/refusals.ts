/** Why something was refused, in plain words. Amounts in `data` come as minor units in text. */
import { formatMoney } from '#domain/kernel/money.ts';
import type { RefusalCode, RefusalData } from '#domain/kernel/refusal.ts';
import type { WebRefusalCode } from '#web/context.ts';
import { qualificationRefusalWords } from './qualification-refusals.ts';
import { ruleWords } from './rules.ts';
import { taskRefusalWords } from './task-refusals.ts';

export type RefusalWords = {
  /** Head of the page, where the refusal is a page of its own. */
  title?: string;
  says: string;
  next?: { href: string; label: string };
};

type Words = RefusalWords | ((data: RefusalData) => RefusalWords);

export const refusalWords = {
  not_signed_in: {
    title: 'This page needs you to sign in',
    says: 'Sign in, and you come back here.',
    next: { href: '/sign-in', label: 'Sign in' },
  },
  not_allowed: {
    title: 'This is for somebody else to do',
    says: 'Your role here does not include this act. Nothing was changed.',
  },
  scope_missing: {
    title: 'This is for somebody else to do',
    says: 'The party you act for did not give you this right. Nothing was changed.',
  },
  not_found: {
    title: 'Nothing is at this address',
    says: 'The page never existed, or it is not yours to see. Check the address, or switch who you act for.',
  },
  input_invalid: (data) => ({ says: ruleWords(data) }),
  amount_invalid: (data) => ({ says: amountWords(data) }),
  currency_unknown: { says: 'Choose a currency from the list.' },
  currency_mismatch: (data) => ({
    says: `This is held in ${data.expected ?? 'another currency'}. One contract keeps one currency.`,
  }),
  insufficient_funds: (data) => ({
    says: tooLittle(data),
    next: { href: '/money/deposit', label: 'Add money' },
  }),
  wrong_state: ({ state }) => ({
    says:
      state === 'hidden'
        ? 'An operator hid these tasks after a report. The notice you got says why.'
        : state === 'deciding'
          ? 'Other decisions on this batch are being carried out. Wait until they are done, or stop them.'
          : 'Somebody was quicker, or it is already over. Load the page to see it as it is now.',
  }),
  already_done: ({ act }) =>
    act === 'save'
      ? {
          says: 'You saved this search before.',
          next: { href: '/saved-searches', label: 'Saved searches' },
        }
      : { says: 'This was done before. Nothing happened twice.' },
  idempotency_key_reused: {
    says: 'This form was sent before with other words in it. Open the page again and send it once more.',
  },
  rate_limited: (data) => ({ says: `Too many tries. Wait ${seconds(data)} and try again.` }),
  email_taken: { says: 'This address has an account. Sign in, or reset the password.' },
  name_taken: { says: 'This name is taken. Choose another.' },
  last_owner: {
    says: 'An organization keeps at least one owner. Make somebody else an owner first.',
  },
  already_member: { says: 'This person is in the organization already.' },
  invitation_invalid: {
    says: 'This invitation was used, withdrawn or is too old. Ask for a new one.',
  },
  member_suspended: {
    title: 'This account is suspended',
    says: 'It can be read, but nothing can be done with it. The operator of this marketplace can say why.',
  },
  own_project: { says: 'This project is yours. Somebody else has to propose.' },
  not_invited: { says: 'Only invited freelancers may propose here.' },
  project_has_proposals: {
    says: 'Freelancers have answered this text, so it stays as it is. Close the project and post it anew to change it.',
  },
  proposal_exists: { says: 'There is a proposal already. Go on with that one.' },
  proposals_full: (data) => ({
    says: `A project takes ${data.limit ?? 1_000} proposals at most, and this one has as many.`,
  }),
  milestones_must_sum: (data) => ({
    says: `The milestones come to ${sumOf(data, 'milestonesMinor') ?? 'one sum'}, but the price is ${sumOf(data, 'priceMinor') ?? 'another'}.`,
  }),
  terms_changed: {
    says: 'The terms changed while you were reading. Read them again before you agree.',
  },
  contract_not_active: {
    says: 'The contract is over or has not begun, so nothing in it can move.',
  },
  escrow_unanswered: {
    says: 'There is still money in escrow. Say who gets every cent of it first.',
  },
  deliveries_unanswered: (data) => ({
    says: `This milestone has ${data.limit ?? 'many'} deliveries without an answer. Wait for that before the next.`,
  }),
  split_must_sum: (data) => ({
    says: `The two parts must come to ${sumOf(data, 'amountMinor') ?? 'what is in escrow for this milestone'}.`,
  }),
  change_pending: (data) => ({
    says:
      data.thing === 'batch'
        ? 'The batch is being extended at the moment. Try again in a minute.'
        : 'A change waits for an answer. Answer it, or take it back, first.',
  }),
  ending_pending: { says: 'An end of this contract waits for an answer. Answer it first.' },
  feedback_given: { says: 'Your feedback is in. It cannot be given twice.' },
  feedback_closed: { says: 'The time for feedback is over.' },
  file_too_large: (data) => ({
    says: `This file is too large. At most ${data.limit ?? '25 MB'} a file.`,
  }),
  file_type_refused: { says: 'This kind of file is not taken. Put it into a ZIP or PDF.' },
  too_many_files: (data) => ({ says: `At most ${data.limit ?? 10} files.` }),
  date_in_past: { says: 'Choose a day that is still to come.' },
  profile_incomplete: (data) => ({
    says: `The profile is not complete enough to be listed. It lacks: ${data.missing ?? ''}.`,
  }),
  picture_refused: {
    says: 'This is no picture that can be shown. Send a JPEG, PNG, WebP or AVIF of at most 40 megapixels.',
  },
  busy: { says: 'The marketplace is busy. Nothing was changed. Send it again.' },
  ...taskRefusalWords,
  ...qualificationRefusalWords,
  cross_site: {
    title: 'Refused: this did not come from a page of ours',
    says: 'Nothing was changed. Another site may have tried to act in your name, or a privacy tool hides where the form came from. Open the page here and send it again.',
  },
  body_too_large: {
    title: 'Too much at once',
    says: 'What was sent is larger than this page takes. Nothing was kept. Send fewer or smaller files.',
  },
  no_such_act: {
    title: 'This page takes no orders',
    says: 'The address can be read, but nothing can be sent to it. Nothing was changed.',
  },
} as const satisfies Record<RefusalCode | WebRefusalCode, Words> as Record<
  RefusalCode | WebRefusalCode,
  Words
>;

function amountWords({ example, rule, limit }: RefusalData): string {
  const such = `such as ${example ?? '1200.00'}`;
  if (rule === 'negative') return `Write an amount of 0 or more, ${such}`;
  if (rule === 'decimals' && limit === 0) return `Write a whole number, ${such}`;
  if (rule === 'decimals') return `Write at most ${limit} decimals, ${such}`;
  return `Write a number, ${such}`;
}

function tooLittle(data: RefusalData): string {
  const available = sumOf(data, 'availableMinor');
  const needed = sumOf(data, 'neededMinor');
  if (available === null || needed === null) return 'There is not enough money in the account.';
  const gap = BigInt(String(data.neededMinor)) - BigInt(String(data.availableMinor));
  const missing = sumOf({ ...data, gap: gap.toString() }, 'gap');
  return `The account holds ${available}; this needs ${needed}. ${missing} is missing.`;
}

/** A sum that a refusal carries in minor units beside its currency, or null. */
function sumOf(data: RefusalData, name: string): string | null {
  const minor = String(data[name]);
  if (typeof data.currency !== 'string' || !/^-?\d+$/.test(minor)) return null;
  return formatMoney({ amountMinor: BigInt(minor), currency: data.currency });
}

function seconds(data: RefusalData): string {
  const wait = Number(data.retryAfterSeconds ?? data.seconds ?? 60);
  return wait < 90 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`;
}
