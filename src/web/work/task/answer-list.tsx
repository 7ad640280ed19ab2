import type { ReactNode } from 'react';
import type { AnswerFields, AnswerValue } from '#domain/forms/check-answer.ts';
import type { Field } from '#domain/forms/task-form.ts';

/** An answer, question by question; of a free form by the names that it used itself. */
export function AnswerList({
  fields,
  answer,
}: {
  fields: readonly Field[] | null;
  answer: AnswerFields;
}) {
  const asked = fields?.filter(({ name }) => Object.hasOwn(answer, name));
  const rows: [string, string, ReactNode][] =
    asked === undefined
      ? Object.entries(answer).map(([name, value]) => [name, name, plain(value)])
      : asked.map((field) => [field.name, field.label, worded(field, answer[field.name] ?? '')]);
  return (
    <dl className="mt-2 border-t border-base-300 max-w-2xl">
      {rows.map(([name, label, value]) => (
        <div
          key={name}
          className="border-b border-base-300 py-2.5 grid sm:grid-cols-[14rem_1fr] gap-x-6"
        >
          <dt className="text-muted text-sm sm:text-base [overflow-wrap:anywhere]">{label}</dt>
          <dd className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The words that were chosen, not the values behind them. */
function worded(field: Field, value: AnswerValue): string {
  if (field.kind !== 'choice' && field.kind !== 'choices') return plain(value);
  const label = (chosen: unknown) =>
    field.options.find((option) => option.value === chosen)?.label ?? String(chosen);
  return typeof value === 'string' ? label(value) : value.map(label).join(', ');
}

function plain(value: AnswerValue): string {
  if (typeof value === 'string') return value;
  const percent = (part: number) => `${Math.round(part * 1_000) / 10}%`;
  return value
    .map((one) =>
      typeof one === 'string'
        ? one
        : `${one.label}: ${[one.x, one.y, one.width, one.height].map(percent).join(', ')}`,
    )
    .join(typeof value[0] === 'string' ? ', ' : '\n');
}
