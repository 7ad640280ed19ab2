/**
 * Glossary. A *requirement* compares what a worker holds of one qualification with values, and
 * *guards* an act: who does not meet it may not accept a task; guarding the preview also keeps the
 * task's content from it, guarding discovery also the batch itself. A *place* is a country (`US`)
 * or a subdivision of one (`US-CA`).
 */
import { isCountry } from '#domain/accounts/country.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { systemType, type ValueKind } from './system-types.ts';

export const COMPARATORS = [
  'LessThan',
  'LessThanOrEqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'EqualTo',
  'NotEqualTo',
  'In',
  'NotIn',
  'Exists',
  'DoesNotExist',
] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const GUARDS = ['accept', 'preview', 'discover'] as const;
export type Guard = (typeof GUARDS)[number];

export type Requirement = {
  qualificationId: string;
  comparator: Comparator;
  /** Whole numbers, or places; none for Exists and DoesNotExist. */
  values: number[] | string[];
  guards: Guard;
};

export const REQUIREMENT_LIMITS = { each: 10, numbers: 15, places: 30 } as const;

/** Values as PostgreSQL keeps an integer. */
export const VALUE_RANGE = { least: -2_147_483_648, most: 2_147_483_647 } as const;

const PLACE = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?$/;
const PLACE_COMPARATORS: readonly Comparator[] = ['EqualTo', 'NotEqualTo', 'In', 'NotIn'];

/**
 * Requirements as they are kept, from JSON that somebody sent. Refuses `input_invalid` with the
 * field, such as `requirements.2.values`, and its rule. Whether a type exists is the database's.
 */
export function parseRequirements(json: unknown): Requirement[] {
  if (!Array.isArray(json)) return wrong('requirements', 'not_a_list');
  const limit = REQUIREMENT_LIMITS.each;
  if (json.length > limit) wrong('requirements', 'too_many', limit);
  return json.map((one: unknown, place) => parseRequirement(one, `requirements.${place}`));
}

/** What the values of this qualification are; granted ones are whole numbers. */
export function valueKindOf(qualificationId: string): ValueKind {
  return systemType(qualificationId)?.valueKind ?? 'number';
}

/** The comparators that make sense for this qualification. */
export function comparatorsOf(qualificationId: string): readonly Comparator[] {
  const kind = valueKindOf(qualificationId);
  if (kind === 'number') return COMPARATORS;
  return kind === 'existence' ? ['Exists', 'DoesNotExist'] : [...PLACE_COMPARATORS, 'Exists'];
}

export function isPlace(text: string): boolean {
  return isCountry(PLACE.exec(text)?.[1] ?? '');
}

function parseRequirement(json: unknown, field: string): Requirement {
  if (typeof json !== 'object' || json === null) return wrong(field, 'not_an_object');
  const given = json as Record<string, unknown>;
  const { qualificationId, comparator, values = [], guards = 'accept' } = given;
  if (typeof qualificationId !== 'string' || !isId(qualificationId)) {
    return wrong(`${field}.qualificationId`, 'not_listed');
  }
  const allowed: readonly unknown[] = comparatorsOf(qualificationId);
  if (!allowed.includes(comparator)) return wrong(`${field}.comparator`, 'not_listed');
  if (!isGuard(guards)) return wrong(`${field}.guards`, 'not_listed');
  const known = comparator as Comparator;
  const right = parseValues(values, { qualificationId, comparator: known, field });
  return { qualificationId, comparator: known, values: right, guards };
}

function parseValues(
  values: unknown,
  asked: { qualificationId: string; comparator: Comparator; field: string },
): number[] | string[] {
  const field = `${asked.field}.values`;
  if (!Array.isArray(values)) return wrong(field, 'not_a_list');
  const kind = valueKindOf(asked.qualificationId);
  const most = mostValues(asked.comparator, kind);
  if (values.length > most) return wrong(field, 'too_many', most);
  if (most > 0 && values.length === 0) return wrong(field, 'required');
  if (new Set(values).size < values.length) return wrong(field, 'twice');
  if (kind === 'place') {
    if (values.every((one) => typeof one === 'string' && isPlace(one))) return [...values];
    return wrong(field, 'place');
  }
  return values.every(isValue) ? [...values] : wrong(field, 'not_whole');
}

function mostValues(comparator: Comparator, kind: ValueKind): number {
  if (comparator === 'Exists' || comparator === 'DoesNotExist') return 0;
  if (comparator !== 'In' && comparator !== 'NotIn') return 1;
  return kind === 'place' ? REQUIREMENT_LIMITS.places : REQUIREMENT_LIMITS.numbers;
}

/** Whether it is a whole number that a grant can carry. */
export function isValue(value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  return value >= VALUE_RANGE.least && value <= VALUE_RANGE.most;
}

function isGuard(guard: unknown): guard is Guard {
  return (GUARDS as readonly unknown[]).includes(guard);
}

function wrong(field: string, rule: string, limit?: number): never {
  return refuse('input_invalid', limit === undefined ? { rule } : { rule, limit }, field);
}
