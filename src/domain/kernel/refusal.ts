/**
 * A refusal is an expected "no": it rolls the command back and is told to the caller in the words
 * of the door. Everything else that is thrown is a failure and ends as a 500 with a number.
 */
export const REFUSALS = [
  'not_signed_in',
  'not_allowed',
  'scope_missing',
  'not_found',
  'input_invalid',
  'amount_invalid',
  'currency_unknown',
  'currency_mismatch',
  'insufficient_funds',
  'wrong_state',
  'already_done',
  'idempotency_key_reused',
  'rate_limited',
  'email_taken',
  'name_taken',
  'last_owner',
  'already_member',
  'invitation_invalid',
  'member_suspended',
  'own_project',
  'not_invited',
  'project_has_proposals',
  'proposal_exists',
  'proposals_full',
  'milestones_must_sum',
  'terms_changed',
  'contract_not_active',
  'escrow_unanswered',
  'deliveries_unanswered',
  'split_must_sum',
  'change_pending',
  'ending_pending',
  'feedback_given',
  'feedback_closed',
  'file_too_large',
  'file_type_refused',
  'too_many_files',
  'date_in_past',
  'profile_incomplete',
  'picture_refused',
  'busy',
  'own_task',
  'no_task_left',
  'batch_not_open',
  'not_qualified',
  'work_refused',
  'worker_limit_reached',
  'queue_full',
  'deadline_passed',
  'answer_invalid',
  'rejections_stopped',
  'budget_exceeded',
  'appeal_closed',
  'override_closed',
  'bonus_closed',
  'qualification_closed',
  'request_too_early',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

/** What a refusal may carry: plain values for the door's sentence. Amounts in minor units as text. */
export type RefusalData = Record<string, string | number | boolean | null>;

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly data: RefusalData;
  /** The input field that is to blame, if one is. */
  readonly field: string | undefined;

  constructor(code: RefusalCode, data: RefusalData = {}, field?: string) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
    this.field = field;
  }
}

export function refuse(code: RefusalCode, data: RefusalData = {}, field?: string): never {
  throw new Refusal(code, data, field);
}

/** Recognised by name, so that a second copy of this module in a bundle does no harm. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'code' in error;
}
