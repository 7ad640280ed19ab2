/** The places of a form that the columns of a client's file fill. */
import type { Block, Field, TaskForm } from './task-form.ts';

/** What fills the variables of one task, by name. */
export type TaskInput = Readonly<Record<string, string>>;

const VARIABLE = /\$\{ ?([\p{L}\p{N}_](?:[\p{L}\p{N}_.: -]{0,62}[\p{L}\p{N}_])?) ?\}/gu;
const SCRIPT = /<script\b[\s\S]*?(?:<\/script\s*>|$)/gi;

/**
 * The names of all variables, each once, in the order in which they appear. Scripts of a free form
 * are left out, since `${x}` is also JavaScript; a column of that name is still put in there.
 */
export function variablesOf(form: TaskForm): string[] {
  const texts = form.kind === 'html' ? [form.html.replace(SCRIPT, '')] : textsOf(form);
  return [...new Set(texts.flatMap((text) => variablesIn(text)))];
}

export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
}

/**
 * The text with each variable replaced by what `replace` says of its name, its place and the length
 * of what is written; null leaves it as it is.
 */
export function replaceVariables(
  text: string,
  replace: (name: string, at: number, length: number) => string | null,
): string {
  return text.replace(VARIABLE, (written: string, name: string, at: number) => {
    return replace(name, at, written.length) ?? written;
  });
}

/** The task's value for a variable; own properties only, so that no name reaches further. */
export function inputValue(input: TaskInput, name: string): string | null {
  return Object.hasOwn(input, name) ? (input[name] ?? null) : null;
}

/** Variables without a column, and columns that no variable uses. */
export function checkVariables(
  form: TaskForm,
  columns: readonly string[],
): { missing: string[]; unused: string[] } {
  const variables = variablesOf(form);
  const scripts = form.kind === 'html' && form.scripts ? variablesIn(form.html) : [];
  return {
    missing: variables.filter((name) => !columns.includes(name)),
    unused: columns.filter((name) => !variables.includes(name) && !scripts.includes(name)),
  };
}

function textsOf(form: Extract<TaskForm, { kind: 'form' }>): string[] {
  return [
    form.instructions,
    ...form.show.flatMap(textsOfBlock),
    ...form.fields.flatMap(textsOfField),
  ];
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [block.text];
    case 'image':
      return [block.url, block.alt];
    case 'audio':
    case 'video':
      return [block.url, block.title];
    case 'link':
      return [block.url, block.label];
  }
}

function textsOfField(field: Field): string[] {
  const asked = [field.label, field.hint];
  if (field.kind === 'choice' || field.kind === 'choices') {
    return [...asked, ...field.options.map(({ label }) => label)];
  }
  if (field.kind === 'scale') return [...asked, field.low, field.high];
  return field.kind === 'boxes' ? [...asked, field.url, field.alt] : asked;
}
