/** What a client writes into a qualification type, and which of it can be. */
import { parseForm } from '#domain/forms/parse-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { variablesOf } from '#domain/forms/variables.ts';
import { Refusal, refuse } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';
import { type AnswerKey, parseKey } from './answer-key.ts';
import { QUALIFICATION_LIMITS } from './qualification.ts';
import { isValue } from './requirement.ts';

export type TypeTerms = {
  name: string;
  description: string;
  keywords: string[];
  /** Whether workers may ask for it; otherwise only the client grants. */
  requestable: boolean;
  /** Granted at once with this value to whoever asks; null: not at once. */
  autoValue: number | null;
  /** From one request to the next; null: one request ever. */
  retrySeconds: number | null;
  /** How long a grant counts; null: for good. */
  grantDays: number | null;
};

/** A test as somebody sends it. Without a key the client grades by hand. */
export type WrittenTest = { form: unknown; key: unknown; durationSeconds: number };
export type RightTest = { form: TaskForm; key: AnswerKey | null; durationSeconds: number };

export function tidyTerms(terms: TypeTerms): TypeTerms {
  const keywords = terms.keywords.map(oneLine).filter((word) => word !== '');
  return {
    ...terms,
    name: oneLine(terms.name),
    description: storable(terms.description),
    keywords: [...new Set(keywords)],
  };
}

/** Every rule that tidy terms break, in the order of the form. */
export function termsProblems(terms: TypeTerms, hasTest: boolean): Refusal[] {
  const limits = QUALIFICATION_LIMITS;
  const { name, description, keywords, autoValue, retrySeconds, grantDays } = terms;
  return [
    ...textProblems('name', name, limits.nameChars),
    ...textProblems('description', description, limits.descriptionChars),
    ...(keywords.length > limits.keywords
      ? [problem('keywords', 'too_many', limits.keywords)]
      : []),
    ...(keywords.some((word) => chars(word) > limits.keywordChars)
      ? [problem('keywords', 'too_long', limits.keywordChars)]
      : []),
    ...(autoValue !== null && !isValue(autoValue) ? [problem('autoValue', 'not_whole')] : []),
    ...(autoValue !== null && hasTest ? [problem('autoValue', 'test_or_auto')] : []),
    ...(autoValue !== null && !terms.requestable ? [problem('autoValue', 'not_requestable')] : []),
    ...rangeProblems('retrySeconds', retrySeconds, 0, limits.retrySeconds),
    ...rangeProblems('grantDays', grantDays, 1, limits.grantDays),
  ];
}

/** A test that can be put to workers. Refuses `input_invalid` with the path and the rule. */
export function parseTest({ form: written, key, durationSeconds }: WrittenTest): RightTest {
  const form = parseForm(written, 'test.form');
  if (form.kind !== 'form') return wrong('test.form', 'form_described');
  if (variablesOf(form).length > 0) wrong('test.form', 'no_variables');
  const { least, most } = QUALIFICATION_LIMITS.testSeconds;
  const [late] = rangeProblems('test.durationSeconds', durationSeconds, least, most);
  if (late !== undefined) throw late;
  return { form, key: key === null ? null : parseKey(key, form), durationSeconds };
}

function textProblems(field: string, text: string, limit: number): Refusal[] {
  if (text === '') return [problem(field, 'required')];
  return chars(text) > limit ? [problem(field, 'too_long', limit)] : [];
}

function rangeProblems(
  field: string,
  value: number | null,
  least: number,
  most: number,
): Refusal[] {
  if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return [];
  return [new Refusal('input_invalid', { rule: 'out_of_range', from: least, to: most }, field)];
}

function problem(field: string, rule: string, limit?: number): Refusal {
  return new Refusal('input_invalid', limit === undefined ? { rule } : { rule, limit }, field);
}

function wrong(field: string, rule: string): never {
  return refuse('input_invalid', { rule }, field);
}
