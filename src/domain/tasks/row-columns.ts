/**
 * What the columns of a client's sheet are for. Most fill the variable of their name.
 * `Gold.<field>` is the known answer to a field: a row with any of these is a gold task. `Wanted`
 * says how many workers answer the row. A variable of the form that has such a name comes first.
 */
import type { TaskForm } from '#domain/forms/task-form.ts';
import { checkVariables, variablesOf } from '#domain/forms/variables.ts';
import { RowProblem } from '#domain/sheets/row-problem.ts';

export type Use =
  | { kind: 'input'; name: string }
  | { kind: 'gold'; name: string; field: string }
  | { kind: 'wanted'; name: string };

const GOLD = 'Gold.';
const WANTED = 'Wanted';

/** Says of each name what its column is for; remembers, as a sheet asks for each row. */
export function columnUses(form: TaskForm | undefined): (name: string) => Use {
  const variables = new Set(form === undefined ? [] : variablesOf(form));
  const known = new Map<string, Use>();
  return (name) => {
    let use = known.get(name);
    if (use === undefined) {
      use = variables.has(name) ? { kind: 'input', name } : usedFor(name);
      known.set(name, use);
    }
    return use;
  };
}

function usedFor(name: string): Use {
  if (name === WANTED) return { kind: 'wanted', name };
  if (!name.startsWith(GOLD)) return { kind: 'input', name };
  return { kind: 'gold', name, field: name.slice(GOLD.length) };
}

export type NameLimits = { columns: number; nameChars: number };

/** The names of a first row, held to be there, once each, and readable. */
export function checkNames(
  names: readonly string[],
  at: { row: number; line: number },
  { columns, nameChars }: NameLimits,
): void {
  if (names.length > columns) {
    throw new RowProblem({ rule: 'too_many_columns', ...at, place: columns + 1, limit: columns });
  }
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    const place = index + 1;
    if (name === '') throw new RowProblem({ rule: 'column_empty', ...at, place });
    if (seen.has(name)) {
      throw new RowProblem({ rule: 'column_twice', ...at, column: name, place });
    }
    if (name.length > nameChars || /\p{C}/u.test(name)) {
      const column = name.slice(0, nameChars);
      throw new RowProblem({ rule: 'column_name', ...at, column, place, limit: nameChars });
    }
    seen.add(name);
  }
}

/** Every variable of the form has its column, and every known answer its field. */
export function checkUses(
  form: TaskForm,
  uses: readonly Use[],
  at: { row: number; line: number },
): void {
  const inputs = uses.flatMap((use) => (use.kind === 'input' ? [use.name] : []));
  const [missing] = checkVariables(form, inputs).missing;
  if (missing !== undefined) {
    throw new RowProblem({ rule: 'column_missing', ...at, column: missing });
  }
  if (form.kind === 'html') return;
  const fields = new Set(form.fields.map(({ name }) => name));
  const place = uses.findIndex((use) => use.kind === 'gold' && !fields.has(use.field));
  const use = uses[place];
  if (use === undefined) return;
  throw new RowProblem({ rule: 'gold_field', ...at, column: use.name, place: place + 1 });
}
