/** What a worker sent → an answer as it is kept, or what is wrong with it, by field. */
import { storable } from '#domain/kernel/text.ts';
import { checkBoxes } from './boxes.ts';
import { checkDate, checkNumber, checkScale } from './measures.ts';
import { asText, bytesOf } from './parse-form.ts';
import { fits } from './pattern.ts';
import {
  type Field,
  FORM_LIMITS,
  type HtmlForm,
  RESERVED_NAMES,
  type TaskForm,
} from './task-form.ts';

/** A rectangle in fractions of the picture: 0 is its left or upper edge, 1 the right or lower one. */
export type Box = { label: string; x: number; y: number; width: number; height: number };
export type AnswerValue = string | readonly string[] | readonly Box[];
/** By field; what was left empty is absent. */
export type AnswerFields = Readonly<Record<string, AnswerValue>>;

/** Which rule a field broke, with what its sentence needs. */
export type AnswerProblem = {
  rule: AnswerRule;
  limit?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** The client's own words, for `pattern`. */
  message?: string | undefined;
};
export type AnswerRule =
  | 'required'
  | 'not_listed'
  | 'too_few'
  | 'too_many'
  | 'too_short'
  | 'too_long'
  | 'pattern'
  | 'number'
  | 'step'
  | 'date'
  | 'out_of_range'
  | 'box'
  | 'unknown_field'
  | 'too_large'
  | 'empty_answer';

export type Checked = { value: AnswerValue | null } | { problem: AnswerProblem };
export type AnswerCheck =
  | { ok: true; answer: AnswerFields }
  | { ok: false; problems: Readonly<Record<string, AnswerProblem>> };

/**
 * Holds what was sent against the form as it was shown. Problems are by the field's name, those of
 * the whole under ''. Names that begin with `_` and reserved ones are passed over, never kept.
 */
export function checkAnswer(
  form: TaskForm,
  fields: Readonly<Record<string, unknown>>,
): AnswerCheck {
  const text = asText(fields);
  if (text === null || bytesOf(text) > FORM_LIMITS.answerBytes) {
    return { ok: false, problems: { '': tooLarge } };
  }
  return form.kind === 'html' ? checkFree(form, fields) : checkDescribed(form.fields, fields);
}

const tooLarge: AnswerProblem = { rule: 'too_large', limit: FORM_LIMITS.answerBytes };

function checkDescribed(
  asked: readonly Field[],
  fields: Readonly<Record<string, unknown>>,
): AnswerCheck {
  const answer: [string, AnswerValue][] = [];
  const problems: [string, AnswerProblem][] = [];
  for (const field of asked) {
    const given = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
    const checked = checkField(field, given);
    if ('problem' in checked) problems.push([field.name, checked.problem]);
    else if (checked.value !== null) answer.push([field.name, checked.value]);
    else if (field.required) problems.push([field.name, { rule: 'required' }]);
  }
  const known = new Set(asked.map(({ name }) => name));
  for (const name of Object.keys(fields)) {
    if (known.has(name) || isPassedOver(name) || name.startsWith('_')) continue;
    problems.push([name, { rule: 'unknown_field' }]);
  }
  if (problems.length > 0) return { ok: false, problems: Object.fromEntries(problems) };
  if (answer.length === 0) return { ok: false, problems: { '': { rule: 'empty_answer' } } };
  return { ok: true, answer: Object.fromEntries(answer) };
}

/** Null where nothing was given, which is right or wrong by `required`. */
function checkField(field: Field, given: unknown): Checked {
  switch (field.kind) {
    case 'choice':
      return checkChoice(field, oneOf(given));
    case 'choices':
      return checkChoices(field, given);
    case 'text':
      return checkText(field, oneOf(given));
    case 'number':
      return checkNumber(field, oneOf(given));
    case 'date':
      return checkDate(field, oneOf(given));
    case 'scale':
      return checkScale(field, oneOf(given));
    case 'boxes':
      return checkBoxes(field, given);
  }
}

/** The text that was sent; null for what is none. Programs may send a number as one. */
function oneOf(given: unknown): string | null {
  if (given === undefined || given === null) return '';
  if (typeof given === 'number') return String(given);
  const [only, ...more] = Array.isArray(given) ? (given as unknown[]) : [given];
  if (only === undefined) return '';
  return typeof only === 'string' && more.length === 0 ? storable(only.toWellFormed()) : null;
}

type Kind<Name extends Field['kind']> = Extract<Field, { kind: Name }>;

function checkChoice(field: Kind<'choice'>, text: string | null): Checked {
  if (text === '') return { value: null };
  const listed = field.options.some(({ value }) => value === text);
  return text !== null && listed ? { value: text } : { problem: { rule: 'not_listed' } };
}

function checkChoices(field: Kind<'choices'>, given: unknown): Checked {
  const all: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const chosen = all.filter((one) => one !== '' && one !== null);
  const listed = field.options.map(({ value }) => value).filter((value) => chosen.includes(value));
  if (listed.length < new Set(chosen).size) return { problem: { rule: 'not_listed' } };
  if (listed.length === 0) return { value: null };
  const { least = 0, most = field.options.length } = field;
  if (listed.length < least) return { problem: { rule: 'too_few', limit: least } };
  if (listed.length > most) return { problem: { rule: 'too_many', limit: most } };
  return { value: listed };
}

/** How long a text may be where the form does not say. */
export function mostChars({ lines, maxLength }: Kind<'text'>): number {
  return maxLength ?? (lines === 1 ? 1_000 : FORM_LIMITS.textChars);
}

function checkText(field: Kind<'text'>, text: string | null): Checked {
  if (text === '') return { value: null };
  if (text === null) return { problem: { rule: 'not_listed' } };
  const value = field.lines === 1 ? text.replace(/\s*\n\s*/g, ' ') : text;
  const { length } = [...value];
  const most = mostChars(field);
  if (length < field.minLength) return { problem: { rule: 'too_short', limit: field.minLength } };
  if (length > most) return { problem: { rule: 'too_long', limit: most } };
  if (field.pattern !== undefined && !fits(field.pattern.regex, value)) {
    return { problem: { rule: 'pattern', message: field.pattern.message } };
  }
  return { value };
}

/** A free form says itself what it asks, so only amount and shape are held. */
function checkFree(_form: HtmlForm, fields: Readonly<Record<string, unknown>>): AnswerCheck {
  const given = Object.entries(fields).filter(([name]) => !isPassedOver(name));
  if (given.length === 0) return { ok: false, problems: { '': { rule: 'empty_answer' } } };
  if (given.length > FORM_LIMITS.htmlNames) {
    return { ok: false, problems: { '': { rule: 'too_many', limit: FORM_LIMITS.htmlNames } } };
  }
  const answer: [string, AnswerValue][] = [];
  for (const [name, value] of given) {
    const right = freeValue(value);
    if (right === null || !isFreeName(name)) {
      return { ok: false, problems: { '': { rule: 'unknown_field' } } };
    }
    answer.push([name.toWellFormed(), right]);
  }
  return { ok: true, answer: Object.fromEntries(answer) };
}

function isFreeName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no name of a field has one
  return name !== '' && name.length <= FORM_LIMITS.htmlNameChars && !/[\u0000-\u001f]/.test(name);
}

function freeValue(value: unknown): string | string[] | null {
  if (typeof value === 'string') return storable(value.toWellFormed());
  if (!Array.isArray(value)) return null;
  const texts = (value as unknown[]).map(freeValue);
  return texts.every((text) => typeof text === 'string') ? texts : null;
}

function isPassedOver(name: string): boolean {
  return RESERVED_NAMES.includes(name);
}
