import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Field, type FieldProps } from './field.tsx';

type TextType = 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date';

type TextFieldProps = FieldProps & {
  type?: TextType;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url';
  maxLength?: number;
  wide?: boolean;
};

/** One line of text; also dates, addresses and passwords by `type`. */
export function TextField({
  type = 'text',
  autoComplete,
  inputMode,
  maxLength,
  wide = false,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field} wide={wide}>
      {(wiring, { value }) => (
        <input
          {...wiring}
          type={type}
          className={`input w-full ${type === 'date' ? 'max-w-48' : ''}`}
          defaultValue={type === 'password' ? undefined : value}
          autoComplete={autoComplete}
          inputMode={inputMode}
          maxLength={maxLength}
        />
      )}
    </Field>
  );
}

/** A number as text, so that what was typed survives; `unit` stands behind it. */
export function NumberField({ unit, ...field }: FieldProps & { unit?: string }) {
  return (
    <Field {...field}>
      {(wiring, { value }) => (
        <span className="flex items-center gap-2">
          <input
            {...wiring}
            className="input w-32 text-end"
            inputMode="decimal"
            defaultValue={value}
            autoComplete="off"
          />
          {unit}
        </span>
      )}
    </Field>
  );
}

/** A sum with its currency's code before it; the action reads it with `parseAmount`. */
export function MoneyField({ currency, ...field }: FieldProps & { currency: string }) {
  return (
    <Field {...field}>
      {(wiring, { value }) => (
        <span className="input w-full max-w-56">
          <span className="text-sm text-muted">{currency}</span>
          <input
            {...wiring}
            className="text-end"
            inputMode="decimal"
            defaultValue={value}
            autoComplete="off"
          />
        </span>
      )}
    </Field>
  );
}

/** Several lines. Markdown is said in the hint where it is read. */
export function TextArea({
  rows = 6,
  maxLength,
  ...field
}: FieldProps & { rows?: number; maxLength?: number }) {
  return (
    <Field {...field} wide>
      {(wiring, { value }) => (
        <textarea
          {...wiring}
          className="textarea w-full"
          rows={rows}
          maxLength={maxLength}
          defaultValue={value}
        />
      )}
    </Field>
  );
}
