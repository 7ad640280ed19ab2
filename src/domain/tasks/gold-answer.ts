/** The known answer of a gold row, as the form would take it from a worker. */
import { type AnswerFields, checkAnswer } from '#domain/forms/check-answer.ts';
import { sameAnswer } from '#domain/forms/same-answer.ts';
import type { Field, TaskForm } from '#domain/forms/task-form.ts';

export type GoldAnswer =
  | { key: AnswerFields }
  | { field: string; rule: string; limit: number | undefined };

/**
 * Only the fields that are given are held against the form: a key may know less than the form asks.
 * Several choices are written as `a|b`, or as a JSON list; boxes as JSON.
 */
export function goldAnswer(
  form: TaskForm | undefined,
  given: Readonly<Record<string, unknown>>,
): GoldAnswer {
  const kinds = new Map(
    form?.kind === 'form' ? form.fields.map((field) => [field.name, field.kind] as const) : [],
  );
  const fields = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, givenAs(value, kinds.get(name))]),
  );
  const checked = checkAnswer(asked(form, fields), fields);
  if (checked.ok) return { key: checked.answer };
  const [field = '', problem] = Object.entries(checked.problems)[0] ?? [];
  const [first = ''] = Object.keys(fields);
  return { field: field || first, rule: problem?.rule ?? '', limit: problem?.limit };
}

/** The field in which a form would not take a known answer as it is kept; null where it takes it. */
export function unfitField(form: TaskForm, key: AnswerFields): string | null {
  const checked = checkAnswer(asked(form, key), key);
  if (!checked.ok) return Object.keys(checked.problems)[0] ?? '';
  const { answer } = checked;
  const changed = Object.entries(key).find(
    ([name, value]) => !sameAnswer({ [name]: value }, answer),
  );
  return changed?.[0] ?? null;
}

const ANY_FORM: TaskForm = { kind: 'html', html: '-', scripts: false, height: 600 };

function asked(form: TaskForm | undefined, fields: Readonly<Record<string, unknown>>): TaskForm {
  if (form?.kind !== 'form') return form ?? ANY_FORM;
  return { ...form, fields: form.fields.filter(({ name }) => Object.hasOwn(fields, name)) };
}

function givenAs(value: unknown, kind: Field['kind'] | undefined): unknown {
  if (typeof value !== 'string' || kind === 'boxes') return value;
  const list = value.startsWith('[') ? listIn(value) : null;
  if (kind === 'choices') return list ?? value.split('|').map((one) => one.trim());
  return kind === undefined ? (list ?? value) : value;
}

function listIn(text: string): string[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : null;
  } catch {
    return null;
  }
}
