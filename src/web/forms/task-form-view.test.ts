import fc from 'fast-check';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { checkAnswer } from '#domain/forms/check-answer.ts';
import { FORM_TEMPLATES } from '#domain/forms/gallery.ts';
import { parseForm } from '#domain/forms/parse-form.ts';
import type { DescribedForm } from '#domain/forms/task-form.ts';
import { drawForm } from './draw-form.ts';
import { readAnswer } from './read-answer.ts';
import { TaskFormView } from './task-form-view.tsx';

type Props = Omit<Parameters<typeof TaskFormView>[0], 'drawn'>;

const box = { label: 'house', x: 0.1, y: 0.2, width: 0.3, height: 0.45 };
const FIELDS = [
  { kind: 'choice', name: 'choice', label: 'A', options: ['x', 'y'], hint: 'Look twice' },
  { kind: 'choice', name: 'long', label: 'B', options: letters(13), required: false },
  { kind: 'choices', name: 'choices', label: 'C', options: ['x', 'y', 'z'] },
  { kind: 'text', name: 'text', label: 'D' },
  { kind: 'text', name: 'lines', label: 'E', lines: 4, required: false },
  { kind: 'number', name: 'number', label: 'F', required: false },
  { kind: 'date', name: 'date', label: 'G', required: false },
  { kind: 'scale', name: 'scale', label: 'H', low: 'bad', high: 'good' },
  {
    kind: 'boxes',
    name: 'boxes',
    label: 'I',
    url: '/samples/tree.svg',
    alt: 'T',
    labels: ['tree', 'house'],
  },
];
const every = described({ fields: FIELDS });
const right = {
  ...{ choice: 'y', long: 'b', choices: ['x', 'z'], text: 'a <b>', lines: 'one\ntwo' },
  ...{ number: '7.5', date: '2026-03-01', scale: '4', boxes: [box] },
};

it('draws a form that a browser sends back as it was filled in', () => {
  const html = draw(every, {}, { values: right });
  const sent = readAnswer(every, posted(html));
  expect(sent).toEqual(right);
  expect(checkAnswer(every, sent)).toEqual({ ok: true, answer: right });
});

it('groups what is picked, and ties hints and messages to their fields', () => {
  const html = draw(
    every,
    {},
    { problems: { choice: { rule: 'required' }, text: { rule: 'required' } } },
  );
  expect(html).toMatch(
    /<fieldset id="answer-choice"[^>]*aria-describedby="answer-choice-hint answer-choice-error"/,
  );
  expect(html).toContain('href="#answer-choice"');
  expect(html).toContain('Two things to put right');
  expect(html).toMatch(/<input id="answer-text"[^>]*aria-invalid="true"/);
  expect(html).toContain('<label for="answer-text"');
  expect(html).toMatch(/<select id="answer-long"/);
  expect(html).not.toMatch(/style=|onclick/);
});

it('keeps what was typed wrong', () => {
  const typed = {
    number: '7,5,',
    boxes: [{ label: 'tree', x: 'left', y: '', width: 0.5, height: '' }],
  };
  expect(readAnswer(every, posted(draw(every, {}, { values: typed })))).toMatchObject(typed);
});

it('shows a value as text wherever the form has a variable', () => {
  const value = '**<img src=x onerror=alert(1)>**\n[a](javascript:alert(1)) `x`';
  const form = described({
    instructions: 'See ${v} and `${v}` and [link](${v}) and [b](https://a.example/${v})',
    show: [
      { kind: 'text', text: '${v}' },
      { kind: 'heading', text: '${v}' },
    ],
    fields: [{ kind: 'text', name: 'a', label: '${v}', hint: '${v}' }],
  });
  const html = draw(form, { v: value });
  expect(html).not.toMatch(/<img|<strong|href="javascript|vq7x/);
  expect(html.match(/\*\*&lt;img/g)?.length).toBeGreaterThanOrEqual(6);
});

it('lets no value of a task become an element or an attribute', () => {
  const form = described({
    show: [{ kind: 'text', text: '> ${v}\n\n*${v}* [l](${v}) ![i](${v}) `${v}` <b title="${v}">' }],
    fields: [{ kind: 'text', name: 'a', label: '${v}' }],
  });
  const nasty = fc.string({
    unit: fc.constantFrom(...'<>"\'&`*_[]()!#|\\-=: \nax', 'javascript:', 'https://a.example/'),
    maxLength: 25,
  });
  const plain = shapeOf(draw(form, { v: 'https://a.example/plain' }));
  fc.assert(
    fc.property(nasty, (v) => {
      expect(shapeOf(draw(form, { v }))).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

it.each(
  FORM_TEMPLATES.filter(({ form }) => form.kind === 'form').map((it) => [it.slug, it] as const),
)('draws the template %s in few bytes', (_slug, { form, samples: [sample] }) => {
  const html = draw(form as DescribedForm, sample ?? {});
  expect(html).toContain('name="answer.');
  expect(html.length).toBeLessThan(20_000);
});

function draw(form: DescribedForm, input: Record<string, string>, props: Props = {}): string {
  return renderToString(createElement(TaskFormView, { drawn: drawForm(form, input), ...props }));
}

/** What a browser would post of the controls in this HTML. */
function posted(html: string): FormData {
  const data = new FormData();
  const add = (tag: string, value: string) => {
    const name = attribute(tag, 'name');
    if (name !== null) data.append(name, value);
  };
  const control = /<input[^>]*>|<textarea[^>]*>([\s\S]*?)<\/textarea>|<select[\s\S]*?<\/select>/g;
  for (const [tag, inside] of html.matchAll(control)) {
    if (tag.startsWith('<textarea')) add(tag, plainText(inside ?? ''));
    else if (tag.startsWith('<select')) {
      const chosen =
        /<option[^>]*selected=""[^>]*>([^<]*)/.exec(tag) ?? /<option[^>]*>([^<]*)/.exec(tag);
      add(tag, attribute(chosen?.[0] ?? '', 'value') ?? chosen?.[1] ?? '');
    } else if (!/type="(?:radio|checkbox)"/.test(tag) || tag.includes('checked=""')) {
      add(tag, attribute(tag, 'value') ?? '');
    }
  }
  return data;
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : plainText(found);
}

function plainText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/^\n/, '');
}

/** Tags with the names of their attributes; line breaks of a value are no markup. */
function shapeOf(html: string): string[] {
  return [...html.matchAll(/<(\w+)((?: [^\s=>]+(?:="[^"]*")?)*) ?\/?>/g)]
    .map(([, tag, attributes = '']) => `${tag}${attributes.replace(/="[^"]*"/g, '')}`)
    .filter((tag) => !/^br\b/.test(tag));
}

function letters(count: number): string[] {
  return [...'abcdefghijklmnopqrstuvwxyz'].slice(0, count);
}

function described(form: object): DescribedForm {
  return parseForm({ kind: 'form', ...form }) as DescribedForm;
}
