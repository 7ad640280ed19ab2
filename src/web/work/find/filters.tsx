import type { ReactNode } from 'react';
import { printWorkAsked } from '#domain/assignments/work-question.ts';
import { decimalOf } from '#domain/directory/freelancer-question.ts';
import { Kept } from '#web/directory/search/words-form.tsx';
import { text } from '#web/text/catalogue.ts';
import type { WorkFound } from './work-found.ts';

const words = text.work.find;

/** Beside the list; a fold on phones. Everything is a GET form, so that the address can be kept. */
export function Filters({ found, children }: { found: WorkFound; children: ReactNode }) {
  const { question } = found;
  const set = question.qualified === true || question.leastHourlyMinor !== undefined;
  return (
    <div className="grid gap-5">
      <details open={set} className="lg:hidden">
        <summary className="btn w-full">{words.filters}</summary>
        <div className="mt-4">
          <FilterForm found={found} />
        </div>
      </details>
      <div className="max-lg:hidden">
        <FilterForm found={found} />
      </div>
      {children}
    </div>
  );
}

function FilterForm({ found }: { found: WorkFound }) {
  const { question, currencies, baseCurrency, seeks } = found;
  const { leastHourlyMinor: least, currency = baseCurrency } = question;
  const {
    qualified: _qualified,
    least_hourly: _least,
    currency: _currency,
    ...kept
  } = Object.fromEntries(printWorkAsked(question));
  return (
    <form method="get" action="/work" className="grid gap-4" aria-label={words.filters}>
      <Kept values={kept} />
      {seeks && (
        <label className="flex gap-3 items-center min-h-11 cursor-pointer">
          <input
            type="checkbox"
            name="qualified"
            value="yes"
            defaultChecked={question.qualified === true}
            className="checkbox checkbox-sm"
          />
          {words.qualified}
        </label>
      )}
      <label className="grid gap-1 text-sm font-medium">
        {words.least}
        <input
          name="least_hourly"
          inputMode="decimal"
          defaultValue={least === undefined ? '' : decimalOf(least, currency)}
          className="input w-full"
          autoComplete="off"
        />
      </label>
      <label className="grid gap-1 text-sm font-medium">
        {words.currency}
        <select name="currency" defaultValue={question.currency ?? ''} className="select w-full">
          <option value="">{words.anyCurrency}</option>
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        {words.apply}
      </button>
    </form>
  );
}
