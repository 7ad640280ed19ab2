/** The form of a qualification type ↔ what the domain takes. */
import { z } from 'zod';
import { parseForm } from '#domain/forms/parse-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { isRefusal, Refusal } from '#domain/kernel/refusal.ts';
import { type AnswerKey, choicesOf, mostPoints } from '#domain/qualifications/answer-key.ts';
import { QUALIFICATION_LIMITS } from '#domain/qualifications/qualification.ts';
import type { TestSight, TypeRow } from '#domain/qualifications/queries/types.ts';
import type { TypeTerms, WrittenTest } from '#domain/qualifications/type-terms.ts';

const DAY = 86_400;
const { descriptionChars } = QUALIFICATION_LIMITS;
const number = z.coerce.number();

export const typeForm = z.object({
  description: z.string().max(descriptionChars),
  keywords: z.string().max(2_000).optional(),
  active: z.literal('yes').optional(),
  way: z.enum(['client', 'ask', 'auto', 'test']),
  autoValue: number.optional(),
  again: z.enum(['once', 'after']).default('once'),
  againDays: number.min(0).max(3_650).optional(),
  grantDays: number.optional(),
  testForm: z.string().optional(),
  minutes: number.optional(),
  grading: z.enum(['hand', 'rows', 'json']).default('hand'),
  key: z
    .array(
      z.object({
        field: z.string(),
        right: z.array(z.string()).optional(),
        points: number.int().optional(),
      }),
    )
    .optional(),
  mapping: z.enum(['percentage', 'sum']).default('percentage'),
  keyJson: z.string().optional(),
});

type TypeForm = z.output<typeof typeForm>;

export function termsOf(form: TypeForm): Omit<TypeTerms, 'name'> {
  const { description, keywords = '', way, autoValue = 1, again, againDays = 0 } = form;
  return {
    description,
    keywords: keywords.split(','),
    requestable: way !== 'client',
    autoValue: way === 'auto' ? autoValue : null,
    retrySeconds: again === 'once' ? null : Math.round(againDays * DAY),
    grantDays: form.grantDays ?? null,
  };
}

/** The test as it was typed; null where workers take none. Refuses `input_invalid` with its field. */
export function testIn(form: TypeForm): WrittenTest | null {
  if (form.way !== 'test') return null;
  const written = jsonIn(form.testForm, 'testForm');
  const durationSeconds = Math.round((form.minutes ?? 0) * 60);
  return { form: written, key: keyIn(form), durationSeconds };
}

function keyIn({ grading, key = [], mapping, keyJson }: TypeForm): unknown {
  if (grading === 'hand') return null;
  if (grading === 'json') return jsonIn(keyJson, 'keyJson');
  const questions = key
    .filter(({ right = [] }) => right.length > 0)
    .map(({ field, right = [], points = 1 }) => ({ field, options: [{ values: right, points }] }));
  if (questions.length === 0) {
    throw new Refusal('input_invalid', { rule: 'no_right_answer' }, 'grading');
  }
  const most = questions.reduce((sum, { options }) => sum + (options[0]?.points ?? 0), 0);
  return { questions, mapping: mapping === 'sum' ? { kind: 'sum' } : { kind: 'percentage', most } };
}

/** What was typed as JSON; refuses `input_invalid` (rule json, and the line where one is known). */
export function jsonIn(typed: string | undefined, field: string): unknown {
  try {
    return JSON.parse(typed ?? '') as unknown;
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const line =
      place === undefined ? null : (typed ?? '').slice(0, Number(place)).split('\n').length;
    throw new Refusal('input_invalid', { rule: typed ? 'json' : 'required', line }, field);
  }
}

/** The same refusal at the field of this form that is to blame, with the place inside its JSON. */
export function atTypedField(error: unknown, grading: TypeForm['grading']): unknown {
  if (!isRefusal(error) || error.field === undefined) return error;
  const { code, data, field } = error;
  const at = (typed: string) => new Refusal(code, data, typed);
  if (field === 'retrySeconds') return at('againDays');
  if (field === 'test.durationSeconds') {
    const { least, most } = QUALIFICATION_LIMITS.testSeconds;
    const bounds = { from: least / 60, to: most / 60, fraction: true };
    return new Refusal(code, { rule: 'out_of_range', ...bounds }, 'minutes');
  }
  const inside = /^test\.(form|key)(\..*)?$/.exec(field);
  if (inside === null) return error;
  const target = inside[1] === 'form' ? 'testForm' : grading === 'json' ? 'keyJson' : 'grading';
  if (inside[2] === undefined) return at(target);
  const place = { rule: 'in_json', at: inside[2].slice(1), broke: data.rule ?? null };
  return new Refusal(code, { ...place, limit: data.limit ?? null }, target);
}

export type ChoiceQuestion = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
};

/** The questions of a typed form that a key can grade; none while it is not right. */
export function choiceQuestions(typed: string): ChoiceQuestion[] {
  const form = formIn(typed);
  if (form?.kind !== 'form') return [];
  return form.fields.flatMap((field) => {
    const values = choicesOf(field);
    if (values === null) return [];
    const labels =
      'options' in field ? new Map(field.options.map((o) => [o.value, o.label])) : null;
    const options = values.map((value) => ({ value, label: labels?.get(value) ?? value }));
    return [{ name: field.name, label: field.label, options }];
  });
}

function formIn(typed: string): TaskForm | null {
  try {
    return parseForm(JSON.parse(typed));
  } catch {
    return null;
  }
}

const EXAMPLE = {
  kind: 'form',
  instructions: 'Read each message and choose what fits.',
  fields: [
    {
      kind: 'choice',
      name: 'mood',
      label: 'How does “It works, at last” sound?',
      options: ['Pleased', 'Neutral', 'Angry'],
    },
    {
      kind: 'choices',
      name: 'about',
      label: 'What is “The parcel came late and broken” about?',
      options: ['Delivery', 'Price', 'Quality'],
    },
  ],
};

/** What the empty form of a new type shows. */
export function newValues() {
  return {
    active: 'yes',
    way: 'client',
    again: 'once',
    testForm: JSON.stringify(EXAMPLE, null, 2),
    minutes: 10,
    grading: 'hand',
    mapping: 'percentage',
  };
}

export function valuesOf(type: TypeRow, test: TestSight | null) {
  const { retrySeconds, autoValue } = type;
  return {
    ...newValues(),
    description: type.description,
    keywords: type.keywords.join(', '),
    active: type.state === 'active' ? 'yes' : '',
    way: wayOf(type),
    autoValue: autoValue ?? '',
    again: retrySeconds === null ? 'once' : 'after',
    againDays: retrySeconds === null ? '' : Number(retrySeconds) / DAY,
    grantDays: type.grantDays ?? '',
    ...(test === null ? {} : testValues(test)),
  };
}

function wayOf({ requestable, testSeconds, autoValue }: TypeRow) {
  if (!requestable) return 'client';
  if (testSeconds !== null) return 'test';
  return autoValue === null ? 'ask' : 'auto';
}

function testValues({ form, key, durationSeconds }: TestSight) {
  const typed = JSON.stringify(form, null, 2);
  const common = { testForm: typed, minutes: durationSeconds / 60 };
  if (key === null) return common;
  const { kind } = key.mapping;
  if (!isPlain(key)) return { ...common, grading: 'json', keyJson: JSON.stringify(key, null, 2) };
  const rows = choiceQuestions(typed).flatMap(({ name }, row) => {
    const option = key.questions.find(({ field }) => field === name)?.options[0];
    return option === undefined
      ? []
      : [
          [`key.${row}.right[]`, option.values] as const,
          [`key.${row}.points`, option.points] as const,
        ];
  });
  return { ...common, grading: 'rows', mapping: kind, ...Object.fromEntries(rows) };
}

/** Whether the rows of the form can say this key. */
function isPlain(key: AnswerKey): boolean {
  const { mapping, questions } = key;
  const plain = questions.every(
    ({ options, otherwise }) => options.length === 1 && otherwise === 0,
  );
  if (mapping.kind === 'percentage') return plain && mapping.most === mostPoints(key);
  return plain && mapping.kind === 'sum';
}
