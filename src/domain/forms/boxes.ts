/** Rectangles that a worker drew on a picture. */
import type { Box, Checked } from './check-answer.ts';
import type { Field } from './task-form.ts';

type Boxes = Extract<Field, { kind: 'boxes' }>;

/** A ten thousandth of the picture: finer than any screen shows it. */
const PARTS = 10_000;

/**
 * `given` is a list of boxes or its JSON. Numbers are fractions of the picture and are kept to a
 * ten thousandth; a box must have some width and height, and lie within the picture.
 */
export function checkBoxes(field: Boxes, given: unknown): Checked {
  const list = listIn(given);
  if (list === null) return { problem: { rule: 'box' } };
  if (list.length === 0) {
    return field.least > 0 && field.required
      ? { problem: { rule: 'too_few', limit: field.least } }
      : { value: field.required ? [] : null };
  }
  if (list.length > field.most) return { problem: { rule: 'too_many', limit: field.most } };
  if (list.length < field.least) return { problem: { rule: 'too_few', limit: field.least } };
  const boxes = list.map((one) => rightBox(field, one));
  return boxes.every((box) => box !== null) ? { value: boxes } : { problem: { rule: 'box' } };
}

function listIn(given: unknown): readonly unknown[] | null {
  if (given === undefined || given === null || given === '') return [];
  if (Array.isArray(given)) return given as unknown[];
  if (typeof given !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(given);
    return Array.isArray(parsed) ? (parsed as unknown[]) : null;
  } catch {
    return null;
  }
}

function rightBox(field: Boxes, given: unknown): Box | null {
  if (given === null || typeof given !== 'object') return null;
  const { label, ...rest } = given as Record<string, unknown>;
  const [x, y, width, height] = [rest.x, rest.y, rest.width, rest.height].map(partsIn);
  if (typeof label !== 'string' || !field.labels.includes(label)) return null;
  if (x == null || y == null || width == null || height == null) return null;
  const inside = x + width <= PARTS && y + height <= PARTS;
  if (!inside || width === 0 || height === 0) return null;
  return { label, x: x / PARTS, y: y / PARTS, width: width / PARTS, height: height / PARTS };
}

function partsIn(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) return null;
  return Math.round(value * PARTS);
}
