/** This door's one table of refusals: their status, their title and what the caller can do. */

import type { RefusalCode, RefusalData } from '#domain/kernel/refusal.ts';
import { CONTRACT_PROBLEMS } from './contract-problems.ts';
import { brokenRule, sum } from './problem-words.ts';
import { QUALIFICATION_PROBLEMS } from './qualification-problems.ts';
import { TASK_PROBLEMS } from './task-problems.ts';

/** Refusals that only this door knows. */
export const REST_REFUSALS = [
  'json_malformed',
  'encoding_invalid',
  'media_type_unsupported',
  'body_too_large',
  'no_such_path',
  'method_not_allowed',
  'idempotency_key_required',
  'idempotency_key_invalid',
  'sheet_invalid',
  'outcome_unknown',
  'internal_error',
] as const;

export type RestRefusalCode = (typeof REST_REFUSALS)[number];
export type ProblemCode = RefusalCode | RestRefusalCode;

export type ProblemRow = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  title: string;
  /** What happened and what to do about it. */
  detail: string | ((data: RefusalData) => string);
};

export const PROBLEMS = {
  not_signed_in: {
    status: 401,
    title: 'No valid API key',
    detail:
      'Send "Authorization: Bearer ash_…" with a key that is neither revoked nor expired. Keys are made on the account page.',
  },
  not_allowed: {
    status: 403,
    title: 'Not yours to do',
    detail: (data) =>
      data.role === undefined
        ? 'The party that this key acts for may not do this.'
        : `The role "${data.role}" in this organization may not do this. Ask a manager or an owner.`,
  },
  scope_missing: {
    status: 403,
    title: 'The key lacks a scope',
    detail: (data) => `This needs the scope "${data.scope}". Make a key that has it.`,
  },
  not_found: {
    status: 404,
    title: 'Nothing is here',
    detail: (data) =>
      `There is no such ${data.thing ?? 'thing'}, or it is not yours to see. Check the id and the party that the key acts for.`,
  },
  input_invalid: { status: 422, title: 'The input is not right', detail: brokenRule },
  amount_invalid: {
    status: 422,
    title: 'The amount is not right',
    detail: (data) => `Write a decimal text above zero, such as "${data.example ?? '1200.00'}".`,
  },
  currency_unknown: {
    status: 422,
    title: 'The currency is not known',
    detail: 'Use an ISO 4217 code such as USD; GET /api/v1/currencies lists them.',
  },
  currency_mismatch: {
    status: 422,
    title: 'The currency is another one',
    detail: (data) =>
      `Everything here is in ${data.expected}. Name the amount in ${data.expected}.`,
  },
  insufficient_funds: {
    status: 409,
    title: 'Not enough money',
    detail: (data) =>
      `The ${data.account ?? 'account'} holds ${sum(data, 'available')}, this needs ${sum(data, 'needed')}. Ask for a deposit with POST /api/v1/deposits.`,
  },
  wrong_state: {
    status: 409,
    title: 'Not possible in this state',
    detail: (data) =>
      `The ${data.thing ?? 'thing'} is "${data.state ?? 'another'}", which does not allow "${data.act ?? 'this'}". Read it again to see what is possible.`,
  },
  already_done: {
    status: 409,
    title: 'Done before',
    detail: 'This was done before. Nothing happened twice.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    detail:
      'This key was sent before with another act or other input. Send a fresh key for a new act.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: (data) =>
      `Wait ${data.retryAfterSeconds ?? 60} seconds, as Retry-After says, then go on.`,
  },
  email_taken: {
    status: 409,
    title: 'The address has an account',
    detail: 'A member with this address exists already.',
  },
  name_taken: { status: 409, title: 'The name is taken', detail: 'Choose another name.' },
  last_owner: {
    status: 409,
    title: 'The last owner stays',
    detail: 'An organization keeps at least one owner. Make somebody else an owner first.',
  },
  already_member: {
    status: 409,
    title: 'Already a member',
    detail: 'This person is in the organization already.',
  },
  invitation_invalid: {
    status: 409,
    title: 'The invitation is over',
    detail: 'It was used, withdrawn or is too old. Ask for a new one.',
  },
  member_suspended: {
    status: 403,
    title: 'The member is suspended',
    detail: 'The operator of this marketplace can say why.',
  },
  ...CONTRACT_PROBLEMS,
  file_too_large: {
    status: 413,
    title: 'The file is too large',
    detail: (data) => `A file may have at most ${data.limit ?? '25 MB'}.`,
  },
  file_type_refused: {
    status: 422,
    title: 'This kind of file is not taken',
    detail: 'The ending of the name is not on the list. Put the file into a ZIP or a PDF.',
  },
  too_many_files: {
    status: 422,
    title: 'Too many files',
    detail: (data) => `Attach at most ${data.limit ?? 10} files.`,
  },
  date_in_past: {
    status: 422,
    title: 'The date is over',
    detail: 'Name a moment that is still to come.',
  },
  profile_incomplete: {
    status: 409,
    title: 'The profile is not complete enough',
    detail: (data) => `Before it can be listed it needs: ${data.missing ?? ''}.`,
  },
  picture_refused: {
    status: 422,
    title: 'Not a picture that can be shown',
    detail: 'Send a JPEG, PNG, WebP or AVIF of at most 40 megapixels.',
  },
  busy: {
    status: 503,
    title: 'Not now',
    detail: 'The marketplace is busy. Nothing was changed. Send the same request again.',
  },
  ...TASK_PROBLEMS,
  ...QUALIFICATION_PROBLEMS,
  json_malformed: {
    status: 400,
    title: 'The body is not JSON',
    detail: (data) => `Send one JSON value. ${data.reason ?? ''}`.trim(),
  },
  encoding_invalid: {
    status: 400,
    title: 'The body is not UTF-8',
    detail: 'Encode the JSON body in UTF-8.',
  },
  media_type_unsupported: {
    status: 415,
    title: 'Another media type is needed',
    detail: (data) => `Send Content-Type: ${data.expected ?? 'application/json'}.`,
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    detail: (data) => `A body here may have at most ${data.limit}.`,
  },
  no_such_path: {
    status: 404,
    title: 'No such path',
    detail: 'GET /api/v1/openapi.json lists every path of this API.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The path does not take this method',
    detail: (data) => `It takes ${data.allow}.`,
  },
  idempotency_key_required: {
    status: 400,
    title: 'An Idempotency-Key is needed',
    detail:
      'This act moves money. Send a fresh Idempotency-Key (a UUID will do), and the same one when you repeat the request.',
  },
  idempotency_key_invalid: {
    status: 400,
    title: 'The Idempotency-Key is not right',
    detail: 'Send 1 to 200 visible ASCII characters without spaces.',
  },
  outcome_unknown: {
    status: 503,
    title: 'The outcome is unknown',
    detail:
      'The database was lost while this was being written. Send the same request with the same Idempotency-Key: it happens once.',
  },
  internal_error: {
    status: 500,
    title: 'Something broke here',
    detail: 'This is our fault. Tell the operator the request_id; the log shows what happened.',
  },
} as const satisfies Record<ProblemCode, ProblemRow>;

export function problemRow(code: ProblemCode): ProblemRow {
  return PROBLEMS[code];
}

export function problemDetail(code: ProblemCode, data: RefusalData): string {
  const { detail }: ProblemRow = PROBLEMS[code];
  return typeof detail === 'function' ? detail(data) : detail;
}
