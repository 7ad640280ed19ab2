import type { ReactNode } from 'react';
import { CURRENCIES } from '#domain/kernel/money.ts';
import { AMOUNT_MEANS } from '#domain/ledger/fee-backwards.ts';
import { text } from '#web/text/catalogue.ts';
import type { FeesQuestion } from './fees-asked.ts';

const words = text.fees.calculator;

/** One payment in mind: a GET form, so that the answer has an address. Quicker with script. */
export function CalculatorForm({ asked }: { asked: FeesQuestion }) {
  return (
    <form method="get" action="/fees#answer" data-ask-again="answer" className="mt-3 grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          name="who"
          label={words.who}
          value={asked.who}
          options={[
            ['client', words.whos.client],
            ['freelancer', words.whos.freelancer],
          ]}
        />
        <Choice
          name="kind"
          label={words.kind}
          value={asked.kind}
          options={[
            ['fixed', words.kinds.fixed],
            ['hourly', words.kinds.hourly],
          ]}
        />
        <Choice
          name="means"
          label={words.means}
          value={asked.means}
          options={AMOUNT_MEANS.map((means) => [means, words.meanings[means]])}
        />
        <Choice
          name="currency"
          label={words.currency}
          value={asked.currency}
          options={CURRENCIES.map((code) => [code, code])}
        />
        <Amount
          name="amount"
          label={words.amount}
          value={asked.typed.amount}
          error={asked.wrong === 'amount' ? words.unreadable : undefined}
        />
        <Amount
          name="before"
          label={words.before}
          value={asked.typed.before}
          error={asked.wrong === 'before' ? words.unreadable : undefined}
        />
      </div>
      <p>
        <button type="submit" className="btn btn-primary">
          {words.show}
        </button>
      </p>
    </form>
  );
}

type Option = readonly [value: string, label: string];

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
}) {
  return (
    <Labelled label={label}>
      <select name={name} defaultValue={value} className="select w-full">
        {options.map(([of, says]) => (
          <option key={of} value={of}>
            {says}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Amount({
  name,
  label,
  value,
  error,
}: {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
}) {
  const errorId = `${name}-error`;
  return (
    <Labelled label={label}>
      {error !== undefined && (
        <span id={errorId} className="text-error border-s-2 border-error ps-2">
          {error}
        </span>
      )}
      <input
        name={name}
        className="input w-full text-end"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : errorId}
      />
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid gap-1 text-sm font-medium content-start min-w-0">
      {label}
      {children}
    </label>
  );
}
