import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import type { KeptFile } from '#web/ui/form/file-field.tsx';
import { FileField } from '#web/ui/form/file-field.tsx';
import { useField } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyField, NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { type MoneyGround, MoneyPreview } from './money-preview.tsx';

const words = text.proposals.form;

export type ProposalFieldsProps = {
  ground: MoneyGround;
  rows: number;
  mostRows: number;
  /** What stands in the fields, for the sums. */
  initial: Readonly<Record<string, string>>;
  kept: readonly KeptFile[];
  accept: string;
  /** What the button says. */
  act: string;
};

/** The fields of a proposal. Called as a function, so that the form around it sees the labels. */
export function proposalFields(props: ProposalFieldsProps): ReactNode {
  const { ground, rows, initial, kept, accept, act } = props;
  return (
    <>
      <div className="grid gap-5 min-w-0 lg:col-start-1">
        {ground.pricing === 'fixed' ? fixedFields(props) : hourlyFields(ground)}
      </div>
      <div className="min-w-0 lg:col-start-2 lg:row-start-1 lg:row-span-3 lg:sticky lg:top-4">
        <MoneyPreview ground={ground} initial={initial} rows={rows} />
      </div>
      <div className="grid gap-5 min-w-0 lg:col-start-1">
        <TextArea name="cover" label={words.cover} hint={words.coverHint} rows={9} />
        <FileField
          name="files"
          label={words.files}
          hint={words.filesHint}
          optional
          kept={kept}
          accept={accept}
        />
        <SubmitButton name="act" value="send">
          {act}
        </SubmitButton>
      </div>
    </>
  );
}

function fixedFields({ ground, rows, mostRows, initial }: ProposalFieldsProps): ReactNode {
  return (
    <>
      <MoneyField
        name="price"
        label={words.price}
        hint={words.priceHint}
        currency={ground.currency}
      />
      <NumberField
        name="deliveryDays"
        label={words.delivery}
        hint={words.deliveryHint}
        unit={words.days}
      />
      <Rows name="milestones" label={words.milestones} hint={words.milestonesHint}>
        {Array.from({ length: rows }, (_, row) => milestoneRow(row, { ground, initial }))}
        {rows < mostRows && (
          <button type="submit" name="act" value="more" className="btn btn-sm mt-3">
            {words.more}
          </button>
        )}
      </Rows>
    </>
  );
}

/** Rows of fields under one legend, with the message that is about all of them. */
function Rows({
  name,
  label,
  hint,
  children,
}: {
  name: string;
  label: string;
  hint: string;
  children: ReactNode;
}) {
  const { id, error } = useField(name);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`min-w-0 ${error === undefined ? '' : 'border-s-4 border-error ps-3'}`}
      aria-describedby={`${id}-hint`}
    >
      <legend className="contents">
        <span className="font-medium">{label}</span>
      </legend>
      <div id={`${id}-hint`} className="mt-1 text-sm max-w-2xl">
        <p className="text-muted">{hint}</p>
        {error !== undefined && (
          <p className="mt-1 text-error font-medium flex gap-1.5">
            <Icon name="circle-alert" className="mt-0.5" />
            <span>{error}</span>
          </p>
        )}
      </div>
      {children}
    </fieldset>
  );
}

function milestoneRow(
  row: number,
  { ground, initial }: Pick<ProposalFieldsProps, 'ground' | 'initial'>,
): ReactNode {
  const { currency } = ground;
  const name = (field: string) => `milestones.${row}.${field}`;
  const opened = (initial[name('details')] ?? '') !== '';
  return (
    <fieldset
      key={row}
      className="mt-4 grid gap-x-4 gap-y-3 min-w-0 max-w-3xl sm:grid-cols-[minmax(0,1fr)_10.5rem_10.5rem] items-end"
    >
      <legend className="text-sm text-muted">{words.milestone(row + 1)}</legend>
      <TextField name={name('title')} label={words.milestoneTitle} maxLength={120} wide />
      <MoneyField name={name('amount')} label={words.milestoneAmount} currency={currency} />
      <NumberField name={name('dueDays')} label={words.milestoneDue} unit={words.days} />
      <details className="sm:col-span-3 -mt-2 border-b border-base-300 pb-1" open={opened}>
        <summary className="sm text-sm">{words.addDetails}</summary>
        <div className="pb-3">
          <TextArea name={name('details')} label={words.milestoneDetails} rows={3} optional />
        </div>
      </details>
    </fieldset>
  );
}

function hourlyFields(ground: MoneyGround): ReactNode {
  return (
    <>
      <MoneyField name="hourlyRate" label={words.rate} currency={ground.currency} />
      <NumberField name="estimatedHours" label={words.hours} unit={words.hoursUnit} />
      <NumberField name="weeklyLimitHours" label={words.weekly} unit={words.perWeek} />
      <NumberField name="deliveryDays" label={words.deliveryHourly} unit={words.days} />
    </>
  );
}
