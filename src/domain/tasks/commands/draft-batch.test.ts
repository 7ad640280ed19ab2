import { expect, test } from 'vitest';
import { COLOUR_FORM, COLOURS, draftedBatch } from '#test/cast/batches.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { changeDraft } from './draft-batch.ts';

const { run } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const [colour] = COLOUR_FORM.fields;

const withFields = (...fields: object[]) => ({ ...COLOUR_FORM, fields });
const withPicture = (url: string) => ({
  ...COLOUR_FORM,
  show: [...COLOUR_FORM.show, { kind: 'image', url, alt: 'The thing' }],
});

async function change(batchId: string, form: object): Promise<unknown> {
  const terms = { ...COLOURS, form } as unknown as typeof COLOURS;
  return run(changeDraft, { batchId, terms }, { actor: client, root: batchId });
}

test('a form must take the known answers of the tasks that are there', async () => {
  const tasks = [
    { input: { thing: 'sky' } },
    { input: { thing: 'grass' }, key: { colour: 'green' } },
  ];
  const batchId = await draftedBatch(run, client, {}, { tasks });
  const unfit = { code: 'input_invalid', field: 'form', data: { rule: 'gold_key', number: 2 } };
  for (const form of [
    withFields({ ...colour, name: 'shade' }),
    withFields({ ...colour, options: ['red', 'blue'] }),
    withFields({ kind: 'number', name: 'colour', label: 'Colour', hint: '', required: true }),
  ]) {
    await expect(change(batchId, form)).rejects.toMatchObject(unfit);
  }
  const more = { kind: 'text', name: 'why', label: 'Why', hint: '', required: true };
  await change(batchId, withFields({ ...colour, options: ['green', 'blue'] }, more));
  await change(batchId, withFields({ ...colour, kind: 'choices' }));
});

test('and make addresses of their values', async () => {
  const tasks = ['https://files.test/1.png', 'see mail'].map((thing) => ({ input: { thing } }));
  const batchId = await draftedBatch(run, client, {}, { tasks });
  await expect(change(batchId, withPicture('${thing}'))).rejects.toMatchObject({
    data: { rule: 'task_address', number: 2, name: 'thing' },
  });
  await change(batchId, withPicture('https://files.test/logo.png'));
});
