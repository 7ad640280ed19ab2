/** What somebody of the crowd answers: mostly sensible, now and then hasty. */
import type { Field, TaskForm } from '#domain/forms/task-form.ts';
import type { Random } from '../crowd/random.ts';

/** What is written into a line of text, by the name of its field. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  shop: ['North Quay Paper', 'Harbour Tea Rooms', 'Linden Street Tools'],
  text: ['Milk, two loaves, the blue thread. Be back by six.', 'The key is under the third pot.'],
  better: ['Clearer photos of the kitchen.', 'Say which floor it is on.', 'Fewer calls.'],
  reason: ['today only', 'write to me', 'second bell'],
};

/** An answer that the form takes. The first option is the likeliest, as with a clear question. */
export function answerOf(form: TaskForm, random: Random): Record<string, unknown> {
  if (form.kind === 'html') return { easier: random.pick(['first', 'second', 'same']) };
  return Object.fromEntries(form.fields.map((field) => [field.name, givenTo(field, random)]));
}

function givenTo(field: Field, random: Random): unknown {
  switch (field.kind) {
    case 'choice': {
      const sure = random.chance(0.7) ? field.options.slice(0, 2) : field.options;
      return random.pick(sure).value;
    }
    case 'choices':
      return random.some(field.options, random.whole(1, 2)).map(({ value }) => value);
    case 'scale':
      return String(random.whole(Math.max(field.from, field.to - 4), field.to));
    case 'number':
      return String(random.whole(4, 90));
    case 'date':
      return `2026-11-${String(random.whole(1, 20)).padStart(2, '0')}`;
    case 'boxes':
      return [{ label: field.labels[0] ?? '', x: 0.2, y: 0.3, width: 0.25, height: 0.3 }];
    case 'text':
      return field.pattern === undefined
        ? random.pick(WORDS[field.name] ?? ['As it says.'])
        : String(random.whole(1_000, 99_999));
  }
}
