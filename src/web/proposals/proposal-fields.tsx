import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import type { KeptFile } from '#web/ui/form/file-field.tsx';
import { FileField } from '#web/ui/form/file-field.tsx';
import { useField } from '#web/ui/form/form.tsx';
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
};

/** The fields of a proposal. Called as a function, so that the form around it sees the labels. */
export function proposalFields(props: ProposalFieldsProps): ReactNode {
  const { ground, rows, initial, kept, accept } = props;
  return (
    <>
      {ground.pricing === 'fixed' ? fixedFields(props) : hourlyFields(ground)}
      <MoneyPreview ground={ground} initial={initial} rows={rows} />
      <TextArea name="cover" label={words.cover} hint={words.coverHint} rows={9} />
      <FileField
        name="files"
        label={words.files}
        hint={words.filesHint}
        optional
        kept={kept}
        accept={accept}
      />
    </>
  );
}

function fixedFields({ ground, rows, mostRows }: ProposalFieldsProps): ReactNode {
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
        {Array.from({ length: rows }, (_, row) => milestoneRow(row, ground.currency))}
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

function milestoneRow(row: number, currency: string): ReactNode {
  const name = (field: string) => `milestones.${row}.${field}`;
  return (
    <fieldset
      key={row}
      className="mt-3 pt-3 border-t border-base-300 grid gap-3 min-w-0 max-w-2xl sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <legend className="text-sm text-muted pe-2">{words.milestone(row + 1)}</legend>
      <div className="sm:col-span-2">
        <TextField name={name('title')} label={words.milestoneTitle} maxLength={120} wide />
      </div>
      <MoneyField name={name('amount')} label={words.milestoneAmount} currency={currency} />
      <NumberField name={name('dueDays')} label={words.milestoneDue} unit={words.days} />
      <div className="sm:col-span-2">
        <TextArea name={name('details')} label={words.milestoneDetails} rows={2} optional />
      </div>
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
