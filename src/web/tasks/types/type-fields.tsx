/** The form of a task type. Functions, so that the summary of what is wrong sees the labels. */
import type { ReactNode } from 'react';
import { REQUIREMENT_LIMITS } from '#domain/qualifications/requirement.ts';
import { text } from '#web/text/catalogue.ts';
import { type Option, RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { MoneyField, NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import type { TypeChoices } from './type-choices.ts';

const words = text.tasks.type;

export function saidFields(): ReactNode {
  return (
    <>
      <h2 className="text-lg">{words.saidTitle}</h2>
      <TextField name="title" label={words.title} hint={words.titleHint} maxLength={128} wide />
      <TextArea
        name="description"
        label={words.description}
        hint={words.descriptionHint}
        rows={3}
        optional
      />
      <TextField name="keywords" label={words.keywords} hint={words.keywordsHint} optional wide />
    </>
  );
}

export function payFields({ currencies }: TypeChoices, shown: Shown): ReactNode {
  return (
    <>
      <h2 className="text-lg mt-3">{words.payTitle}</h2>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-5">
        <MoneyField
          name="reward"
          label={words.reward}
          hint={words.rewardHint}
          currency={shown.currency}
        />
        <Select name="currency" label={words.currency} options={currencies} />
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-5">
        <NumberField
          name="timeLimit"
          label={words.timeLimit}
          hint={words.timeLimitHint}
          unit={words.minutes}
        />
        <Select
          name="autoApproval"
          label={words.autoApproval}
          hint={words.autoApprovalHint}
          options={approvalOptions(shown.autoApproval)}
        />
      </div>
    </>
  );
}

export type Shown = { currency: string; autoApproval: string };

function approvalOptions(current: string): Option[] {
  const known = Object.entries(words.autoApprovals).map(([value, label]) => ({ value, label }));
  if (known.some(({ value }) => value === current)) return known;
  return [...known, { value: current, label: words.seconds(current) }];
}

export function requirementFields({ qualifications }: TypeChoices, count: number): ReactNode {
  const rows = Math.min(REQUIREMENT_LIMITS.each, count);
  return (
    <>
      <h2 className="text-lg mt-3">{words.whoTitle}</h2>
      <p className="text-sm text-muted -mt-3">{words.whoLead}</p>
      {Array.from({ length: rows }, (_none, at) => {
        const under = `requirements.${at}`;
        return (
          <fieldset key={under} className="border-t border-base-300 pt-3">
            <legend className="sr-only">{words.requirement(at + 1)}</legend>
            <input type="hidden" name={`${under}.row`} value={at} />
            <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2">
              <Select
                name={`${under}.qualificationId`}
                label={words.qualification}
                blank={words.nobody}
                options={qualifications}
              />
              <Select name={`${under}.comparator`} label={words.comparator} options={COMPARATORS} />
              <TextField
                name={`${under}.values`}
                label={words.values}
                hint={words.valuesHint}
                optional
              />
              <Select name={`${under}.guards`} label={words.guards} options={GUARDS} />
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

const COMPARATORS = options(words.comparators);
const GUARDS = options(words.guardNames);

export function howField(): ReactNode {
  return (
    <RadioGroup
      name="how"
      label={words.how}
      options={(['rows', 'html', 'json'] as const).map((value) => ({
        value,
        label: words.hows[value],
        hint: words.howHints[value],
      }))}
    />
  );
}

export function options(names: Readonly<Record<string, string>>): Option[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
