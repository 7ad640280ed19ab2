import { text } from '#web/text/catalogue.ts';
import { CheckBox, CheckGroup, RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import type { ChoiceQuestion } from './type-form.ts';

const words = text.qualifications.edit;

type Way = keyof typeof words.wayOptions;

/** What a qualification says and how workers come by it. */
export function TypeFields({ tested }: { tested: boolean }) {
  const ways: Way[] = tested ? ['test', 'client'] : ['client', 'ask', 'auto', 'test'];
  return (
    <>
      <TextArea name="description" label={words.description} rows={3} />
      <TextField name="keywords" label={words.keywords} hint={words.keywordsHint} optional wide />
      <CheckBox name="active" label={words.active} hint={words.activeHint} />
      <RadioGroup
        name="way"
        label={words.way}
        options={ways.map((value) => ({
          value,
          label: tested && value === 'client' ? words.closed : words.wayOptions[value],
        }))}
      />
      {!tested && (
        <NumberField name="autoValue" label={words.autoValue} hint={words.autoValueHint} optional />
      )}
      <RadioGroup
        name="again"
        label={words.again}
        options={(['once', 'after'] as const).map((value) => ({
          value,
          label: words.againOptions[value],
        }))}
      />
      <NumberField name="againDays" label={words.againDays} optional />
      <NumberField name="grantDays" label={words.grantDays} hint={words.grantDaysHint} optional />
    </>
  );
}

/** The test: its form as JSON, its time, and how it is graded. */
export function TestFields({ questions }: { questions: readonly ChoiceQuestion[] }) {
  return (
    <fieldset className="grid gap-5 border-t border-edge pt-5 min-w-0">
      <legend className="text-lg font-semibold float-start w-full">{words.testTitle}</legend>
      <p className="text-sm text-muted max-w-[62ch]">{words.testLead}</p>
      <TextArea name="testForm" label={words.testForm} hint={words.testFormHint} rows={14} />
      <NumberField name="minutes" label={words.minutes} />
      <RadioGroup
        name="grading"
        label={words.grading}
        options={(['hand', 'rows', 'json'] as const).map((value) => ({
          value,
          label: words.gradingOptions[value],
        }))}
      />
      {questions.length === 0 ? (
        <p className="text-sm text-muted max-w-[62ch]">{words.noQuestions}</p>
      ) : (
        <KeyRows questions={questions} />
      )}
      <TextArea name="keyJson" label={words.keyJson} hint={words.keyJsonHint} rows={5} />
    </fieldset>
  );
}

function KeyRows({ questions }: { questions: readonly ChoiceQuestion[] }) {
  return (
    <>
      {questions.map(({ name, label, options }, row) => (
        <div key={name} className="grid gap-3 border-s border-base-300 ps-4">
          <input type="hidden" name={`key.${row}.field`} value={name} />
          <CheckGroup
            name={`key.${row}.right[]`}
            label={words.right(label)}
            hint={words.rightHint}
            options={options}
            optional
          />
          <NumberField name={`key.${row}.points`} label={words.points(label)} optional />
        </div>
      ))}
      <Select
        name="mapping"
        label={words.mapping}
        options={(['percentage', 'sum'] as const).map((value) => ({
          value,
          label: words.mappingOptions[value],
        }))}
      />
    </>
  );
}
