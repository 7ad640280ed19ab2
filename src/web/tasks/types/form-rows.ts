/** A described form ↔ the rows that a client edits. What is wrong keeps the row's own name. */
import { parseForm } from '#domain/forms/parse-form.ts';
import type { Block, Field, TaskForm } from '#domain/forms/task-form.ts';
import { isRefusal, Refusal } from '#domain/kernel/refusal.ts';

export type FormValues = Record<string, string>;
type Row = Readonly<Record<string, string>>;

/** What the editor's part of the form sends, as `nest` makes it. */
export type WrittenRows = {
  how: 'rows' | 'html' | 'json';
  instructions?: string | undefined;
  show?: readonly Row[] | undefined;
  fields?: readonly Row[] | undefined;
  html?: string | undefined;
  scripts?: string | undefined;
  height?: string | undefined;
  json?: string | undefined;
};

type Parse = (json: unknown) => TaskForm;

/**
 * The form that was written. Refuses as `parse` does, at the fields of the editor: `parseForm` to
 * draw it, `acceptForm` to keep it.
 */
export function formOfRows(written: WrittenRows, parse: Parse = parseForm): TaskForm {
  if (written.how === 'json') return ofJson(written.json ?? '', parse);
  if (written.how === 'html') {
    const { html = '', scripts, height = '600' } = written;
    const form = { kind: 'html', html, scripts: scripts === 'yes', height: Number(height) };
    return named(
      () => parse(form),
      (path) => path.split('.')[1] ?? 'html',
    );
  }
  const show = numbered(written.show);
  const fields = numbered(written.fields);
  const form = {
    kind: 'form',
    instructions: written.instructions ?? '',
    show: show.map(({ row }) => blockOf(row)),
    fields: fields.map(({ row }) => fieldOf(row)),
  };
  return named(
    () => parse(form),
    (path) => {
      const [, list = '', at = '', part = ''] = path.split('.');
      const rows = list === 'show' ? show : fields;
      const place = rows[Number(at)]?.place;
      if (list === 'fields' && at === '') return 'fields.0.kind';
      if (place === undefined) return 'instructions';
      return `${list}.${place}.${INPUTS[part] ?? part}`;
    },
  );
}

/** Which input of a row holds a part of the JSON, where they are called otherwise. */
const INPUTS: Readonly<Record<string, string>> = {
  ...{ text: 'words', alt: 'words', title: 'words', required: 'optional', labels: 'options' },
  ...{ min: 'least', max: 'most', minLength: 'least', maxLength: 'most', from: 'least' },
  ...{ to: 'most', pattern: 'regex' },
};

function ofJson(text: string, parse: Parse): TaskForm {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const line = /line (\d+)/.exec(String(error))?.[1] ?? null;
    throw new Refusal('input_invalid', { rule: 'json', line }, 'json');
  }
  try {
    return parse(json);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { rule = null, limit = null } = error.data;
    const at = (error.field ?? '').replace(/^form\.?/, '') || 'the whole';
    throw new Refusal('input_invalid', { rule: 'in_json', broke: rule, limit, at }, 'json');
  }
}

function named<Value>(read: () => Value, name: (path: string) => string): Value {
  try {
    return read();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new Refusal(error.code, error.data, name(error.field ?? ''));
  }
}

/** Rows that are in use, with their place on the page, which each sends along. */
function numbered(rows: readonly Row[] | undefined): { row: Row; place: number }[] {
  return (rows ?? []).flatMap((row) => (row.kind ? [{ row, place: Number(row.row) }] : []));
}

function blockOf(row: Row): object {
  const { kind = '', words = '', url = '' } = row;
  switch (kind as Block['kind']) {
    case 'image':
      return { kind, url, alt: words };
    case 'audio':
    case 'video':
      return { kind, url, title: words };
    case 'link':
      return { kind, url, label: words };
    default:
      return { kind, text: words };
  }
}

function fieldOf(row: Row): object {
  const { kind = '', name = '', label = '', hint = '', url = '', low = '', high = '' } = row;
  const asked = { kind, name, label, hint, required: row.optional !== 'yes' };
  const [least, most] = [numberIn(row.least), numberIn(row.most)];
  switch (kind as Field['kind']) {
    case 'choice':
      return { ...asked, options: optionsIn(row.options) };
    case 'choices':
      return { ...asked, options: optionsIn(row.options), least, most };
    case 'text': {
      const pattern = row.regex ? { regex: row.regex, message: row.regexSays ?? '' } : undefined;
      const lines = numberIn(row.lines);
      return { ...asked, lines, minLength: least, maxLength: most, pattern };
    }
    case 'number':
      return { ...asked, min: least, max: most, step: numberIn(row.step) };
    case 'date':
      return { ...asked, min: row.least, max: row.most };
    case 'scale':
      return { ...asked, from: least, to: most, low, high };
    case 'boxes': {
      const labels = optionsIn(row.options).map(({ value }) => value);
      return { ...asked, url, alt: row.words || label, labels, least, most };
    }
    default:
      return asked;
  }
}

function optionsIn(text = ''): { value: string; label: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [value = '', label] = line.split(/\s*\|\s*(.*)/s);
      return { value, label: label || value };
    });
}

/** A number as typed; what is none stays text, so that the form's own rule tells. */
function numberIn(text: string | undefined): number | string | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** The editor's fields for a form. */
export function rowsOfForm(form: TaskForm): FormValues {
  const json = JSON.stringify(form, null, 2);
  if (form.kind === 'html') {
    const { html, scripts, height } = form;
    return { how: 'html', html, scripts: scripts ? 'yes' : '', height: String(height), json };
  }
  const values: FormValues = { how: 'rows', instructions: form.instructions, height: '600', json };
  for (const [place, block] of form.show.entries()) {
    put(values, `show.${place}`, { kind: block.kind, ...valuesOfBlock(block) });
  }
  for (const [place, field] of form.fields.entries()) {
    put(values, `fields.${place}`, valuesOfField(field));
  }
  return values;
}

function put(values: FormValues, under: string, row: Record<string, string | number | undefined>) {
  for (const [name, value] of Object.entries(row)) {
    if (value !== undefined && value !== '') values[`${under}.${name}`] = String(value);
  }
}

function valuesOfBlock(block: Block) {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return { words: block.text };
    case 'image':
      return { words: block.alt, url: block.url };
    case 'audio':
    case 'video':
      return { words: block.title, url: block.url };
    case 'link':
      return { words: block.label, url: block.url };
  }
}

function valuesOfField(field: Field) {
  const { kind, name, label, hint } = field;
  const asked = { kind, name, label, hint, optional: field.required ? '' : 'yes' };
  switch (field.kind) {
    case 'choice':
      return { ...asked, options: linesOf(field.options) };
    case 'choices':
      return { ...asked, options: linesOf(field.options), least: field.least, most: field.most };
    case 'text': {
      const { lines, minLength, maxLength, pattern } = field;
      const fits = { regex: pattern?.regex, regexSays: pattern?.message };
      return { ...asked, lines, least: minLength || undefined, most: maxLength, ...fits };
    }
    case 'number':
      return { ...asked, least: field.min, most: field.max, step: field.step };
    case 'date':
      return { ...asked, least: field.min, most: field.max };
    case 'scale': {
      const { from, to, low, high } = field;
      return { ...asked, least: from, most: to, low, high };
    }
    case 'boxes': {
      const { url, alt, labels, least, most } = field;
      return { ...asked, url, words: alt, options: labels.join('\n'), least, most };
    }
  }
}

function linesOf(options: readonly { value: string; label: string }[]): string {
  return options
    .map(({ value, label }) => (value === label ? value : `${value} | ${label}`))
    .join('\n');
}

/** How many rows the editor needs to show this: those in use, and some to fill in. */
export function rowCounts(values: FormValues, spare: number): { show: number; fields: number } {
  const last = (list: string) =>
    Object.keys(values).reduce((most, name) => {
      const at = new RegExp(`^${list}\\.(\\d+)\\.`).exec(name)?.[1];
      return at === undefined ? most : Math.max(most, Number(at) + 1);
    }, 0);
  return {
    show: Math.min(50, last('show') + spare),
    fields: Math.min(100, last('fields') + spare),
  };
}
