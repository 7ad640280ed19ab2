/**
 * Glossary. A *form* is what a worker sees and fills in: *described* (`kind: 'form'`), blocks to
 * show and fields to answer, drawn by the marketplace, or free *HTML* (`kind: 'html'`), shown
 * only in a frame of its own. A *variable* `${name}` stands for a value of the task's *input*, one
 * column of the client's file. An *answer* is what the worker gave, by field.
 */
import { z } from 'zod';
import { isPattern } from './pattern.ts';

/** Bytes are of the JSON in UTF-8; the rest counts characters or entries. */
export const FORM_LIMITS = {
  bytes: 65_536,
  answerBytes: 65_536,
  blocks: 50,
  fields: 100,
  options: 100,
  labels: 20,
  boxes: 100,
  lineChars: 500,
  proseChars: 20_000,
  addressChars: 2_000,
  valueChars: 200,
  textChars: 20_000,
  patternChars: 200,
  htmlNames: 200,
  htmlNameChars: 128,
} as const;

/** What the frame and the marketplace tell each other; never the name or part of an answer. */
export const RESERVED_NAMES: readonly string[] = [
  'assignmentId',
  'hitId',
  'turkSubmitTo',
  'workerId',
];

const LIMITS = FORM_LIMITS;
const line = z.string().trim().min(1).max(LIMITS.lineChars);
const lineOrNone = z.string().trim().max(LIMITS.lineChars).default('');
const prose = z.string().trim().max(LIMITS.proseChars);
const address = z.string().trim().min(1).max(LIMITS.addressChars);
const number = z.number().min(-1e12).max(1e12);
const isoDay = z.iso.date();

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: line }),
  z.strictObject({ kind: z.literal('text'), text: prose.min(1) }),
  z.strictObject({ kind: z.literal('image'), url: address, alt: line }),
  z.strictObject({ kind: z.literal('audio'), url: address, title: lineOrNone }),
  z.strictObject({ kind: z.literal('video'), url: address, title: lineOrNone }),
  z.strictObject({ kind: z.literal('link'), url: address, label: line }),
]);

const choiceOption = z.preprocess(
  (given) => (typeof given === 'string' ? { value: given, label: given } : given),
  z.strictObject({ value: z.string().trim().min(1).max(LIMITS.valueChars), label: line }),
);

const fieldName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'field_name')
  .refine((name) => !RESERVED_NAMES.includes(name), 'reserved_name');

const asked = {
  name: fieldName,
  label: line,
  hint: lineOrNone,
  required: z.boolean().default(true),
};

const options = z
  .array(choiceOption)
  .min(2)
  .max(LIMITS.options)
  .refine((all) => areDistinct(all.map(({ value }) => value)), 'option_twice');

const textChars = z.int().min(0).max(LIMITS.textChars);

const textPattern = z.strictObject({
  /** A regular expression of RE2 that the whole text must fit. */
  regex: z.string().min(1).max(LIMITS.patternChars).refine(isPattern, 'pattern_invalid'),
  /** What to tell a worker whose text does not fit. */
  message: line,
});

const field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...asked, options }),
  z
    .strictObject({
      kind: z.literal('choices'),
      ...asked,
      options,
      least: z.int().min(0).max(LIMITS.options).optional(),
      most: z.int().min(1).max(LIMITS.options).optional(),
    })
    .refine(({ least = 0, most = Infinity }) => least <= most, upsideDown('most'))
    .refine((it) => (it.least ?? 0) <= it.options.length, upsideDown('least')),
  z
    .strictObject({
      kind: z.literal('text'),
      ...asked,
      lines: z.int().min(1).max(30).default(1),
      minLength: textChars.default(0),
      maxLength: textChars.min(1).optional(),
      pattern: textPattern.optional(),
    })
    .refine(({ minLength, maxLength = minLength }) => minLength <= maxLength, {
      ...upsideDown('maxLength'),
    }),
  z
    .strictObject({
      kind: z.literal('number'),
      ...asked,
      min: number.optional(),
      max: number.optional(),
      /** Counted from `min`, or from 0; without it any decimal will do. */
      step: z.number().min(0.000001).max(1e12).optional(),
    })
    .refine(({ min = -Infinity, max = Infinity }) => min <= max, upsideDown('max')),
  z
    .strictObject({
      kind: z.literal('date'),
      ...asked,
      min: isoDay.optional(),
      max: isoDay.optional(),
    })
    .refine(({ min = '0000', max = '9999-12-31' }) => min <= max, upsideDown('max')),
  z.strictObject({
    kind: z.literal('scale'),
    ...asked,
    from: z.literal([0, 1]).default(1),
    to: z.int().min(2).max(11).default(5),
    /** What the two ends mean. */
    low: lineOrNone,
    high: lineOrNone,
  }),
  z
    .strictObject({
      kind: z.literal('boxes'),
      ...asked,
      url: address,
      alt: line,
      labels: z
        .array(z.string().trim().min(1).max(LIMITS.valueChars))
        .min(1)
        .max(LIMITS.labels)
        .refine(areDistinct, 'option_twice'),
      least: z.int().min(0).max(LIMITS.boxes).default(1),
      most: z.int().min(1).max(LIMITS.boxes).default(20),
    })
    .refine(({ least, most }) => least <= most, upsideDown('most')),
]);

const described = z
  .strictObject({
    kind: z.literal('form'),
    /** Markdown, folded away above the task. */
    instructions: prose.default(''),
    show: z.array(block).max(LIMITS.blocks).default([]),
    fields: z.array(field).min(1).max(LIMITS.fields),
  })
  .superRefine(({ fields }, context) => {
    const known = new Set<string>();
    for (const [place, { name }] of fields.entries()) {
      if (known.has(name)) {
        context.addIssue({
          code: 'custom',
          message: 'name_twice',
          path: ['fields', place, 'name'],
        });
      }
      known.add(name);
    }
  });

const html = z.strictObject({
  kind: z.literal('html'),
  html: z.string().min(1).max(LIMITS.bytes),
  /** Whether scripts inside may run; they reach nothing but the frame that they are in. */
  scripts: z.boolean().default(false),
  /** Of the frame, in CSS pixels. */
  height: z.int().min(100).max(4_000).default(600),
});

/** What a form may be as JSON; `parseForm` is the way to use it. */
export const formSchema = z.discriminatedUnion('kind', [described, html]);

export type TaskForm = z.output<typeof formSchema>;
export type DescribedForm = Extract<TaskForm, { kind: 'form' }>;
export type HtmlForm = Extract<TaskForm, { kind: 'html' }>;
export type Block = DescribedForm['show'][number];
export type Field = DescribedForm['fields'][number];
export type FieldKind = Field['kind'];
/** A form as a client may write it, with everything left out that has a default. */
export type WrittenForm = z.input<typeof formSchema>;

function upsideDown(field: string): { message: string; path: string[] } {
  return { message: 'upside_down', path: [field] };
}

function areDistinct(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}
