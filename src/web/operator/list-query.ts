/** What a list of the operator area is asked for in its address. */
import { withQuery } from '#web/ui/table-controls.tsx';

export type ListQuery = {
  /** A filter that the address carries; undefined when empty or absent. */
  get: (name: string) => string | undefined;
  cursor: string | undefined;
};

export const ROWS = 50;

export function listQuery(request: Request): ListQuery {
  const { searchParams } = new URL(request.url);
  const get = (name: string) => searchParams.get(name)?.trim().slice(0, 120) || undefined;
  return { get, cursor: get('cursor') };
}

/** The addresses of the pages before and after, as `<Paging>` takes them. Newest first unless told. */
export function pageLinks(
  request: Request,
  page: { next: string | null },
  oldestFirst = false,
): { earlier: string | undefined; later: string | undefined } {
  const { pathname, search, searchParams } = new URL(request.url);
  const here = pathname + search;
  const on = page.next === null ? undefined : withQuery(here, { cursor: page.next });
  const back = searchParams.has('cursor') ? withQuery(here, {}) : undefined;
  return oldestFirst ? { earlier: back, later: on } : { earlier: on, later: back };
}

/** `{ name: value }` without the absent, for questions whose fields are optional. */
export function present<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
