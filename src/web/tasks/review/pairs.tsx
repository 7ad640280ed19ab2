import type { AnswerFields } from '#domain/forms/check-answer.ts';
import { valueWords } from '../row-words.ts';

/** Names and values, whole: a row of the client's file, or an answer. */
export function Pairs({ fields }: { fields: AnswerFields }) {
  return (
    <dl className="mt-2 divide-y divide-base-300 border-y border-base-300 text-sm">
      {Object.entries(fields).map(([name, value]) => (
        <div key={name} className="py-2 grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] gap-3">
          <dt className="text-muted [overflow-wrap:anywhere]">{name}</dt>
          <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{valueWords(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
