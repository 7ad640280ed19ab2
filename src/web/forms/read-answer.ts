/** A native post of a drawn form → fields for `checkAnswer` and `submitAssignment`. */
import type { TaskForm } from '#domain/forms/task-form.ts';

/** Fields of an answer are posted under this, so that no client's name is one of the page's own. */
export const ANSWER_PREFIX = 'answer.';

export const BOX_SIDES = ['x', 'y', 'width', 'height'] as const;

/** A box as typed: numbers are fractions of the picture, what is no number stays as text. */
export type TypedBox = { label: string } & Record<(typeof BOX_SIDES)[number], number | string>;
export type TypedAnswer = Readonly<
  Record<string, string | readonly string[] | readonly TypedBox[]>
>;

/** What was typed, by field, as it is shown again after a refusal; unanswered fields are absent. */
export function readAnswer(form: TaskForm, data: FormData): TypedAnswer {
  if (form.kind === 'html') return readFree(data);
  const answer = form.fields.flatMap((field): [string, TypedAnswer[string]][] => {
    const name = ANSWER_PREFIX + field.name;
    if (field.kind === 'boxes') return [[field.name, readBoxes(name, field.most, data)]];
    const texts = textsOf(data, name);
    if (field.kind === 'choices') return [[field.name, texts]];
    return texts.length === 0 ? [] : [[field.name, texts[0] ?? '']];
  });
  return Object.fromEntries(answer);
}

/** Whatever the frame of a free form sent, as it is called there. */
export function readFree(data: FormData): TypedAnswer {
  const names = [...new Set(data.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const texts = textsOf(data, name);
      return [name, texts.length === 1 ? (texts[0] ?? '') : texts];
    }),
  );
}

function readBoxes(name: string, most: number, data: FormData): TypedBox[] {
  const boxes: TypedBox[] = [];
  for (let row = 0; row < most; row++) {
    const sides = BOX_SIDES.map((side) => textsOf(data, `${name}.${row}.${side}`)[0]?.trim() ?? '');
    if (sides.every((side) => side === '')) continue;
    const [x = '', y = '', width = '', height = ''] = sides.map(fractionOf);
    boxes.push({ label: textsOf(data, `${name}.${row}.label`)[0] ?? '', x, y, width, height });
  }
  return boxes;
}

/** Rows are in percent. */
function fractionOf(text: string): number | string {
  const value = Number(text.replace(',', '.'));
  return text === '' || !Number.isFinite(value) ? text : value / 100;
}

function textsOf(data: FormData, name: string): string[] {
  return data.getAll(name).filter((value) => typeof value === 'string');
}
