import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextField } from '#web/ui/form/text-fields.tsx';
import { cellName } from '../order/typed-rows.ts';

const words = text.batches.list;
const ROWS = [0, 1, 2];

/** Rows that are typed into an ordered batch; their money is held at once. */
export function AddTasks({
  columns,
  unit,
  problems,
}: {
  columns: readonly string[];
  unit: string;
  problems: Problems | undefined;
}) {
  return (
    <div className="mt-2">
      <p className="text-sm text-muted mb-3">{words.addHint(unit)}</p>
      <Form problems={problems} values={{ count: 1 }}>
        {columns.length === 0 ? (
          <NumberField name="count" label={text.tasks.rows.same} />
        ) : (
          ROWS.map((row) => (
            <fieldset key={row} className="border-t border-base-300 pt-3">
              <legend className="text-sm text-muted pe-3">{words.addRow(row + 1)}</legend>
              <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
                {columns.map((column, at) => (
                  <TextField key={column} name={cellName(row, at)} label={column} />
                ))}
              </div>
            </fieldset>
          ))
        )}
        <SubmitButton look="quiet">{words.addAct(unit)}</SubmitButton>
      </Form>
    </div>
  );
}
