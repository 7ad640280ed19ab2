/** What zod found, in the catalogue's words. A schema's own message goes before these. */
import type { z } from 'zod';
import { text } from './catalogue.ts';

const words = text.form;

export const problemWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return words.required;
      if (issue.expected === 'number') return words.number;
      return issue.expected === 'int' ? words.wholeNumber : words.other;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.input);
    case 'invalid_format':
      if (issue.format === 'email') return words.email;
      if (issue.format === 'url') return words.url;
      return issue.format === 'date' ? words.date : words.other;
    case 'invalid_value':
      return issue.input === undefined ? words.choose : words.chooseFromList;
    case 'invalid_union':
      return issue.input === undefined ? words.choose : words.other;
    default:
      return words.other;
  }
};

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') return least === 1 ? words.required : words.minLength(least);
  return origin === 'array' ? words.minItems(least) : words.minNumber(least);
}

function tooBig(origin: string, most: number, input: unknown): string {
  if (origin === 'string') return words.maxLength(most, String(input).length);
  return origin === 'array' ? words.maxItems(most) : words.maxNumber(most);
}
