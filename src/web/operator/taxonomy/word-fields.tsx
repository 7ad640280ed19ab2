import { FAMILIES } from '#domain/directory/taxonomy.ts';
import { text } from '#web/text/catalogue.ts';
import { RadioGroup } from '#web/ui/form/choice-fields.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';

const words = text.taxonomy.form;

export function FamilyField() {
  return (
    <RadioGroup
      name="family"
      label={words.family}
      options={FAMILIES.map((value) => ({ value, label: text.taxonomy.families[value] }))}
    />
  );
}

export function NameFields({ fresh }: { fresh: boolean }) {
  return (
    <>
      <TextField name="name" label={words.name} hint={words.nameHint} />
      {fresh && <TextField name="slug" label={words.slug} hint={words.slugHint} optional />}
    </>
  );
}

export function AboutField() {
  return <TextArea name="about" label={words.about} hint={words.aboutHint} rows={3} optional />;
}

export function AlsoField() {
  return <TextArea name="also" label={words.also} hint={words.alsoHint} rows={4} optional />;
}
