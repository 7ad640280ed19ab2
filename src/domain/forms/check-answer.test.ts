import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AnswerFields, checkAnswer } from './check-answer.ts';
import { parseForm } from './parse-form.ts';
import { sameAnswer } from './same-answer.ts';
import type { Field } from './task-form.ts';

const box = { label: 'tree', x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
const boxes = { kind: 'boxes', url: '/samples/tree.svg', alt: 'A tree', labels: ['tree', 'house'] };

it.each([
  ['choice', { options: ['x', 'y'] }, 'x', 'x'],
  ['choice', { options: ['x', 'y'] }, 'z', { rule: 'not_listed' }],
  ['choice', { options: ['x', 'y'] }, ['x', 'y'], { rule: 'not_listed' }],
  ['choice', { options: ['x', 'y'] }, '', { rule: 'required' }],
  ['choices', { options: ['x', 'y', 'z'] }, ['z', 'x'], ['x', 'z']],
  ['choices', { options: ['x', 'y', 'z'] }, 'y', ['y']],
  ['choices', { options: ['x', 'y', 'z'] }, ['x', 'x'], ['x']],
  ['choices', { options: ['x', 'y', 'z'] }, ['x', 7], { rule: 'not_listed' }],
  ['choices', { options: ['x', 'y', 'z'] }, [], { rule: 'required' }],
  ['choices', { options: ['x', 'y', 'z'], least: 2 }, ['x'], { rule: 'too_few', limit: 2 }],
  ['choices', { options: ['x', 'y', 'z'], most: 1 }, ['x', 'y'], { rule: 'too_many', limit: 1 }],
  ['text', {}, '  two  \r\n lines ', 'two lines'],
  ['text', { lines: 3 }, 'two\r\nlines', 'two\nlines'],
  ['text', {}, ' ', { rule: 'required' }],
  ['text', { minLength: 3 }, 'ab', { rule: 'too_short', limit: 3 }],
  ['text', { maxLength: 3 }, '🐚🐚🐚', '🐚🐚🐚'],
  ['text', { maxLength: 3 }, 'abcd', { rule: 'too_long', limit: 3 }],
  ['text', {}, 'x'.repeat(1_001), { rule: 'too_long', limit: 1_000 }],
  ['text', { pattern: { regex: '[0-9]+', message: 'Digits' } }, '12', '12'],
  [
    'text',
    { pattern: { regex: '[0-9]+', message: 'Digits' } },
    'a12',
    { rule: 'pattern', message: 'Digits' },
  ],
  ['number', {}, '+07.50', '7.5'],
  ['number', {}, 12, '12'],
  ['number', {}, '−3', '-3'],
  ['number', {}, '1e3', { rule: 'number' }],
  ['number', {}, '.', { rule: 'number' }],
  ['number', { min: 0, max: 1 }, '1.01', { rule: 'out_of_range', from: '0', to: '1' }],
  ['number', { min: 0, step: 0.01 }, '24.75', '24.75'],
  ['number', { min: 0, step: 0.01 }, '24.755', { rule: 'step', from: '0', to: '0.01' }],
  ['number', { min: 1, step: 2 }, '4', { rule: 'step', from: '1', to: '2' }],
  ['date', {}, '2026-02-28', '2026-02-28'],
  ['date', {}, '2026-02-30', { rule: 'date' }],
  ['date', { min: '2026-01-01' }, '2025-12-31', { rule: 'out_of_range', from: '2026-01-01' }],
  ['scale', { to: 7 }, '7', '7'],
  ['scale', { to: 7 }, '0', { rule: 'not_listed' }],
  ['scale', { from: 0, to: 10 }, '0', '0'],
  ['boxes', boxes, JSON.stringify([box]), [box]],
  ['boxes', boxes, [{ ...box, x: 0.700001 }], [{ ...box, x: 0.7 }]],
  ['boxes', boxes, [{ ...box, x: 0.8 }], { rule: 'box' }],
  ['boxes', boxes, [{ ...box, width: 0 }], { rule: 'box' }],
  ['boxes', boxes, [{ ...box, label: 'sea' }], { rule: 'box' }],
  ['boxes', boxes, 'nonsense', { rule: 'box' }],
  ['boxes', boxes, [], { rule: 'too_few', limit: 1 }],
  ['boxes', { ...boxes, least: 0 }, '[]', []],
  ['boxes', { ...boxes, most: 1 }, [box, box], { rule: 'too_many', limit: 1 }],
])('%s %j: %j → %j', (kind, more, given, expected) => {
  const form = parseForm({ kind: 'form', fields: [{ name: 'a', label: 'A', ...more, kind }] });
  const checked = checkAnswer(form, { a: given });
  if (typeof expected === 'object' && 'rule' in expected) {
    expect(checked).toEqual({ ok: false, problems: { a: expect.objectContaining(expected) } });
  } else {
    expect(checked).toEqual({ ok: true, answer: { a: expected } });
  }
});

it('leaves out what may stay empty, passes over our names and refuses strange ones', () => {
  const fields = ['a', 'b'].map((name) => ({
    ...{ kind: 'text', name, label: name, required: name === 'a' },
  }));
  const form = parseForm({ kind: 'form', fields });
  expect(checkAnswer(form, { a: '1', b: '', _key: 'k', workerId: 'w' })).toEqual({
    ok: true,
    answer: { a: '1' },
  });
  expect(checkAnswer(form, { a: '1', toString: 'x' })).toEqual({
    ok: false,
    problems: { toString: { rule: 'unknown_field' } },
  });
  expect(checkAnswer(form, { a: 'x'.repeat(65_536) })).toMatchObject({
    problems: { '': { rule: 'too_large' } },
  });
});

it('keeps what a free form sends, within bounds', () => {
  const form = parseForm({ kind: 'html', html: '<input name="a">' });
  const sent = { a: ' 1 ', 'b[]': ['x', 'y'], assignmentId: 'q', turkSubmitTo: 'z', hitId: '1' };
  expect(checkAnswer(form, sent)).toEqual({ ok: true, answer: { a: '1', 'b[]': ['x', 'y'] } });
  expect(checkAnswer(form, { workerId: 'x' })).toMatchObject({
    problems: { '': { rule: 'empty_answer' } },
  });
  for (const wrong of [
    { a: { b: 1 } },
    { ['n'.repeat(129)]: '' },
    { '\u0000': '' },
    { a: [['x']] },
  ]) {
    expect(checkAnswer(form, wrong)).toMatchObject({ problems: { '': { rule: 'unknown_field' } } });
  }
  const hostile = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, unknown>;
  const kept = checkAnswer(form, hostile);
  expect(JSON.stringify(kept)).toBe('{"ok":true,"answer":{"__proto__":"x","constructor":"y"}}');
});

it('knows a gold answer', () => {
  expect(sameAnswer({ a: 'x' }, { a: ' x ', b: 'y' })).toBe(true);
  expect(sameAnswer({ a: 'x' }, { a: 'X' })).toBe(false);
  expect(sameAnswer({ a: ['x', 'y'] }, { a: ['y', 'x'] })).toBe(true);
  expect(sameAnswer({ a: ['x', 'y'] }, { a: ['x'] })).toBe(false);
  expect(sameAnswer({ a: 'x', b: 'y' }, { a: 'x' })).toBe(false);
  expect(sameAnswer({ a: [box] }, { a: [{ ...box }] })).toBe(true);
  expect(sameAnswer({}, { a: 'x' })).toBe(false);
});

const asked = { name: 'a', label: 'A', hint: '', required: true } as const;
const listed = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }).filter(isTidy), {
  minLength: 2,
  maxLength: 9,
});

/** A field together with an answer that its drawn form lets a worker give. */
const answered: fc.Arbitrary<{ field: object; value: unknown }> = fc.oneof(
  listed.chain((options) =>
    fc.constantFrom(...options).map((value) => ({ field: { kind: 'choice', options }, value })),
  ),
  listed.chain((options) =>
    fc
      .subarray(options, { minLength: 1 })
      .map((value) => ({ field: { kind: 'choices', options }, value })),
  ),
  fc
    .string({ minLength: 1, maxLength: 50, unit: 'grapheme' })
    .filter(isTidy)
    .map((value) => ({
      field: { kind: 'text', lines: 3, maxLength: 1_000 },
      value,
    })),
  fc
    .tuple(fc.integer({ min: -99, max: 99 }), fc.nat(50), fc.constantFrom(1, 5, 0.25, 0.1))
    .map(([min, steps, step]) => ({
      field: { kind: 'number', min, max: min + 50 * step, step },
      value: (min + steps * step).toFixed(2),
    })),
  fc
    .date({ min: new Date('0100-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
    .map((day) => ({ field: { kind: 'date' }, value: day.toISOString().slice(0, 10) })),
  fc.integer({ min: 0, max: 10 }).map((value) => ({
    field: { kind: 'scale', from: 0, to: 10 },
    value: String(value),
  })),
);

it('accepts whatever the form offers, keeps it as it was, and accepts that again', () => {
  fc.assert(
    fc.property(answered, ({ field, value }) => {
      const form = parseForm({ kind: 'form', fields: [{ ...field, ...asked }] });
      const first = checkAnswer(form, { a: value });
      expect(first).toMatchObject({ ok: true });
      const answer = (first as { answer: AnswerFields }).answer;
      expect(checkAnswer(form, answer)).toEqual(first);
      expect(sameAnswer(answer, answer)).toBe(true);
    }),
  );
});

it('never fails, whatever is sent, and keeps only what the form names', () => {
  const kinds: Field['kind'][] = ['choice', 'choices', 'text', 'number', 'date', 'scale', 'boxes'];
  const form = parseForm({
    kind: 'form',
    fields: kinds.map((kind) => ({
      ...{ kind, name: kind, label: kind },
      ...(kind === 'boxes' ? boxes : kind.startsWith('choice') ? { options: ['x', 'y'] } : {}),
    })),
  });
  const anything = fc.dictionary(
    fc.constantFrom<string>(...kinds, '__proto__', 'z'),
    fc.anything(),
  );
  fc.assert(
    fc.property(anything, (fields) => {
      const checked = checkAnswer(form, fields);
      if (!checked.ok) return;
      for (const name of Object.keys(checked.answer)) expect(kinds).toContain(name);
    }),
  );
});

function isTidy(text: string): boolean {
  const odd = ['\u0000', '\r', '\n'].some((one) => text.includes(one));
  return text.trim() === text && text !== '' && !odd && text.isWellFormed();
}
