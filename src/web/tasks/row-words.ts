/** A row or an answer in a line, as lists show it. */
import type { AnswerFields, AnswerValue } from '#domain/forms/check-answer.ts';

const MOST_CHARS = 120;

/** The values of a row, shortened: enough to know it by. */
export function rowWords(input: Readonly<Record<string, string>>): string {
  return shortened(Object.values(input).join(' · '));
}

/** `red`, or `colour: red · sure: yes` where there are several fields. */
export function answerWords(answer: AnswerFields): string {
  const fields = Object.entries(answer);
  const [only] = fields;
  if (fields.length === 1 && only !== undefined) return shortened(valueWords(only[1]));
  return shortened(fields.map(([name, value]) => `${name}: ${valueWords(value)}`).join(' · '));
}

/** One value in words, whole. */
export function valueWords(value: AnswerValue): string {
  if (typeof value === 'string') return value;
  return value
    .map((one) =>
      typeof one === 'string'
        ? one
        : `${one.label} (${percent(one.x)}, ${percent(one.y)}, ${percent(one.width)} × ${percent(one.height)})`,
    )
    .join(', ');
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 1_000) / 10}%`;
}

function shortened(text: string): string {
  const chars = [...text];
  return chars.length > MOST_CHARS ? `${chars.slice(0, MOST_CHARS - 1).join('')}…` : text;
}
