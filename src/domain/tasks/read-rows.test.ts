import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForm } from '#domain/forms/parse-form.ts';
import type { RowProblemData } from '#domain/sheets/row-problem.ts';
import { sayRowProblem } from '#domain/sheets/say-row-problem.ts';
import { COLOUR_FORM } from '#test/cast/batches.ts';
import { previewRows, type ReadRows, readRows, sheetFormat, type TaskRow } from './read-rows.ts';

const form = parseForm({
  ...COLOUR_FORM,
  fields: [
    ...COLOUR_FORM.fields,
    {
      kind: 'choices',
      name: 'tags',
      label: 'Tags',
      hint: '',
      required: false,
      options: ['a', 'b', 'c'],
    },
  ],
});

/** The bytes in pieces, as a network brings them. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const bytesOf = (text: string | Uint8Array) =>
  typeof text === 'string' ? Buffer.from(text) : text;

async function read(
  text: string | Uint8Array,
  options: Partial<ReadRows> = {},
  size?: number,
): Promise<TaskRow[]> {
  return Array.fromAsync(readRows(pieces(bytesOf(text), size), { format: 'csv', ...options }));
}

async function problemOf(
  text: string | Uint8Array,
  options: Partial<ReadRows> = { form },
): Promise<RowProblemData> {
  for (const size of [1, 3, 65_536]) {
    const { problem } = await previewRows(pieces(bytesOf(text), size), 1e9, options);
    if (problem === null) throw new Error('Nothing is wrong');
    if (size === 65_536) return problem;
  }
  throw new Error('unreachable');
}

test('names, quotes, line ends, marks of byte order and delimiters are read as people write them', async () => {
  const rows = [
    { number: 1, row: 2, input: { a: '1', b: 'x' } },
    { number: 2, row: 3, input: { a: 'two, "2"', b: 'y' } },
  ];
  expect(await read('a,b\n1,x\n"two, ""2""",y')).toEqual(rows);
  expect(await read('\ufeffa,b\r\n1,x\r\n"two, ""2""",y\r\n')).toEqual(rows);
  expect(await read('"a";"b"\n1;x\n"two, ""2""";y\n')).toEqual(rows);
  expect(await read(' a \tb\n1\tx\n"two, ""2"""\ty\n')).toEqual(rows);
  expect(await read('a\n1\n')).toEqual([{ number: 1, row: 2, input: { a: '1' } }]);
});

test('blank rows are passed over and still counted as a spreadsheet shows them', async () => {
  expect(await read('a,b\n\n1,2\n,\n\r\n3,4\n\n')).toEqual([
    { number: 1, row: 3, input: { a: '1', b: '2' } },
    { number: 2, row: 6, input: { a: '3', b: '4' } },
  ]);
});

test('known answers and numbers of answers have columns of their own', async () => {
  const sheet = 'thing,Gold.colour,Gold.tags,Wanted\nsky,blue,c|a,3\nsea,,,\nsun,,"[""b""]",\n';
  expect(await read(sheet, { form })).toEqual([
    {
      number: 1,
      row: 2,
      input: { thing: 'sky' },
      key: { colour: 'blue', tags: ['a', 'c'] },
      wanted: 3,
    },
    { number: 2, row: 3, input: { thing: 'sea' } },
    { number: 3, row: 4, input: { thing: 'sun' }, key: { tags: ['b'] } },
  ]);
  const lines = '{"thing":"sky","Gold.tags":["c","a"],"Wanted":2}\n\n{"thing":7.10,"big":null}\n';
  expect(await read(lines, { form, format: 'jsonl' })).toEqual([
    { number: 1, row: 1, input: { thing: 'sky' }, key: { tags: ['a', 'c'] }, wanted: 2 },
    { number: 2, row: 3, input: { thing: '7.10', big: '' } },
  ]);
});

test('a variable of the form comes before what its name means elsewhere', async () => {
  const own = parseForm({ ...COLOUR_FORM, show: [{ kind: 'text', text: '${Wanted} ${Gold.x}' }] });
  expect(await read('Wanted,Gold.x\nmany,yes\n', { form: own })).toEqual([
    { number: 1, row: 2, input: { Wanted: 'many', 'Gold.x': 'yes' } },
  ]);
});

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const limits = { rows: 2, columns: 3, nameChars: 20, inputChars: 80, recordBytes: 200 };

const BROKEN: [string, string | Uint8Array, RowProblemData][] = [
  ['nothing', '', { rule: 'empty_file' }],
  ['blank lines', '\n\n', { rule: 'empty_file' }],
  ['names alone', 'thing\n', { rule: 'no_rows' }],
  ['UTF-16', Buffer.from('\ufeffthing\nsky\n', 'utf16le'), { rule: 'utf16', row: 1, line: 1 }],
  [
    'UTF-16 without its mark',
    Buffer.from('thing\nsky\n', 'utf16le'),
    { rule: 'utf16', row: 1, line: 1 },
  ],
  [
    'UTF-16, the other way',
    Buffer.from('\ufeffthing\nsky\n', 'utf16le').swap16(),
    { rule: 'utf16', row: 1, line: 1 },
  ],
  ['a workbook', Buffer.from('PK\u0003\u0004rest'), { rule: 'workbook' }],
  [
    'Latin 1',
    latin1('thing,note\nsky,ok\nsea,caf\u00e9\n'),
    { rule: 'encoding', row: 3, line: 3, column: 'note', place: 2 },
  ],
  [
    'half a character at the end',
    Buffer.concat([Buffer.from('thing,note\nsky,a'), Buffer.from([0xe2, 0x82])]),
    { rule: 'encoding', row: 2, line: 2, column: 'note', place: 2 },
  ],
  [
    'a zero byte',
    'thing,note\nsky,a\u0000b\n',
    { rule: 'nul', row: 2, line: 2, column: 'note', place: 2 },
  ],
  [
    'a quote inside a bare cell',
    'thing,note\nsky,"a\nb"\nsea,5" wide\nsun,x\n',
    { rule: 'quote_opens', row: 3, line: 4, column: 'note', place: 2 },
  ],
  [
    'text behind a closing quote',
    'thing,note\n"sky"x,y\n',
    { rule: 'quote_closes', row: 2, line: 2, column: 'thing', place: 1 },
  ],
  [
    'a quote that is never closed',
    'thing,note\nsky,a\nsea,"never\nends\n',
    { rule: 'quote_not_closed', row: 3, line: 3, column: 'note', place: 2 },
  ],
  [
    'too few cells',
    'thing,note\nsky\n',
    { rule: 'cells', row: 2, line: 2, column: 'note', place: 2, expected: 2, found: 1 },
  ],
  [
    'too many cells',
    'thing,note\nsky,a,b\n',
    { rule: 'cells', row: 2, line: 2, place: 3, expected: 2, found: 3 },
  ],
  [
    'a column without a name',
    'thing,,note\nsky,a,b\n',
    { rule: 'column_empty', row: 1, line: 1, place: 2 },
  ],
  [
    'a name twice',
    'thing,note,thing \nsky,a,b\n',
    { rule: 'column_twice', row: 1, line: 1, column: 'thing', place: 3 },
  ],
  [
    'a name that nobody can see',
    'thing,no\u200bte\nsky,a\n',
    { rule: 'column_name', row: 1, line: 1, column: 'no\u200bte', place: 2, limit: 128 },
  ],
  [
    'no column for a variable',
    'note\nsky\n',
    { rule: 'column_missing', row: 1, line: 1, column: 'thing' },
  ],
  [
    'a known answer to nothing',
    'thing,Gold.size\nsky,1\n',
    { rule: 'gold_field', row: 1, line: 1, column: 'Gold.size', place: 2 },
  ],
  [
    'a known answer that no worker could give',
    'thing,Gold.colour\nsky,blue\nsea,wet\n',
    { rule: 'gold_answer', row: 3, line: 3, column: 'Gold.colour', place: 2, found: 'not listed' },
  ],
  [
    'a number of answers that is none',
    'thing,Wanted\nsky,some\n',
    { rule: 'wanted', row: 2, line: 2, column: 'Wanted', place: 2, limit: 1_000 },
  ],
];

test.each(BROKEN)(
  'a broken sheet is told where and what to do: %s',
  async (_name, text, problem) => {
    expect(await problemOf(text)).toEqual(problem);
    expect(sayRowProblem(problem)).toMatch(/^[A-Z].*\.$/s);
    expect(sayRowProblem(problem)).not.toMatch(/undefined|NaN/);
  },
);

const LIMITED: [string, string, RowProblemData][] = [
  ['rows', 'thing\na\nb\nc\n', { rule: 'too_many_rows', row: 4, limit: 2 }],
  [
    'columns',
    'thing,b,c,d\n1,2,3,4\n',
    { rule: 'too_many_columns', row: 1, line: 1, place: 4, limit: 3 },
  ],
  [
    'characters of a row',
    `thing,b\nsky,${'x'.repeat(80)}\n`,
    { rule: 'row_too_long', row: 2, line: 2, column: 'b', place: 2, limit: 80 },
  ],
  [
    'bytes of a line',
    `thing,b\nsky,1\nsea,${'x'.repeat(300)}\n`,
    { rule: 'record_too_long', row: 3, line: 3, column: 'b', place: 2, limit: 200 },
  ],
  [
    'bytes between quotes',
    `thing,b\nsea,"${'x\n'.repeat(150)}"\n`,
    { rule: 'quote_not_closed', row: 2, line: 2, column: 'b', place: 2 },
  ],
  [
    'delimiters without end',
    `thing,b\n${','.repeat(300)}`,
    { rule: 'record_too_long', row: 2, line: 2, place: 201, limit: 200 },
  ],
];

test.each(LIMITED)('more than the limit is refused: %s', async (_name, text, problem) => {
  expect(await problemOf(text, { form, limits })).toEqual(problem);
});

const BROKEN_LINES: [string, string | Uint8Array, RowProblemData][] = [
  ['no JSON', '{"thing":"a"}\n{"thing":\n', { rule: 'json', row: 2, line: 2 }],
  ['a list', '["thing"]\n', { rule: 'json_object', row: 1, line: 1 }],
  [
    'a missing name',
    '{"thing":"a"}\n{"b":"a"}\n',
    { rule: 'column_missing', row: 2, line: 2, column: 'thing' },
  ],
  [
    'a nested value',
    '{"thing":{"a":1}}',
    { rule: 'text_only', row: 1, line: 1, column: 'thing', place: 1 },
  ],
  [
    'half a character',
    '{"thing":"\\ud800"}',
    { rule: 'broken_text', row: 1, line: 1, column: 'thing', place: 1 },
  ],
  ['a zero', '{"thing":"\\u0000"}', { rule: 'nul', row: 1, line: 1, column: 'thing', place: 1 }],
  ['Latin 1', latin1('{"thing":"\u00e9"}'), { rule: 'encoding', row: 1, line: 1 }],
  [
    'no line end',
    `{"thing":"${'x'.repeat(300)}`,
    { rule: 'record_too_long', row: 1, line: 1, limit: 200 },
  ],
];

test.each(BROKEN_LINES)('broken JSON Lines are told where: %s', async (_name, text, problem) => {
  const found = await problemOf(text, { form, format: 'jsonl', limits });
  expect(found).toMatchObject(problem);
});

const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0'));
const name = fc
  .string({ minLength: 1, maxLength: 10 })
  .map((text) => text.replace(/^\s+|\s+$/g, ''))
  .filter((text) => text !== '' && text !== 'Wanted' && !text.startsWith('Gold.'));

const sheets = fc.uniqueArray(name, { minLength: 1, maxLength: 5 }).chain((names) => {
  const row = fc.array(cell, { minLength: names.length, maxLength: names.length });
  const told = row.filter((cells) => cells.some((text) => text.trim() !== ''));
  return fc.record({
    names: fc.constant(names),
    rows: fc.array(told, { minLength: 1, maxLength: 8 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    size: fc.integer({ min: 1, max: 40 }),
  });
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('whatever cells hold, rows that are written as CSV are read as they were', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async ({ names, rows, delimiter, end, mark, size }) => {
      const lines = [names, ...rows].map((cells) => cells.map(quoted).join(delimiter) + end);
      const found = await read(`${mark}${lines.join('')}`, {}, size);
      expect(found.map(({ input }) => names.map((one) => input[one]))).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('rows that are written as JSON Lines are read as they were', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async ({ names, rows, end, size }) => {
      const inputs = rows.map((cells) =>
        Object.fromEntries(names.map((one, at) => [one, cells[at]])),
      );
      const lines = inputs.map((input) => JSON.stringify(input) + end);
      const found = await read(lines.join(''), { format: 'jsonl' }, size);
      expect(found.map(({ input }) => input)).toEqual(inputs);
    }),
    { numRuns: 200 },
  );
});

test('no bytes make the reader fail otherwise than with a problem', async () => {
  const odd = fc.array(
    fc.constantFrom(...['"', ',', ';', '\n', '\r', '\t', 'a', '\0', '\ufeff', 'é', '{', '}']),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(odd, fc.constantFrom('utf8', 'latin1'), async (text, encoding) => {
      const bytes = Buffer.from(text.join(''), encoding as 'utf8');
      for (const format of ['csv', 'jsonl'] as const) {
        await previewRows(pieces(bytes, 5), 100, { format, limits: { recordBytes: 30 } });
      }
    }),
    { numRuns: 500 },
  );
});

test('a look at the first rows reads no further', async () => {
  async function* endless() {
    yield Buffer.from('thing,note\n');
    for (let row = 0; ; row += 1) yield Buffer.from(`thing ${row},x\n`);
  }
  const { columns, rows, problem } = await previewRows(endless(), 3, { form });
  expect(problem).toBeNull();
  expect(columns).toEqual(['thing', 'note']);
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3]);
});

test('the name of a file says its format', () => {
  expect(['a.CSV', 'b.tsv', 'c.jsonl', 'd.ndjson', 'e.png'].map(sheetFormat)).toEqual([
    'csv',
    'csv',
    'jsonl',
    'jsonl',
    null,
  ]);
});
