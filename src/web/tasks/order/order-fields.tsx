/** The terms of one batch. Functions, so that the summary of what is wrong sees the labels. */
import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { CheckBox } from '#web/ui/form/choice-fields.tsx';
import { MoneyField, NumberField, TextField } from '#web/ui/form/text-fields.tsx';

const words = text.tasks.order;

export function orderFields(currency: string, opened: boolean): ReactNode {
  return (
    <>
      <TextField name="name" label={words.name} hint={words.nameHint} maxLength={128} wide />
      <NumberField name="wantedEach" label={words.wantedEach} hint={words.wantedEachHint} />
      <NumberField
        name="lifetime"
        label={words.lifetime}
        hint={words.lifetimeHint}
        unit={words.days}
      />
      <details open={opened}>
        <summary className="sm">{words.further}</summary>
        <div className="mt-4 grid gap-5">
          {limitFields()}
          {qualityFields()}
          {moneyFields(currency)}
          <NumberField name="priority" label={words.priority} hint={words.priorityHint} optional />
          <TextField
            name="annotation"
            label={words.annotation}
            hint={words.annotationHint}
            maxLength={255}
            optional
            wide
          />
        </div>
      </details>
    </>
  );
}

function limitFields(): ReactNode {
  return (
    <>
      <h2 className="text-lg">{words.limitsTitle}</h2>
      <NumberField
        name="workerLimit"
        label={words.workerLimit}
        hint={words.workerLimitHint}
        optional
      />
      <div className="flex flex-wrap gap-x-6 gap-y-5">
        <TextField
          name="groupKey"
          label={words.group}
          hint={words.groupHint}
          maxLength={80}
          optional
        />
        <NumberField
          name="groupLimit"
          label={words.groupLimit}
          hint={words.groupLimitHint}
          optional
        />
      </div>
    </>
  );
}

function qualityFields(): ReactNode {
  return (
    <>
      <h2 className="text-lg mt-3">{words.qualityTitle}</h2>
      <NumberField
        name="goldPercent"
        label={words.goldPercent}
        hint={words.goldHint}
        unit={words.percent}
        optional
      />
      <CheckBox name="reopenRejected" label={words.reopen} hint={words.reopenHint} />
    </>
  );
}

function moneyFields(currency: string): ReactNode {
  return (
    <>
      <h2 className="text-lg mt-3">{words.moneyTitle}</h2>
      <MoneyField
        name="budgetCap"
        label={words.budgetCap}
        hint={words.budgetCapHint}
        currency={currency}
        optional
      />
      <div className="flex flex-wrap gap-x-6 gap-y-5">
        <MoneyField
          name="floor"
          label={words.floor}
          hint={words.floorHint}
          currency={currency}
          optional
        />
        <MoneyField
          name="reserve"
          label={words.reserve}
          hint={words.reserveHint}
          currency={currency}
          optional
        />
      </div>
    </>
  );
}

/** What follows, beside the form. */
export function OrderAside() {
  return (
    <section aria-labelledby="then" className="text-sm">
      <h2 id="then" className="text-lg">
        {words.asideTitle}
      </h2>
      <ol className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {words.aside.map((line) => (
          <li key={line} className="py-2.5">
            {line}
          </li>
        ))}
      </ol>
    </section>
  );
}
