import type { TestAnswers } from '#domain/qualifications/answer-key.ts';
import { gradeTest } from '#domain/qualifications/answer-key.ts';
import type { TestSight } from '#domain/qualifications/queries/types.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.qualifications.request;

export type AnswerLine = {
  name: string;
  label: string;
  given: string;
  points: { points: number; most: number } | null;
};

/** The answers of a test, question by question, with their points where a key is given. */
export function answerLines(test: TestSight | null, answers: TestAnswers | null): AnswerLine[] {
  if (test?.form.kind !== 'form') return [];
  const graded =
    test.key === null || answers === null ? [] : gradeTest(test.key, answers).questions;
  return test.form.fields.map((field) => {
    const labels = 'options' in field ? field.options : [];
    const wordOf = (value: unknown) =>
      labels.find((option) => option.value === value)?.label ??
      (typeof value === 'string' ? value : JSON.stringify(value));
    const given = answers?.[field.name];
    const all: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
    const points = graded.find((one) => one.field === field.name) ?? null;
    return { name: field.name, label: field.label, given: all.map(wordOf).join(', '), points };
  });
}

export function AnswersList({ lines }: { lines: readonly AnswerLine[] }) {
  return (
    <dl className="mt-2">
      {lines.map(({ name, label, given, points }) => (
        <div key={name} className="border-t border-base-300 py-2.5">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
            {given === '' ? words.blank : given}
            {points !== null && (
              <span className="text-sm text-muted">
                {' '}
                · {words.points(points.points, points.most)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
