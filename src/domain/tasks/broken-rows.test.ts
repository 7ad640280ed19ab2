import { expect, test } from 'vitest';
import type { RowProblemData } from '#domain/sheets/row-problem.ts';
import { sayRowProblem } from '#domain/sheets/say-row-problem.ts';
import { pieces, TAGGED_FORM } from '#test/cast/sheets.ts';
import { previewRows, type ReadRows } from './read-rows.ts';

const form = TAGGED_FORM;

/** What is wrong with a sheet, however it comes in. */
async function problemOf(
  text: string | Uint8Array,
  options: Partial<ReadRows> = { form },
): Promise<RowProblemData | null> {
  const { problem } = await previewRows(pieces(text, 65_536), 1e9, options);
  for (const size of [1, 3, 64]) {
    expect((await previewRows(pieces(text, size), 1e9, options)).problem).toEqual(problem);
  }
  return problem;
}

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
