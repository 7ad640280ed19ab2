/**
 * Glossary. An *answer key* gives points for the answers of a test. An option scores only when what
 * was chosen is exactly its set; anything else gets the question's default. The *mapping* makes the
 * *value* of the grant from the *sum* of all points.
 */

import { z } from 'zod';
import { FORM_LIMITS, type TaskForm } from '#domain/forms/task-form.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { VALUE_RANGE } from './requirement.ts';

const points = z.int().min(-1_000_000).max(1_000_000);
const value = z.int().min(VALUE_RANGE.least).max(VALUE_RANGE.most);
const name = z.string().min(1).max(64);
const chosen = z.string().min(1).max(FORM_LIMITS.valueChars);

const question = z.strictObject({
  field: name,
  options: z
    .array(z.strictObject({ values: z.array(chosen).min(1).max(FORM_LIMITS.options), points }))
    .min(1)
    .max(FORM_LIMITS.options),
  otherwise: points.default(0),
});

const mapping = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }),
  z.strictObject({ kind: z.literal('percentage'), most: z.int().min(1).max(1_000_000_000) }),
  z.strictObject({ kind: z.literal('scale'), factor: z.number().min(-1e9).max(1e9) }),
  z.strictObject({
    kind: z.literal('ranges'),
    ranges: z
      .array(z.strictObject({ from: value, to: value, value }))
      .min(1)
      .max(100),
    otherwise: value,
  }),
]);

/** What a key may be as JSON; `parseKey` is the way to use it. */
export const keySchema = z.strictObject({
  questions: z.array(question).min(1).max(FORM_LIMITS.fields),
  mapping: mapping.default({ kind: 'sum' }),
});

export type AnswerKey = z.output<typeof keySchema>;
/** What a worker gave, by field. */
export type TestAnswers = Readonly<Record<string, unknown>>;
export type GradedTest = {
  value: number;
  sum: number;
  questions: { field: string; points: number; most: number }[];
};

/**
 * A key that fits its test. Refuses `input_invalid` with the path and the rule. A test that a key
 * grades can only have questions with choices: nothing else can be compared exactly.
 */
export function parseKey(json: unknown, form: TaskForm, path = 'test.key'): AnswerKey {
  const result = keySchema.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    return wrong([path, ...(issue?.path ?? [])].join('.'), 'not_right');
  }
  const key = result.data;
  const fields = new Map(form.kind === 'form' ? form.fields.map((one) => [one.name, one]) : []);
  for (const field of fields.values()) {
    if (choicesOf(field) === null) wrong(path, 'only_choices');
  }
  const seen = new Set<string>();
  for (const [place, { field, options }] of key.questions.entries()) {
    const asked = fields.get(field);
    if (asked === undefined || seen.has(field)) {
      return wrong(`${path}.questions.${place}.field`, seen.has(field) ? 'twice' : 'not_listed');
    }
    seen.add(field);
    const known = choicesOf(asked) ?? [];
    const strange = options.findIndex(({ values }) => !values.every((one) => known.includes(one)));
    if (strange >= 0) wrong(`${path}.questions.${place}.options.${strange}.values`, 'not_listed');
  }
  assertRanges(key, path);
  return key;
}

/** The points and the value of a test that was handed in. */
export function gradeTest(key: AnswerKey, answers: TestAnswers): GradedTest {
  const questions = key.questions.map((asked) => {
    const given = setOf(answers[asked.field]);
    const right = asked.options.find(({ values }) => sameSet(new Set(values), given));
    const most = Math.max(asked.otherwise, ...asked.options.map((option) => option.points));
    return { field: asked.field, points: right?.points ?? asked.otherwise, most };
  });
  const sum = questions.reduce((total, one) => total + one.points, 0);
  return { value: valueBy(key.mapping, sum), sum, questions };
}

/** The most points that the answers of a test can get. */
export function mostPoints(key: AnswerKey): number {
  return gradeTest(key, {}).questions.reduce((total, { most }) => total + most, 0);
}

/** The values a question can be answered with; null where it is not one of choices. */
export function choicesOf(field: Extract<TaskForm, { kind: 'form' }>['fields'][number]) {
  if (field.kind === 'choice' || field.kind === 'choices') {
    return field.options.map((option) => option.value);
  }
  if (field.kind !== 'scale') return null;
  return Array.from({ length: field.to - field.from + 1 }, (_, step) => `${field.from + step}`);
}

function valueBy(how: AnswerKey['mapping'], sum: number): number {
  switch (how.kind) {
    case 'sum':
      return inRange(sum);
    case 'percentage':
      return inRange(Math.round((sum / how.most) * 100));
    case 'scale':
      return inRange(Math.round(sum * how.factor));
    case 'ranges':
      return how.ranges.find(({ from, to }) => from <= sum && sum <= to)?.value ?? how.otherwise;
  }
}

function inRange(number: number): number {
  return Math.min(VALUE_RANGE.most, Math.max(VALUE_RANGE.least, number));
}

function assertRanges({ mapping: how }: AnswerKey, path: string): void {
  if (how.kind !== 'ranges') return;
  for (const [place, { from, to }] of how.ranges.entries()) {
    const field = `${path}.mapping.ranges.${place}`;
    if (from > to) wrong(`${field}.to`, 'upside_down');
    const before = how.ranges.slice(0, place);
    if (before.some((one) => from <= one.to && one.from <= to)) wrong(field, 'overlap');
  }
}

/** An object is no answer to a choice, whatever it says of itself as text. */
function setOf(given: unknown): Set<unknown> {
  if (Array.isArray(given)) return new Set(given);
  const none = given === undefined || given === '' || typeof given === 'object';
  return new Set(none ? [] : [String(given)]);
}

function sameSet(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function wrong(field: string, rule: string): never {
  return refuse('input_invalid', { rule }, field);
}
