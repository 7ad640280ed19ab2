/** Answers that say no: `application/problem+json` (RFC 9457). */
import { decimalAmount } from '#domain/kernel/money.ts';
import { isRefusal, type RefusalData } from '#domain/kernel/refusal.ts';
import type { Logger } from '#platform/logger.ts';
import { retryAdvice } from '#platform/retry.ts';
import { snake } from './present.ts';
import { type ProblemCode, problemDetail, problemRow } from './problems.ts';

/** One input that is to blame. `field` is a path such as `milestones.0.amount`. */
export type FieldError = { in: 'body' | 'query' | 'header'; field: string; message: string };

/** A "no" of this door itself, beside the refusals of the domain. */
export class RestRefusal extends Error {
  readonly code: ProblemCode;
  readonly data: RefusalData;
  readonly errors: readonly FieldError[];
  readonly headers: Record<string, string>;

  constructor(
    code: ProblemCode,
    about: { data?: RefusalData; errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.name = 'RestRefusal';
    this.code = code;
    this.data = about.data ?? {};
    this.errors = about.errors ?? [];
    this.headers = about.headers ?? {};
  }
}

export type Occasion = {
  /** The address under which the problems are explained. */
  publicUrl: string;
  method: string;
  path: string;
  requestId: string;
  log: Logger;
};

/** The answer for whatever was thrown. What is no refusal goes to the log and tells nothing. */
export function problemResponse(error: unknown, occasion: Occasion): Response {
  const told = asProblem(error, occasion);
  const { status, title } = problemRow(told.code);
  const first = told.errors[0]?.field;
  const body = {
    type: `${occasion.publicUrl}/api/v1/problems/${told.code}`,
    title,
    status,
    code: told.code,
    detail: problemDetail(told.code, told.data),
    instance: occasion.path,
    request_id: occasion.requestId,
    ...(first === undefined ? {} : { field: first, errors: told.errors }),
    ...extensions(told.code, told.data),
  };
  const headers = new Headers(told.headers);
  headers.set('Content-Type', 'application/problem+json');
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="Anyshore"');
  if (status === 503) headers.set('Retry-After', '2');
  return new Response(JSON.stringify(body), { status, headers });
}

type Told = {
  code: ProblemCode;
  data: RefusalData;
  errors: readonly FieldError[];
  headers: Record<string, string>;
};

function asProblem(error: unknown, occasion: Occasion): Told {
  if (error instanceof RestRefusal) return error;
  if (isRefusal(error)) {
    const { code, data } = error;
    const field = error.field === undefined ? undefined : fieldName(error.field);
    const message = problemDetail(code, data);
    const errors: FieldError[] =
      field === undefined ? [] : [{ in: field === 'cursor' ? 'query' : 'body', field, message }];
    return { code, data, errors, headers: {} };
  }
  const { method, path, requestId } = occasion;
  occasion.log.error({ requestId, method, path, err: error }, 'request failed');
  if (retryAdvice(error) !== 'lost') return plain('internal_error');
  const unknown = error instanceof Error && error.name === 'OutcomeUnknown';
  return plain(unknown ? 'outcome_unknown' : 'busy');
}

function plain(code: ProblemCode): Told {
  return { code, data: {}, errors: [], headers: {} };
}

/** Fields of the domain as requests call them. */
function fieldName(field: string): string {
  return field === 'files' ? 'file_ids' : snake(field);
}

/** What a program needs to go on, beside the words: sums as money, the rest as it is. */
function extensions(code: ProblemCode, data: RefusalData): Record<string, unknown> {
  if (code === 'internal_error') return {};
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (SILENT.has(name) || value === null) continue;
    if (!name.endsWith('Minor')) told[snake(name)] = value;
    else if (typeof data.currency === 'string') {
      const { currency } = data;
      const amount = decimalAmount(BigInt(String(value)), currency);
      told[snake(name.slice(0, -'Minor'.length))] = { amount, currency };
    }
  }
  return Object.keys(told).length === 0 ? {} : { about: told };
}

/** Said in words already, or the caller's own input. */
const SILENT = new Set(['example', 'reason', 'key', 'name', 'email', 'invited']);
