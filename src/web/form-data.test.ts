import { describe, expect, it } from 'vitest';
import { nest, typedIn } from './form-data.ts';

function form(...pairs: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

describe('nest', () => {
  it('leaves out what is empty and what the frame adds', () => {
    expect(nest(form(['title', ' Views '], ['cover', '  '], ['_key', 'x']))).toEqual({
      title: 'Views',
    });
  });

  it('makes a list of names with brackets, also of one', () => {
    expect(nest(form(['skills[]', 'a'], ['skills[]', 'b'], ['tags[]', 'c']))).toEqual({
      skills: ['a', 'b'],
      tags: ['c'],
    });
  });

  it('makes rows in the order of their numbers and closes gaps', () => {
    const rows = nest(
      form(
        ['rows.10.price', '3'],
        ['rows.2.price', '2'],
        ['rows.0.title', 'a'],
        ['rows.1.title', ''],
      ),
    );
    expect(rows).toEqual({ rows: [{ title: 'a' }, { price: '2' }, { price: '3' }] });
  });

  it('makes line ends one character', () => {
    expect(nest(form(['cover', 'a\r\nb\rc']))).toEqual({ cover: 'a\nb\rc' });
  });

  it('takes the first of a name that should stand once', () => {
    expect(nest(form(['price', '1'], ['price', '2']))).toEqual({ price: '1' });
  });

  it.each(['__proto__.polluted', 'constructor.prototype.polluted', '__proto__'])(
    'cannot reach beyond the form by the name %s',
    (name) => {
      nest(form([name, 'yes']));
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
    },
  );

  it('drops a name nested deeper than any form of ours', () => {
    expect(nest(form(['a.b.c.d.e.f.g.h', '1']))).toEqual({});
  });

  it('survives a name that is both a value and a group', () => {
    expect(nest(form(['a', '1'], ['a.b', '2'], ['c.d', '3'], ['c', '4']))).toEqual({
      a: '1',
      c: { d: '3' },
    });
  });
});

describe('typedIn', () => {
  it('keeps texts as they were typed, but no password, file or key', () => {
    const data = form(
      ['title', ' Views '],
      ['password', 'secret'],
      ['newPassword', 's'],
      ['_key', 'k'],
    );
    data.append('file', new File(['x'], 'x.txt'));
    expect(typedIn(data)).toEqual({ title: [' Views '] });
  });
});
