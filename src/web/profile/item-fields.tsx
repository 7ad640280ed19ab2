import { text } from '#web/text/catalogue.ts';
import { type Option, Select } from '#web/ui/form/choice-fields.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';

const words = text.profile.item;

/** The words of an item, behind its title and picture. */
export function ItemFields({ categories }: { categories: readonly Option[] }) {
  return (
    <>
      <TextField name="alt" label={words.alt} hint={words.altHint} wide />
      <TextArea name="about" label={words.about} hint={words.aboutHint} rows={5} optional />
      <TextField name="link" type="url" label={words.link} hint={words.linkHint} optional wide />
      <Select
        name="category"
        label={words.category}
        options={categories}
        blank={words.noCategory}
        optional
      />
    </>
  );
}
