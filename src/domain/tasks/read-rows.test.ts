import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForm } from '#domain/forms/parse-form.ts';
import { COLOUR_FORM } from '#test/cast/batches.ts';
import { pieces, TAGGED_FORM } from '#test/cast/sheets.ts';
import { previewRows, type ReadRows, readRows, sheetFormat, type TaskRow } from './read-rows.ts';

const form = TAGGED_FORM;

async function read(
  text: string | Uint8Array,
  options: Partial<ReadRows> = {},
  size?: number,
): Promise<TaskRow[]> {
  const rows: TaskRow[] = [];
  for await (const row of readRows(pieces(text, size), { format: 'csv', ...options }))
    rows.push(row);
  return rows;
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

test('a row whose value makes no address is told by its row and column', async () => {
  const pictured = parseForm({
    ...COLOUR_FORM,
    show: [{ kind: 'image', url: '${picture}', alt: 'A thing' }],
  });
  const sheet = 'name,picture\na,https://a.example/1.jpg\nb,/samples/house.svg\nc,see mail\n';
  const { rows, problem } = await previewRows(pieces(sheet), 10, { form: pictured });
  expect(rows).toHaveLength(2);
  expect(problem).toMatchObject({ rule: 'address', row: 4, column: 'picture', place: 2 });
});
