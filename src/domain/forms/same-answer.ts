/** Whether an answer is the known one of a gold task. */
import type { AnswerFields, AnswerValue, Box } from './check-answer.ts';

/**
 * Every field of the key must be answered alike: texts without outer blanks, character by
 * character; several choices and boxes as sets. Fields that the key does not name do not count.
 * A key of no fields is right for no answer.
 */
export function sameAnswer(key: AnswerFields, answer: AnswerFields): boolean {
  const { known, right } = countKnown(key, answer);
  return known > 0 && known === right;
}

/** How many fields the key names, and how many of them were answered alike. */
export function countKnown(
  key: AnswerFields,
  answer: AnswerFields,
): { known: number; right: number } {
  const names = Object.keys(key);
  const right = names.filter((name) => {
    const given = Object.hasOwn(answer, name) ? answer[name] : undefined;
    return isSame(key[name] ?? '', given ?? '');
  });
  return { known: names.length, right: right.length };
}

function isSame(known: AnswerValue, given: AnswerValue): boolean {
  const [one, other] = [partsOf(known), partsOf(given)];
  return one.size === other.size && [...one].every((part) => other.has(part));
}

function partsOf(value: AnswerValue): Set<string> {
  const list: readonly (string | Box)[] = typeof value === 'string' ? [value] : value;
  const parts = list.map((one) => (typeof one === 'string' ? one.trim() : textOf(one)));
  return new Set(parts.filter((part) => part !== ''));
}

function textOf({ label, x, y, width, height }: Box): string {
  return JSON.stringify([label, x, y, width, height]);
}
