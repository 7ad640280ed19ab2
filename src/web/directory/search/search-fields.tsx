import { printQuestion, QUESTION_LIMITS } from '#domain/directory/freelancer-question.ts';
import { LANGUAGES } from '#domain/directory/language.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { FreelancersFound } from './freelancers-found.ts';

const words = text.directory.search;

/** The words; everything that is chosen besides goes along. */
export function WordsForm({ found }: { found: FreelancersFound }) {
  const { question, currency } = found;
  return (
    <search>
      <form method="get" action="/freelancers" className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium flex-1 basis-52 max-w-xl">
          {words.words}
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={question.text}
            placeholder={words.wordsHint}
            maxLength={QUESTION_LIMITS.textChars}
            className="input w-full"
            autoComplete="off"
          />
        </label>
        <Kept of={printQuestion(question, currency)} but={['q']} />
        <button type="submit" className="btn btn-primary">
          <Icon name="search" />
          {words.submit}
        </button>
      </form>
    </search>
  );
}

/** A rate that no band has, and a language. */
export function MoreForm({ found }: { found: FreelancersFound }) {
  const { question, currency } = found;
  const printed = printQuestion(question, currency);
  return (
    <form method="get" action="/freelancers" className="grid grid-cols-2 gap-3">
      <Kept of={printed} but={['rate_from', 'rate_to', 'language']} />
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

/** What a form carries along without showing it. */
function Kept({ of, but }: { of: URLSearchParams; but: readonly string[] }) {
  return [...of]
    .filter(([name]) => !but.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
