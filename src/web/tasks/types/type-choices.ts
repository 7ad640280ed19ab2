/** What the form of a task type lets choose from. Server only. */
import { may } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { CURRENCIES } from '#domain/kernel/money.ts';
import { findTypes } from '#domain/qualifications/queries/types.ts';
import { SYSTEM_TYPES } from '#domain/qualifications/system-types.ts';
import type { ReadDb } from '#platform/database.ts';

type Choice = { value: string; label: string };
export type TypeChoices = { currencies: Choice[]; qualifications: Choice[] };

const MOST_TYPES = 100;
const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

/** The marketplace's qualifications, then the client's own; others by the id that is held already. */
export async function typeChoices(
  db: ReadDb,
  actor: MemberActor,
  held: readonly string[] = [],
): Promise<TypeChoices> {
  const own = may(actor, 'see_work')
    ? await findTypes(db, actor, { owned: true, states: ['active'], limit: MOST_TYPES })
    : { rows: [] };
  const known = [...SYSTEM_TYPES, ...own.rows].map(({ id, name }) => ({ value: id, label: name }));
  const others = held.filter((id) => known.every(({ value }) => value !== id));
  return {
    currencies: CURRENCIES.map((code) => ({
      value: code,
      label: `${code}, ${currencyNames.of(code) ?? code}`,
    })),
    qualifications: [...known, ...others.map((id) => ({ value: id, label: id }))],
  };
}
