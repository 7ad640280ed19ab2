/** A described form with the values of one task in it, ready to be drawn. */
import { addressPart, safeAddress } from './address.ts';
import { markVariables } from './marks.ts';
import type { Block, DescribedForm, Field, TaskForm } from './task-form.ts';
import { inputValue, replaceVariables, type TaskInput, variablesIn } from './variables.ts';

/**
 * Markdown in which marks stand for values: render it, clean it, then `putValues(html, (mark) =>
 * values[mark] ?? '', true)`.
 */
export type MarkedText = { markdown: string; values: readonly string[] };

/** Addresses are null where the task's value makes none that may be shown. */
export type FilledBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: MarkedText }
  | { kind: 'image'; url: string | null; alt: string }
  | { kind: 'audio' | 'video'; url: string | null; title: string }
  | { kind: 'link'; url: string | null; label: string };

type FilledBoxes = Omit<Extract<Field, { kind: 'boxes' }>, 'url'> & { url: string | null };
export type FilledField = Exclude<Field, { kind: 'boxes' }> | FilledBoxes;

export type FilledForm = {
  instructions: MarkedText | null;
  show: readonly FilledBlock[];
  fields: readonly FilledField[];
};

/**
 * Puts a task's values into a form. Plain texts are finished, and must be shown as text; Markdown
 * carries its values beside it; addresses are checked. A variable without a value stays empty.
 */
export function fillForm(form: DescribedForm, input: TaskInput): FilledForm {
  return {
    instructions: form.instructions === '' ? null : markedText(form.instructions, input),
    show: form.show.map((block) => fillBlock(block, input)),
    fields: form.fields.map((field) => fillField(field, input)),
  };
}

/** Variables whose values make an address that cannot be shown: `image_url` for "see mail". */
export function brokenAddresses(form: DescribedForm, input: TaskInput): string[] {
  return addressCheck(form)(input);
}

/** The same for many tasks of one form: its addresses are looked up once. */
export function addressCheck(form: TaskForm): (input: TaskInput) => string[] {
  const parts = form.kind === 'form' ? [...form.show, ...form.fields] : [];
  const addresses = parts.flatMap((part) => {
    const names = 'url' in part ? variablesIn(part.url) : [];
    return 'url' in part && names.length > 0 ? [{ url: part.url, names }] : [];
  });
  return (input) => {
    const broken = addresses.filter(({ url }) => fillAddress(url, input) === null);
    return [...new Set(broken.flatMap(({ names }) => names))];
  };
}

function fillBlock(block: Block, input: TaskInput): FilledBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', text: fillText(block.text, input) };
    case 'text':
      return { kind: 'text', text: markedText(block.text, input) };
    case 'image':
      return { ...block, url: fillAddress(block.url, input), alt: fillText(block.alt, input) };
    case 'audio':
    case 'video':
      return { ...block, url: fillAddress(block.url, input), title: fillText(block.title, input) };
    case 'link':
      return { ...block, url: fillAddress(block.url, input), label: fillText(block.label, input) };
  }
}

function fillField(field: Field, input: TaskInput): FilledField {
  const asked = { label: fillText(field.label, input), hint: fillText(field.hint, input) };
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const options = field.options.map(({ value, label }) => ({
        value,
        label: fillText(label, input) || value,
      }));
      return { ...field, ...asked, options };
    }
    case 'scale':
      return {
        ...field,
        ...asked,
        low: fillText(field.low, input),
        high: fillText(field.high, input),
      };
    case 'boxes':
      return {
        ...field,
        ...asked,
        url: fillAddress(field.url, input),
        alt: fillText(field.alt, input),
      };
    default:
      return { ...field, ...asked };
  }
}

function fillText(text: string, input: TaskInput): string {
  return replaceVariables(text, (name) => inputValue(input, name) ?? '');
}

function fillAddress(address: string, input: TaskInput): string | null {
  let filled = '';
  let from = 0;
  replaceVariables(address, (name, at, length) => {
    filled += address.slice(from, at);
    filled += addressPart(filled, inputValue(input, name) ?? '');
    from = at + length;
    return null;
  });
  return safeAddress(filled + address.slice(from));
}

function markedText(text: string, input: TaskInput): MarkedText {
  const { text: markdown, names } = markVariables(text);
  return { markdown, values: names.map((name) => inputValue(input, name) ?? '') };
}
