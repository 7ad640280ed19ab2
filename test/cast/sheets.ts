/** Sheets as a network brings them, and the form that their rows are for. */
import { parseForm } from '#domain/forms/parse-form.ts';
import { COLOUR_FORM } from './batches.ts';

export const TAGGED_FORM = parseForm({
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

/** The bytes of a sheet in pieces of this size. */
export async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
