import type { ReactNode } from 'react';
import { COUNTRIES } from '#domain/accounts/country.ts';
import { SCORE_EDGES } from '#domain/directory/listing.ts';
import type { CategoryRates } from '#domain/directory/queries/rate-overview.ts';
import { SHORES } from '#domain/directory/region.ts';
import { FAMILIES } from '#domain/directory/taxonomy.ts';
import { text } from '#web/text/catalogue.ts';
import { SelectedFilters, withQuery } from '#web/ui/table-controls.tsx';
import { inSentence } from './rate-words.ts';
import { type RatesAsked, SHARED_CHOICES } from './rates-asked.ts';

const words = text.rates.form;

type FormProps = {
  asked: RatesAsked;
  from: string | null;
  category: string;
  categories: readonly CategoryRates[];
};

/** The whole question; it goes to /rates, which leads to the category that was chosen. */
export function RatesForm({ asked, from, category, categories }: FormProps) {
  return (
    <form
      method="get"
      action="/rates"
      aria-label={words.label}
      className="mt-5 grid grid-cols-2 md:grid-cols-3 lg:grid-cols-[1.5fr_1.2fr_1fr_1fr_1fr_0.7fr_auto] gap-3 items-end"
    >
      {asked.sort !== '-rate' && <input type="hidden" name="sort" value={asked.sort} />}
      <Choice name="category" label={words.category} value={category} wide>
        <Categories categories={categories} />
      </Choice>
      <CountryChoice from={from} />
      <Choice name="shore" label={words.shore} value={asked.shore ?? ''}>
        <option value="">{words.anyShore}</option>
        {SHORES.map((shore) => (
          <option key={shore} value={shore}>
            {text.parts.shores[shore]}
          </option>
        ))}
      </Choice>
      <Choice name="shared" label={words.shared} value={String(asked.shared ?? '')}>
        <option value="">{words.any}</option>
        {SHARED_CHOICES.map((count) => (
          <option key={count} value={count}>
            {words.sharedAt(count)}
          </option>
        ))}
      </Choice>
      <Choice name="score" label={words.quality} value={String(asked.score ?? '')}>
        <option value="">{words.any}</option>
        {SCORE_EDGES.map((score) => (
          <option key={score} value={score}>
            {words.qualityAt(score)}
          </option>
        ))}
      </Choice>
      <label className="grid gap-1 text-sm font-medium min-w-0">
        {words.hours}
        <input
          name="hours"
          className="input w-full text-end"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={asked.hours}
        />
      </label>
      <button type="submit" className="btn btn-primary">
        {words.show}
      </button>
    </form>
  );
}

export function CountryChoice({ from }: { from: string | null }) {
  return (
    <Choice name="from" label={words.from} value={from ?? ''}>
      <option value="">{words.nowhere}</option>
      {COUNTRIES.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

/** What narrows the table; each goes away by a link. */
export function RateFilters({ asked, address }: { asked: RatesAsked; address: string }) {
  const { shore, shared, score } = asked;
  const { filters } = text.rates;
  const set = [
    shore && { label: filters.shore(text.parts.shores[shore]), name: 'shore' },
    shared && { label: filters.shared(shared), name: 'shared' },
    score && { label: filters.quality(score.toFixed(1)), name: 'score' },
  ].filter((one) => typeof one === 'object');
  return (
    <SelectedFilters
      filters={set.map(({ label, name }) => ({
        label,
        without: withQuery(address, { [name]: null }),
      }))}
    />
  );
}

export function seenFromWords(from: string | null): string {
  return from === null ? text.rates.seenFromNowhere : text.rates.seenFrom(inSentence(from));
}

function Categories({ categories }: { categories: readonly CategoryRates[] }) {
  return FAMILIES.map((family) => (
    <optgroup key={family} label={text.rates.families[family]}>
      {categories
        .filter((one) => one.family === family)
        .map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
    </optgroup>
  ));
}

function Choice({
  name,
  label,
  value,
  wide = false,
  children,
}: {
  name: string;
  label: string;
  value: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <label className={`grid gap-1 text-sm font-medium min-w-0 ${wide ? 'max-md:col-span-2' : ''}`}>
      {label}
      <select name={name} defaultValue={value} className="select w-full">
        {children}
      </select>
    </label>
  );
}
