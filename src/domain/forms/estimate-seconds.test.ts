import { expect, it } from 'vitest';
import { estimateSeconds } from './estimate-seconds.ts';
import { FORM_TEMPLATES } from './gallery.ts';
import { parseForm } from './parse-form.ts';

it.each(FORM_TEMPLATES.map((one) => [one.slug, one] as const))(
  'finds a believable time for %s',
  (_slug, { form, samples: [sample = {}] }) => {
    const seconds = estimateSeconds(form, sample);
    expect(seconds).toBeGreaterThanOrEqual(5);
    expect(seconds).toBeLessThan(180);
  },
);

it('takes longer for more to read and more to write', () => {
  const form = (text: string, lines: number) =>
    parseForm({
      kind: 'form',
      show: [{ kind: 'text', text }],
      fields: [{ kind: 'text', name: 'a', label: 'A', lines }],
    });
  const short = estimateSeconds(form('one', 1), {});
  expect(estimateSeconds(form('${text}', 1), { text: 'word '.repeat(200) })).toBeGreaterThan(
    short + 40,
  );
  expect(estimateSeconds(form('one', 4), {})).toBeGreaterThan(short + 20);
});
