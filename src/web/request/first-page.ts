import type { Failure } from '../context.ts';

/** How addresses name the cursors of their lists. */
const CURSORS = ['cursor', 'types', 'held', 'asked'];

/**
 * Where a list's address leads whose cursor is none of ours: to its first page, with all else that
 * it asks. Null for every other request.
 */
export function firstPage({ method, url }: Request, failure: Failure): string | null {
  if (method !== 'GET' || failure.kind !== 'refusal' || failure.data.rule !== 'cursor') return null;
  const { pathname, searchParams } = new URL(url);
  // What a router asks for is read by a program.
  if (pathname.endsWith('.data')) return null;
  const kept = [...searchParams].filter(([name]) => !CURSORS.includes(name));
  if (kept.length === searchParams.size) return null;
  const query = new URLSearchParams(kept).toString();
  const path = pathname.replace(/^\/+/, '/');
  return query === '' ? path : `${path}?${query}`;
}
