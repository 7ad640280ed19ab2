import { expect, it } from 'vitest';
import { FORM_TEMPLATES, findTemplate } from './gallery.ts';
import { acceptForm, parseForm } from './parse-form.ts';
import { checkVariables, variablesOf } from './variables.ts';

const text = { kind: 'text', name: 'a', label: 'A' };
const options = ['x', 'y'];
const choice = { kind: 'choice', name: 'a', label: 'A', options };

it('puts every default in its place', () => {
  const form = parseForm({ kind: 'form', fields: [choice] });
  expect(form).toEqual({
    kind: 'form',
    instructions: '',
    show: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'a', label: 'A', hint: '', required: true },
        options: [
          { value: 'x', label: 'x' },
          { value: 'y', label: 'y' },
        ],
      },
    ],
  });
  expect(parseForm({ kind: 'html', html: '<p>' })).toMatchObject({ scripts: false, height: 600 });
});

it.each([
  ['no form', null, 'form', 'must_be_object'],
  ['another kind', { kind: 'xml' }, 'form.kind', 'form_kind'],
  ['no fields', { kind: 'form', fields: [] }, 'form.fields', 'too_few'],
  ['a misspelt key', { kind: 'form', feilds: [], fields: [text] }, 'form.feilds', 'unknown_key'],
  ['101 fields', many(101), 'form.fields', 'too_many'],
  ['a field of no kind', one({ ...text, kind: 'slider' }), 'form.fields.0.kind', 'form_kind'],
  ['no label', one({ ...text, label: ' ' }), 'form.fields.0.label', 'required'],
  ['a name with a blank', one({ ...text, name: 'a b' }), 'form.fields.0.name', 'field_name'],
  ['our name', one({ ...text, name: 'workerId' }), 'form.fields.0.name', 'reserved_name'],
  ['a hidden name', one({ ...text, name: '_key' }), 'form.fields.0.name', 'field_name'],
  ['one name twice', two(text, text), 'form.fields.1.name', 'name_twice'],
  ['one option', one({ ...choice, options: ['x'] }), 'form.fields.0.options', 'too_few'],
  ['101 options', one({ ...choice, options: numbers(101) }), 'form.fields.0.options', 'too_many'],
  [
    'a value twice',
    one({ ...choice, options: ['x', 'x'] }),
    'form.fields.0.options',
    'option_twice',
  ],
  [
    'more than there are',
    one({ ...choice, kind: 'choices', least: 3 }),
    'form.fields.0.least',
    'upside_down',
  ],
  [
    'a range upside down',
    one({ ...text, kind: 'number', min: 2, max: 1 }),
    'form.fields.0.max',
    'upside_down',
  ],
  [
    'a broken pattern',
    one({ ...text, pattern: { regex: '(', message: 'm' } }),
    'form.fields.0.pattern.regex',
    'pattern_invalid',
  ],
  [
    'a text for a number',
    one({ ...text, maxLength: '9' }),
    'form.fields.0.maxLength',
    'must_be_number',
  ],
  ['too much', { kind: 'html', html: 'x'.repeat(65_536) }, 'form', 'too_large'],
  ['a frame of 5 pixels', { kind: 'html', html: 'x', height: 5 }, 'form.height', 'below'],
])('refuses %s', (_what, json, field, rule) => {
  expect(() => parseForm(json)).toThrowError(
    expect.objectContaining({
      code: 'input_invalid',
      field,
      data: expect.objectContaining({ rule }),
    }),
  );
});

it('refuses what is nested without end, and keeps what no database keeps away', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  expect(() => parseForm(deep)).toThrowError(expect.objectContaining({ code: 'input_invalid' }));
  const odd = parseForm(one({ ...text, label: 'A\u0000\ud800B' }));
  expect(odd).toMatchObject({ fields: [{ label: 'A\ufffdB' }] });
});

it.each([
  ['<p>Nothing to fill in</p>', false, false],
  ['<input type="submit">', false, false],
  ['<INPUT\n type="text"\n NAME = colour>', false, true],
  ['<select class="a" name="colour"></select>', false, true],
  ['<div id="app"></div><script>make()</script>', true, true],
])('%s with scripts %s may be answered: %s', (html, scripts, fillable) => {
  const accepted = () => acceptForm({ kind: 'html', html, scripts });
  if (fillable) expect(accepted()).toMatchObject({ html });
  else expect(accepted).toThrow(expect.objectContaining({ field: 'form.html' }));
});

it('takes a pattern that a backtracking engine would never finish', async () => {
  const { checkAnswer } = await import('./check-answer.ts');
  const form = parseForm(one({ ...text, pattern: { regex: '(a+)+b', message: 'As and one b' } }));
  expect(checkAnswer(form, { a: 'a'.repeat(900) }).ok).toBe(false);
});

it('finds variables wherever they stand, each once', () => {
  const form = parseForm({
    kind: 'form',
    instructions: '${a}',
    show: [
      { kind: 'image', url: 'https://x.example/${ b }.png', alt: '${a} ${c d}' },
      { kind: 'text', text: '$ {no} ${} ${1}' },
    ],
    fields: [{ ...text, label: '${e}' }],
  });
  expect(variablesOf(form)).toEqual(['a', 'b', 'c d', '1', 'e']);
  expect(checkVariables(form, ['a', 'b', 'c d', 'f'])).toEqual({
    missing: ['1', 'e'],
    unused: ['f'],
  });
});

it('leaves the `${x}` of scripts to JavaScript, but knows a column of that name', () => {
  const html = '<p>${a}</p><script>const b = 1; f(`${b}`, "${c}")</script>';
  const form = parseForm({ kind: 'html', html, scripts: true });
  expect(checkVariables(form, ['a', 'c'])).toEqual({ missing: [], unused: [] });
});

it('ships ten templates whose samples fill every variable', () => {
  expect(FORM_TEMPLATES.map(({ slug }) => slug)).toHaveLength(10);
  for (const { slug, form, samples, title, description, keywords } of FORM_TEMPLATES) {
    expect(findTemplate(slug)?.form).toBe(form);
    expect(samples.length, slug).toBeGreaterThanOrEqual(3);
    for (const sample of samples) {
      expect(checkVariables(form, Object.keys(sample)), slug).toEqual({ missing: [], unused: [] });
    }
    expect([title.length <= 128, description.length <= 2_000, keywords.length > 0]).toEqual([
      true,
      true,
      true,
    ]);
  }
  expect(findTemplate('none')).toBe(null);
});

function one(field: object): object {
  return { kind: 'form', fields: [field] };
}

function two(first: object, second: object): object {
  return { kind: 'form', fields: [first, second] };
}

function many(count: number): object {
  return { kind: 'form', fields: numbers(count).map((name) => ({ ...text, name: `f${name}` })) };
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_none, place) => String(place));
}
