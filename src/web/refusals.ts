/** This door's one table of refusals: the status of the answer. The words are in the catalogue. */
import type { RefusalCode, RefusalData } from '#domain/kernel/refusal.ts';
import type { WebRefusalCode } from '#web/context.ts';
import { type RefusalWords, refusalWords } from '#web/text/refusals.ts';

type Code = RefusalCode | WebRefusalCode;

/** `page`: a form cannot answer this, so the whole page does. */
const TABLE = {
  not_signed_in: { status: 401, page: true },
  not_allowed: { status: 403, page: true },
  scope_missing: { status: 403, page: true },
  not_found: { status: 404, page: true },
  input_invalid: { status: 422 },
  amount_invalid: { status: 422 },
  currency_unknown: { status: 422 },
  currency_mismatch: { status: 422 },
  insufficient_funds: { status: 409 },
  wrong_state: { status: 409 },
  already_done: { status: 409 },
  idempotency_key_reused: { status: 409 },
  rate_limited: { status: 429 },
  email_taken: { status: 409 },
  name_taken: { status: 409 },
  last_owner: { status: 409 },
  already_member: { status: 409 },
  invitation_invalid: { status: 409 },
  member_suspended: { status: 403, page: true },
  own_project: { status: 409 },
  not_invited: { status: 403 },
  project_has_proposals: { status: 409 },
  proposal_exists: { status: 409 },
  proposals_full: { status: 409 },
  milestones_must_sum: { status: 422 },
  terms_changed: { status: 409 },
  contract_not_active: { status: 409 },
  escrow_unanswered: { status: 409 },
  deliveries_unanswered: { status: 409 },
  split_must_sum: { status: 422 },
  change_pending: { status: 409 },
  ending_pending: { status: 409 },
  feedback_given: { status: 409 },
  feedback_closed: { status: 409 },
  file_too_large: { status: 413 },
  file_type_refused: { status: 422 },
  too_many_files: { status: 422 },
  date_in_past: { status: 422 },
  profile_incomplete: { status: 409 },
  picture_refused: { status: 422 },
  busy: { status: 503 },
  own_task: { status: 409 },
  no_task_left: { status: 409 },
  batch_not_open: { status: 409 },
  not_qualified: { status: 403 },
  work_refused: { status: 403 },
  worker_limit_reached: { status: 409 },
  queue_full: { status: 409 },
  deadline_passed: { status: 409 },
  answer_invalid: { status: 422 },
  rejections_stopped: { status: 409 },
  budget_exceeded: { status: 409 },
  appeal_closed: { status: 409 },
  override_closed: { status: 409 },
  bonus_closed: { status: 409 },
  qualification_closed: { status: 409 },
  request_too_early: { status: 409 },
  cross_site: { status: 403, page: true },
  body_too_large: { status: 413, page: true },
  no_such_act: { status: 405, page: true },
} as const satisfies Record<Code, { status: number; page?: true }>;

export function refusalStatus(code: Code): number {
  return TABLE[code].status;
}

/** Whether a refused form must give way to a page of its own. */
export function refusalNeedsPage(code: Code): boolean {
  return 'page' in TABLE[code];
}

/** What to tell: why, and where to go next. */
export function refusalText(code: Code, data: RefusalData): RefusalWords {
  const words = refusalWords[code];
  return typeof words === 'function' ? words(data) : words;
}
