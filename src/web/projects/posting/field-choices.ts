/** What the lists of a project form hold. Server only. */
import { ALLOWED_ENDINGS } from '#domain/files/file.ts';
import { CURRENCIES } from '#domain/kernel/money.ts';
import { categories } from '#domain/projects/queries/categories.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FieldChoices } from './project-fields.tsx';

const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });

const currencies = CURRENCIES.flatMap((code) => {
  const name = names.of(code);
  return name === undefined ? [] : [{ value: code, label: `${code} · ${name}` }];
});

export const ACCEPT = ALLOWED_ENDINGS.map((ending) => `.${ending}`).join(',');

/** `category` is the one that a project has already: it may stay though it is retired. */
export async function fieldChoices(db: ReadDb, category = ''): Promise<FieldChoices> {
  return { categories: await categories(db, category), currencies, accept: ACCEPT };
}
