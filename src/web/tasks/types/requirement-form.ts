/** Rows of requirements ↔ requirements. Server only. */
import { isRefusal, Refusal } from '#domain/kernel/refusal.ts';
import {
  parseRequirements,
  type Requirement,
  valueKindOf,
} from '#domain/qualifications/requirement.ts';
import type { FormValues } from './form-rows.ts';

export type RequirementRow = Readonly<Record<string, string>>;

/** The requirements that were written. Refuses as `parseRequirements` does, at the rows' own names. */
export function requirementsIn(rows: readonly RequirementRow[] | undefined): Requirement[] {
  const used = (rows ?? []).filter((row) => row.qualificationId);
  try {
    return parseRequirements(used.map(requirementOf));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const field = (error.field ?? '').replace(/\.(\d+)\./, (_at, place: string) => {
      return `.${used[Number(place)]?.row ?? place}.`;
    });
    throw new Refusal(error.code, error.data, field);
  }
}

function requirementOf(row: RequirementRow) {
  const { qualificationId = '', comparator, guards } = row;
  const listless = comparator === 'Exists' || comparator === 'DoesNotExist';
  const texts = (row.values ?? '').split(/[,;\s]+/).filter((text) => text !== '');
  const values =
    valueKindOf(qualificationId) === 'place'
      ? texts.map((text) => text.toUpperCase())
      : texts.map((text) => (/^-?\d+$/.test(text) ? Number(text) : text));
  return { qualificationId, comparator, guards, values: listless ? [] : values };
}

export function requirementValues(requirements: readonly Requirement[]): FormValues {
  const values: FormValues = {};
  for (const [place, one] of requirements.entries()) {
    const under = `requirements.${place}`;
    values[`${under}.qualificationId`] = one.qualificationId;
    values[`${under}.comparator`] = one.comparator;
    values[`${under}.values`] = one.values.join(', ');
    values[`${under}.guards`] = one.guards;
  }
  return values;
}
