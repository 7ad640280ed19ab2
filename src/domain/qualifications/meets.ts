/**
 * Whether a worker meets requirements. Revoked and expired grants are not held at all. What is not
 * held meets `DoesNotExist` and nothing else, not even `NotEqualTo`.
 */
import type { Comparator, Guard, Requirement } from './requirement.ts';
import { SYSTEM_IDS } from './system-types.ts';

/** What a worker holds now. */
export type Held = {
  /** Of its grants and of the computed qualifications, by the id of the type. */
  values: Readonly<Record<string, number>>;
  country: string | null;
  subdivision: string | null;
};

/** An act that requirements may guard. */
export type TaskAct = Guard;

/** A requirement that is not met, and what the worker has instead; null for nothing. */
export type Missing = { requirement: Requirement; have: number | string | null };

/** Discovery guards preview and acceptance too; the preview guards acceptance. */
const GUARDED: Readonly<Record<TaskAct, readonly Guard[]>> = {
  discover: ['discover'],
  preview: ['discover', 'preview'],
  accept: ['discover', 'preview', 'accept'],
};

/** Whether a worker who holds this may do the act: it needs every requirement that guards it. */
export function mayDo(act: TaskAct, requirements: readonly Requirement[], held: Held): boolean {
  return requirements.every((one) => !GUARDED[act].includes(one.guards) || meets(one, held));
}

/** What keeps a worker from accepting, in the order of the requirements. */
export function whatIsMissing(requirements: readonly Requirement[], held: Held): Missing[] {
  return requirements
    .filter((requirement) => !meets(requirement, held))
    .map((requirement) => ({ requirement, have: haveOf(requirement, held) }));
}

/** Whether what is held meets this one requirement. */
export function meets({ qualificationId, comparator, values }: Requirement, held: Held): boolean {
  if (qualificationId === SYSTEM_IDS.place) return placeMeets(comparator, values, held);
  const value = held.values[qualificationId];
  if (value === undefined) return comparator === 'DoesNotExist';
  return numberMeets(comparator, value, values as number[]);
}

/** What is held of the qualification that a requirement asks for. */
export function haveOf(
  { qualificationId }: Pick<Requirement, 'qualificationId'>,
  held: Held,
): number | string | null {
  if (qualificationId !== SYSTEM_IDS.place) return held.values[qualificationId] ?? null;
  const { country, subdivision } = held;
  return country === null || subdivision === null ? country : `${country}-${subdivision}`;
}

function numberMeets(comparator: Comparator, value: number, values: readonly number[]): boolean {
  const [bound = Number.NaN] = values;
  switch (comparator) {
    case 'LessThan':
      return value < bound;
    case 'LessThanOrEqualTo':
      return value <= bound;
    case 'GreaterThan':
      return value > bound;
    case 'GreaterThanOrEqualTo':
      return value >= bound;
    case 'EqualTo':
    case 'In':
      return values.includes(value);
    case 'NotEqualTo':
    case 'NotIn':
      return !values.includes(value);
    case 'Exists':
      return true;
    case 'DoesNotExist':
      return false;
  }
}

function placeMeets(comparator: Comparator, values: readonly unknown[], held: Held): boolean {
  if (held.country === null) return comparator === 'DoesNotExist';
  const answers = values.map((place) => isIn(String(place), held));
  switch (comparator) {
    case 'EqualTo':
    case 'In':
      return answers.includes('yes');
    case 'NotEqualTo':
    case 'NotIn':
      return answers.every((answer) => answer === 'no');
    default:
      return comparator === 'Exists';
  }
}

/** A worker who does not say where in its country it lives may or may not be in a part of it. */
function isIn(place: string, { country, subdivision }: Held): 'yes' | 'no' | 'unknown' {
  const [inCountry, part] = place.split('-');
  if (inCountry !== country) return 'no';
  if (part === undefined) return 'yes';
  if (subdivision === null) return 'unknown';
  return part === subdivision ? 'yes' : 'no';
}
