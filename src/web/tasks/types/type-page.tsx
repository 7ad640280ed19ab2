/** The page of a task type's form, new or saved: what is written at the start, what it makes at the end. */
import type { Problems } from '#web/form-act.ts';
import type { Typed } from '#web/form-data.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { formEditor } from './form-editor.tsx';
import { type FormValues, rowCounts } from './form-rows.ts';
import { PreviewPanel } from './preview-panel.tsx';
import type { TypeChoices } from './type-choices.ts';
import { payFields, requirementFields, saidFields } from './type-fields.tsx';

const words = text.tasks.type;

/** What came back instead of an act: what is wrong, or the same form with more rows. */
export type Again = { again: Typed };

export function TypeForm({
  values,
  choices,
  rows,
  preview,
  answer,
}: {
  values: FormValues;
  choices: TypeChoices;
  /** Of the sample. */
  rows: number;
  /** What the frame shows before anything is changed. */
  preview: string;
  answer: Problems | Again | undefined;
}) {
  const problems = answer !== undefined && 'intent' in answer ? answer : undefined;
  const again = answer !== undefined && 'again' in answer ? answer.again : undefined;
  const shown = again ?? problems?.typed;
  const flat = shown === undefined ? values : flatten(shown);
  const counts = rowCounts(flat, problems === undefined ? 1 : 0);
  const more = again === undefined ? 0 : 2;
  const grown = { show: counts.show + more, fields: counts.fields + more };
  const seen = { currency: flat.currency ?? 'USD', autoApproval: flat.autoApproval ?? '259200' };
  return (
    <Form
      problems={problems}
      values={again === undefined ? values : { ...again }}
      className="group grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_26rem] items-start"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {saidFields()}
        {payFields(choices, seen)}
        {formEditor(grown)}
        {requirementFields(choices, requirementCount(flat) + 1 + more)}
        <div>
          <SubmitButton look="quiet" name="act" value="more">
            {words.moreRows}
          </SubmitButton>
        </div>
        <div className="flex flex-wrap gap-3 border-t border-base-300 pt-5">
          <SubmitButton name="act" value="order">
            {words.saveOrder}
          </SubmitButton>
          <SubmitButton look="quiet" name="act" value="save">
            {words.save}
          </SubmitButton>
        </div>
      </div>
      <div className="lg:sticky lg:top-4">
        <PreviewPanel rows={rows} src={preview} />
      </div>
    </Form>
  );
}

function flatten(typed: Typed): FormValues {
  return Object.fromEntries(Object.entries(typed).map(([name, [value = '']]) => [name, value]));
}

function requirementCount(values: FormValues): number {
  const used = Object.keys(values).filter((name) =>
    /^requirements\.\d+\.qualificationId$/.test(name),
  );
  return used.filter((name) => values[name] !== '').length;
}
