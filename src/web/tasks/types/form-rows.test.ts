import { expect, it } from 'vitest';
import { FORM_TEMPLATES } from '#domain/forms/gallery.ts';
import { parseForm } from '#domain/forms/parse-form.ts';
import { nest } from '#web/form-data.ts';
import {
  type FormValues,
  formOfRows,
  rowCounts,
  rowsOfForm,
  type WrittenRows,
} from './form-rows.ts';

it.each(FORM_TEMPLATES.map((one) => [one.slug, one.form] as const))(
  'writes the form of %s as rows and reads the same form again',
  (_slug, form) => {
    expect(formOfRows(sent(rowsOfForm(form)))).toEqual(form);
  },
);

it('keeps every kind of field', () => {
  const form = parseForm({
    kind: 'form',
    show: [
      { kind: 'audio', url: 'https://a.example/a.mp3', title: 'A' },
      { kind: 'link', url: '${u}', label: 'B' },
    ],
    fields: [
      { kind: 'choices', name: 'a', label: 'A', options: ['x', 'y', 'z'], least: 1, most: 2 },
      { kind: 'number', name: 'b', label: 'B', min: -2, max: 2, step: 0.5, required: false },
      { kind: 'date', name: 'c', label: 'C', min: '2026-01-01' },
      { kind: 'scale', name: 'd', label: 'D', from: 0, to: 10, low: 'bad', high: 'good' },
      { kind: 'text', name: 'e', label: 'E', lines: 3, minLength: 2, maxLength: 9 },
    ],
  });
  expect(formOfRows(sent(rowsOfForm(form)))).toEqual(form);
});

it('blames the row of the page, also behind empty ones', () => {
  const rows = sent({
    how: 'rows',
    'fields.3.kind': 'choice',
    'fields.3.name': 'a',
    'fields.3.label': 'A',
    'fields.3.options': 'only one',
  });
  expect(() => formOfRows(rows)).toThrow(expect.objectContaining({ field: 'fields.3.options' }));
  expect(() => formOfRows(sent({ how: 'rows' }))).toThrow(
    expect.objectContaining({ field: 'fields.0.kind' }),
  );
  const blank = sent({ how: 'rows', 'show.1.kind': 'image', 'show.1.url': '${u}' });
  expect(() => formOfRows(blank)).toThrow(expect.objectContaining({ field: 'show.1.words' }));
});

it('tells where JSON breaks', () => {
  const broken = () => formOfRows({ how: 'json', json: '{' });
  expect(broken).toThrow(expect.objectContaining({ field: 'json' }));
  const wrong = () => formOfRows({ how: 'json', json: '{"kind":"form","fields":[]}' });
  expect(wrong).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ rule: 'in_json', at: 'fields' }) }),
  );
});

/** As a browser sends it: every row says its place, empty ones too. */
function sent(values: FormValues): WrittenRows {
  const form = new FormData();
  const { show, fields } = rowCounts(values, 2);
  for (let at = 0; at < show; at += 1) form.append(`show.${at}.row`, String(at));
  for (let at = 0; at < fields; at += 1) form.append(`fields.${at}.row`, String(at));
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return nest(form) as WrittenRows;
}
