import type { ReactNode } from 'react';
import type { Category } from '#domain/projects/queries/categories.ts';
import { text } from '#web/text/catalogue.ts';
import { RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { FileField, type KeptFile } from '#web/ui/form/file-field.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';

const words = text.projects;

export type FieldChoices = {
  categories: readonly Category[];
  currencies: readonly { value: string; label: string }[];
  /** The endings of files that are taken. */
  accept: string;
};

/** Everything a client writes down about a project. Called as a function, so that labels are seen. */
export function projectFields(choices: FieldChoices, kept: readonly KeptFile[]): ReactNode {
  return (
    <>
      {workFields(choices)}
      <FileField
        name="files"
        label={words.form.files}
        hint={words.form.filesHint}
        optional
        kept={kept}
        accept={choices.accept}
      />
      {moneyFields(choices)}
      <h2 className="text-lg mt-3">{words.form.who}</h2>
      <TextField name="wantedOn" type="date" label={words.form.wantedOn} optional />
      <RadioGroup
        name="audience"
        label={words.form.audience}
        options={choicesOf(words.audience, words.audienceHints)}
      />
      <RadioGroup
        name="matching"
        label={text.matching.form.label}
        options={choicesOf(text.matching.form.options, text.matching.form.hints)}
      />
    </>
  );
}

function workFields({ categories }: FieldChoices): ReactNode {
  const { form, families } = words;
  return (
    <>
      <TextField name="title" label={form.title} hint={form.titleHint} maxLength={120} wide />
      <TextArea
        name="requirements"
        label={form.requirements}
        hint={form.requirementsHint}
        rows={12}
      />
      <Select
        name="category"
        label={form.category}
        blank={form.chooseCategory}
        options={categories.map(({ slug, family, name }) => ({
          value: slug,
          label: `${name} · ${families[family]}`,
        }))}
      />
      <TextField name="skills" label={form.skills} hint={form.skillsHint} optional wide />
    </>
  );
}

function moneyFields({ currencies }: FieldChoices): ReactNode {
  const { form } = words;
  return (
    <>
      <h2 className="text-lg mt-3">{form.money}</h2>
      <RadioGroup
        name="pricing"
        label={form.pricing}
        options={choicesOf(words.pricing, words.pricingHints)}
      />
      <Select name="currency" label={form.currency} hint={form.currencyHint} options={currencies} />
      <div className="grid gap-1.5">
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <NumberField name="budgetLow" label={form.budgetLow} optional />
          <NumberField name="budgetHigh" label={form.budgetHigh} optional />
        </div>
        <p className="text-sm text-muted">{form.budgetHint}</p>
      </div>
      <NumberField
        name="expectedHours"
        label={form.expectedHours}
        hint={form.expectedHoursHint}
        unit={form.hours}
        optional
      />
    </>
  );
}

function choicesOf<Key extends string>(
  labels: Readonly<Record<Key, string>>,
  hints: Readonly<Record<Key, string>>,
) {
  const keys = Object.keys(labels) as Key[];
  return keys.map((value) => ({ value, label: labels[value], hint: hints[value] }));
}

/** What posting a project means, beside the form. */
export function PostingAside() {
  const { form } = words;
  return (
    <section aria-labelledby="then" className="text-sm">
      <h2 id="then" className="text-lg">
        {form.asideTitle}
      </h2>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {form.aside.map((line) => (
          <li key={line} className="py-2.5">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
