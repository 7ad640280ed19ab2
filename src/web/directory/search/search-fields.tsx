import { printQuestion } from '#domain/directory/freelancer-question.ts';
import { LANGUAGES } from '#domain/directory/language.ts';
import { text } from '#web/text/catalogue.ts';
import type { FreelancersFound } from './freelancers-found.ts';
import { Kept } from './words-form.tsx';

const words = text.directory.search;

/** A rate that no band has, and a language. */
export function MoreForm({ found }: { found: FreelancersFound }) {
  const { question, currency } = found;
  const printed = printQuestion(question, currency);
  const {
    rate_from: _from,
    rate_to: _to,
    language: _language,
    ...kept
  } = Object.fromEntries(printed);
  return (
    <form method="get" action="/freelancers" className="grid grid-cols-2 gap-3">
      <Kept values={kept} />
      <RateField name="rate_from" label={words.rateFrom(currency)} of={printed} />
      <RateField name="rate_to" label={words.rateTo(currency)} of={printed} />
      <label className="grid gap-1 text-sm font-medium col-span-2">
        {words.language}
        <select name="language" defaultValue={question.language ?? ''} className="select w-full">
          <option value="">{words.anyLanguage}</option>
          {LANGUAGES.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn col-span-2">
        {words.apply}
      </button>
    </form>
  );
}

function RateField({ name, label, of }: { name: string; label: string; of: URLSearchParams }) {
  return (
    <label className="grid gap-1 text-sm font-medium min-w-0">
      {label}
      <input
        name={name}
        inputMode="decimal"
        defaultValue={of.get(name) ?? ''}
        className="input w-full"
        autoComplete="off"
      />
    </label>
  );
}
