import type { ReactNode } from 'react';
import { Field, FieldGroup, type FieldProps } from './field.tsx';
import { useField } from './form.tsx';

export type Option = { value: string; label: string; hint?: ReactNode };

/** One of a list; `blank` is the first line when nothing is chosen yet. */
export function Select({
  options,
  blank,
  ...field
}: FieldProps & { options: readonly Option[]; blank?: string }) {
  return (
    <Field {...field}>
      {(wiring, { value }) => (
        <select {...wiring} className="select w-full" defaultValue={value}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all in sight. */
export function RadioGroup({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  return (
    <FieldGroup {...field}>
      {({ value }) => (
        <div className="grid">
          {options.map((option) => (
            <Choice key={option.value} option={option}>
              <input
                type="radio"
                name={field.name}
                value={option.value}
                defaultChecked={option.value === value}
                className="radio radio-sm mt-0.5"
              />
            </Choice>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** Any of a few. The name ends in `[]`, so that one or none is a list too. */
export function CheckGroup({
  options,
  ...field
}: FieldProps & { name: `${string}[]`; options: readonly Option[] }) {
  return (
    <FieldGroup {...field}>
      {({ values }) => (
        <div className="grid">
          {options.map((option) => (
            <Choice key={option.value} option={option}>
              <input
                type="checkbox"
                name={field.name}
                value={option.value}
                defaultChecked={values.includes(option.value)}
                className="checkbox checkbox-sm mt-0.5"
              />
            </Choice>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** One yes. It sends `yes` or nothing. */
export function CheckBox({ name, label, hint }: FieldProps) {
  const { id, value, error } = useField(name);
  return (
    <div className={error === undefined ? '' : 'border-s-4 border-error ps-3'}>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-error font-medium">
          {error}
        </p>
      )}
      <Choice option={{ value: 'yes', label, hint }}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={value === 'yes'}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          className="checkbox checkbox-sm mt-0.5"
        />
      </Choice>
    </div>
  );
}

function Choice({ option, children }: { option: Option; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="flex gap-3 py-2.5 min-h-11 cursor-pointer">
      {children}
      <span className="min-w-0">
        {option.label}
        {option.hint !== undefined && (
          <span className="block text-sm text-muted">{option.hint}</span>
        )}
      </span>
    </label>
  );
}
