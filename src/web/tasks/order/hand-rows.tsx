import type { Problems } from '#web/form-act.ts';
import { TaskFormView } from '#web/forms/task-form-view.tsx';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextField } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Fold } from '#web/ui/panel.tsx';
import type { RowsData } from './rows-data.ts';
import { cellName } from './typed-rows.ts';

const words = text.tasks.rows;
const ROWS = 3;

/** Tasks that are typed in: some rows, one gold task, or so many of one kind. */
export function HandRows({ data, problems }: { data: RowsData; problems: Problems | undefined }) {
  const { needed } = data;
  return (
    <Section id="hand" title={words.handTitle}>
      {needed.length === 0 ? (
        <div className="mt-3">
          <Form intent="same" problems={problems} values={{ count: 1 }}>
            <NumberField name="count" label={words.same} hint={words.sameHint} />
            <SubmitButton look="quiet">{words.sameAct}</SubmitButton>
          </Form>
        </div>
      ) : (
        <div className="mt-3">
          <Form intent="hand" problems={problems}>
            {Array.from({ length: ROWS }, (_none, row) => (
              <Row key={cellName(row, 0)} row={row} columns={needed} />
            ))}
            <SubmitButton look="quiet">{words.handAct}</SubmitButton>
          </Form>
        </div>
      )}
      <Fold summary={words.goldTitle} open={problems?.intent === 'gold'}>
        <Gold data={data} problems={problems} />
      </Fold>
    </Section>
  );
}

function Row({ row, columns }: { row: number; columns: readonly string[] }) {
  return (
    <fieldset className="border-t border-base-300 pt-3">
      <legend className="text-sm text-muted pe-3">{words.handRow(row + 1)}</legend>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {columns.map((column, at) => (
          <TextField key={column} name={cellName(row, at)} label={column} />
        ))}
      </div>
    </fieldset>
  );
}

function Gold({ data, problems }: { data: RowsData; problems: Problems | undefined }) {
  const { needed, questions } = data;
  if (questions === null) return <p className="mt-2 max-w-[62ch]">{words.goldByFile}</p>;
  const fields = questions.map((field) => ({ ...field, required: false }));
  return (
    <div className="mt-2">
      <p className="max-w-[62ch]">{words.goldLead}</p>
      <div className="mt-3 text-base">
        <Form intent="gold" problems={problems}>
          {needed.length > 0 && <Row row={0} columns={needed} />}
          <h3 className="font-semibold">{words.goldKey}</h3>
          <p className="text-sm text-muted -mt-4">{words.goldKeyHint}</p>
          <TaskFormView drawn={{ instructions: null, show: [], fields }} />
          <SubmitButton look="quiet">{words.goldAct}</SubmitButton>
        </Form>
      </div>
    </div>
  );
}
