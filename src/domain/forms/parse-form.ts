/** A form as a client wrote it → a form that can be shown, or what to put right. */
import type { z } from 'zod';
import { Refusal, type RefusalData } from '#domain/kernel/refusal.ts';
import { FORM_LIMITS, formSchema, type TaskForm } from './task-form.ts';

/**
 * The form with every default in its place. Refuses `input_invalid` with the path of what is wrong,
 * such as `form.fields.2.options`, and the rule in `data.rule`.
 */
export function parseForm(json: unknown, path = 'form'): TaskForm {
  const text = asText(json);
  if (text === null) throw new Refusal('input_invalid', { rule: 'form_kind' }, path);
  if (bytesOf(text) > FORM_LIMITS.bytes) {
    throw new Refusal('input_invalid', { rule: 'too_large', limit: FORM_LIMITS.bytes }, path);
  }
  const result = formSchema.safeParse(asStored(text), { reportInput: true });
  if (result.success) return result.data;
  throw refusalOf(result.error.issues, path);
}

const NAMED_CONTROL = /<(?:input|select|textarea|button)\b[^>]*\sname\s*=/i;

/** The same for a form that workers are to answer: free HTML without a field never could be. */
export function acceptForm(json: unknown): TaskForm {
  const form = parseForm(json);
  // Scripts may make fields.
  if (form.kind === 'html' && !form.scripts && !NAMED_CONTROL.test(form.html)) {
    throw new Refusal('input_invalid', { rule: 'no_field' }, 'form.html');
  }
  return form;
}

/** A value as JSON; null for what is none, or is nested deeper than anybody means it. */
export function asText(json: unknown): string | null {
  try {
    return (JSON.stringify(json) as string | undefined) ?? null;
  } catch {
    return null;
  }
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** As the database can keep it: without U+0000 and halves of characters. */
function asStored(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    );
  } catch {
    return null;
  }
}

const UNSTORABLE = /\\u(?:0000|d[89a-f][\da-f]{2})/;

/** The JSON of what was typed, its names too, as `asStored` leaves it. */
export function storedJson(typed: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(typed);
  return UNSTORABLE.test(text) ? JSON.stringify(storedValue(typed)) : text;
}

function storedValue(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [String(storedValue(name)), storedValue(one)]),
  );
}

function refusalOf(issues: readonly z.core.$ZodIssue[], path: string): Refusal {
  const [issue] = issues;
  if (issue === undefined) return new Refusal('input_invalid', { rule: 'form_kind' }, path);
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [path, ...issue.path, ...extra].join('.');
  return new Refusal('input_invalid', ruleOf(issue), field);
}

function ruleOf(issue: z.core.$ZodIssue): RefusalData {
  switch (issue.code) {
    case 'custom':
      return { rule: issue.message };
    case 'invalid_type':
      return { rule: issue.input === undefined ? 'required' : `must_be_${issue.expected}` };
    case 'unrecognized_keys':
      return { rule: 'unknown_key' };
    case 'invalid_union':
      return { rule: 'form_kind' };
    case 'too_small':
    case 'too_big':
      return boundOf(
        issue.code,
        issue.origin,
        Number(issue.code === 'too_big' ? issue.maximum : issue.minimum),
      );
    case 'invalid_format':
      return { rule: issue.format === 'regex' ? issue.message : issue.format };
    default:
      return { rule: 'not_listed' };
  }
}

function boundOf(code: 'too_small' | 'too_big', origin: string, limit: number): RefusalData {
  const [few, many] = BOUNDS[origin] ?? ['below', 'above'];
  if (code === 'too_big') return { rule: many, limit };
  return limit === 1 && origin === 'string' ? { rule: 'required' } : { rule: few, limit };
}

const BOUNDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ['too_short', 'too_long'],
  array: ['too_few', 'too_many'],
};
