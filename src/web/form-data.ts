/** Flat form fields ↔ the nested value that a schema checks. */
import { data } from 'react-router';
import { refuse } from '#domain/kernel/refusal.ts';
import { storable } from '#domain/kernel/text.ts';

export type Typed = Readonly<Record<string, readonly string[]>>;

type Nested = { [name: string]: unknown };

const MOST_ROWS = 200;
const MOST_DEPTH = 5;
const SECRET = /password|secret|totp/i;

/** Without files, in bytes; a form with files is read as it arrives (receive-form.ts). */
const MOST_BYTES = 1_000_000;

/**
 * The form that a request carries, read into memory. Throws a 413 for a large one, whatever it
 * calls itself, and refuses `input_invalid` what is no form or broke off.
 */
export async function readForm(request: Request): Promise<FormData> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MOST_BYTES) throw data(null, 413);
  try {
    return await request.formData();
  } catch (error) {
    if (request.signal.aborted || !(error instanceof TypeError)) throw error;
    return refuse('input_invalid', { rule: 'broken_upload' });
  }
}

/**
 * `title=a` → `{ title: 'a' }`, `skills[]=a&skills[]=b` → `{ skills: ['a', 'b'] }`,
 * `rows.0.price=1` → `{ rows: [{ price: '1' }] }`. Texts lose outer blanks and get plain line
 * ends; empty ones are left out, and a row whose fields are all empty is dropped from the end.
 */
export function nest(form: FormData): Nested {
  const root: Nested = Object.create(null) as Nested;
  for (const [name, raw] of form) {
    if (name.startsWith('_')) continue;
    const value = typeof raw === 'string' ? storable(raw) : raw;
    if (value === '' || (value instanceof File && value.size === 0)) continue;
    place(root, name, value);
  }
  return arrays(root) as Nested;
}

/** Everything typed, by field name, for drawing the form again; passwords and files are not kept. */
export function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('_') || SECRET.test(name)) continue;
    typed[name] ??= [];
    typed[name].push(value);
  }
  return typed;
}

function place(root: Nested, name: string, value: unknown): void {
  const list = name.endsWith('[]');
  const path = (list ? name.slice(0, -2) : name).split('.');
  const last = path.pop();
  if (last === undefined || path.length > MOST_DEPTH) return;
  let at = root;
  for (const step of path) {
    const next = at[step];
    if (next === undefined) at[step] = Object.create(null) as Nested;
    else if (typeof next !== 'object' || Array.isArray(next)) return;
    at = at[step] as Nested;
  }
  if (!list) {
    at[last] ??= value;
  } else if (at[last] === undefined) {
    at[last] = [value];
  } else if (Array.isArray(at[last])) {
    at[last].push(value);
  }
}

/** Objects whose names are all numbers become lists, in that order. */
function arrays(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value) || value instanceof File) return value;
  const entries = Object.entries(value as Nested).map(
    ([key, part]) => [key, arrays(part)] as const,
  );
  const numbered = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key));
  if (!numbered) return Object.fromEntries(entries);
  return entries
    .sort(([one], [other]) => Number(one) - Number(other))
    .slice(0, MOST_ROWS)
    .map(([, part]) => part);
}
