/** What is wrong with an answer, in words. */
import type { AnswerProblem } from '#domain/forms/check-answer.ts';
import type { FieldKind } from '#domain/forms/task-form.ts';
import { text } from '#web/text/catalogue.ts';

const { forms, form } = text;

const PICKED: readonly (FieldKind | undefined)[] = ['choice', 'choices', 'scale'];

/** The sentence for a problem of `checkAnswer` at a field of this kind. */
export function answerWords(problem: AnswerProblem, kind?: FieldKind): string {
  const { rule, limit = 0, from, to } = problem;
  switch (rule) {
    case 'pattern':
      return problem.message ?? form.other;
    case 'too_short':
      return form.minLength(limit);
    case 'too_long':
      return forms.maxChars(limit);
    case 'too_few':
      return kind === 'boxes' ? forms.minBoxes(limit) : form.minItems(limit);
    case 'too_many':
      return form.maxItems(limit);
    case 'out_of_range':
      return kind === 'date' ? forms.days(from, to) : forms.numbers(from, to);
    case 'step':
      return forms.step(from ?? '0', to ?? '1');
    case 'too_large':
      return forms.tooLarge;
    case 'required':
      return PICKED.includes(kind) ? forms.wrong.choose : forms.wrong.required;
    default:
      return forms.wrong[rule];
  }
}
