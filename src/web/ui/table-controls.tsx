import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from './icon.tsx';

/** A column head that sorts: a link, with the way it is sorted now as `aria-sort` on its column. */
export function SortLink({
  href,
  sorted,
  children,
}: {
  href: string;
  sorted?: 'ascending' | 'descending' | undefined;
  children: ReactNode;
}) {
  const icon =
    sorted === undefined ? 'arrow-up-down' : sorted === 'ascending' ? 'arrow-up' : 'arrow-down';
  return (
    <a className="sort" href={href} aria-current={sorted === undefined ? undefined : 'true'}>
      {children}
      <Icon name={icon} />
    </a>
  );
}

/** Filters above a table: a GET form with visible labels, so that the address can be kept. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      {children}
      <button type="submit" className="btn">
        {text.parts.filter}
      </button>
    </form>
  );
}

/** A labelled choice inside a filter bar. */
export function FilterSelect({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <select name={name} defaultValue={value} className="select min-w-40">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the table is filtered by; each is a link that takes the filter away. */
export function SelectedFilters({
  filters,
}: {
  filters: readonly { label: string; without: string }[];
}) {
  if (filters.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-2 text-sm" aria-label={text.parts.filteredBy}>
      {filters.map(({ label, without }) => (
        <li key={label}>
          <a className="btn btn-sm" href={without} aria-label={text.parts.clearFilter(label)}>
            {label}
            <Icon name="x" />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Keyset paging: earlier, later and the span shown; never page numbers or totals. */
export function Paging({
  earlier,
  later,
  labels = text.parts,
  span,
}: {
  earlier?: string | undefined;
  later?: string | undefined;
  /** For a list that is not in the order of time. */
  labels?: { earlier: string; later: string };
  span: ReactNode;
}) {
  return (
    <nav className="mt-5 flex flex-wrap items-center gap-3 text-sm" aria-label={text.parts.pages}>
      {earlier !== undefined && (
        <a className="btn btn-sm" href={earlier}>
          {labels.earlier}
        </a>
      )}
      {later !== undefined && (
        <a className="btn btn-sm" href={later}>
          {labels.later}
        </a>
      )}
      <span className="text-muted">{span}</span>
    </nav>
  );
}

/** This address with other query values; null takes one away. The cursor goes unless it is named. */
export function withQuery(url: URL | string, changes: Record<string, string | null>): string {
  const next = new URL(url, 'http://here');
  if (!('cursor' in changes)) next.searchParams.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.pathname + next.search;
}
