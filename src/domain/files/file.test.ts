import { expect, test } from 'vitest';
import { ALLOWED_ENDINGS, mediaTypeOf, safeName } from './file.ts';

test('the media type follows from the ending', () => {
  expect(mediaTypeOf('plan.PDF')).toBe('application/pdf');
  expect(mediaTypeOf('site.dwg')).toBe('image/vnd.dwg');
  expect(ALLOWED_ENDINGS).not.toContain('html');
});

test.each(['page.html', 'run.exe', 'x.js', 'noending', 'a.pdf.', 'a.constructor', 'a.toString'])(
  '%s is not taken',
  (name) => {
    expect(() => mediaTypeOf(name)).toThrow('file_type_refused');
  },
);

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\plans\\north.pdf', 'north.pdf'],
  ['.htaccess.txt', 'htaccess.txt'],
  ['a\u0000b\u202egnp.pdf', 'abgnp.pdf'],
  ['', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('%j is kept as %j', (given, kept) => {
  expect(safeName(given)).toBe(kept);
});
