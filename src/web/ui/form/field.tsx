import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '../icon.tsx';
import { type FieldState, useField } from './form.tsx';

export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Says "if you like" beside the label; everything else is needed. */
  optional?: boolean;
};

type Wiring = {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** Label, hint, message, control, in that order. Other fields are made of this. */
export function Field({
  name,
  label,
  hint,
  optional = false,
  wide = false,
  children,
}: FieldProps & { wide?: boolean; children: (wiring: Wiring, state: FieldState) => ReactNode }) {
  const state = useField(name);
  return (
    <div className={`${frame(state.error)} ${wide ? 'max-w-2xl' : 'max-w-sm'}`}>
      <label className="font-medium" htmlFor={state.id}>
        {label} {optional && <Optional />}
      </label>
      <Around id={state.id} hint={hint} error={state.error} />
      {children(wiringOf(name, hint, state), state)}
    </div>
  );
}

/** Several controls under one legend. */
export function FieldGroup({
  name,
  label,
  hint,
  optional = false,
  children,
}: FieldProps & { children: (state: FieldState) => ReactNode }) {
  const state = useField(name);
  return (
    <fieldset
      id={state.id}
      tabIndex={-1}
      className={`${frame(state.error)} max-w-xl min-w-0`}
      aria-describedby={describedBy(state.id, hint, state.error)}
    >
      <legend className="font-medium contents">
        <span>
          {label} {optional && <Optional />}
        </span>
      </legend>
      <Around id={state.id} hint={hint} error={state.error} />
      {children(state)}
    </fieldset>
  );
}

function wiringOf(name: string, hint: ReactNode, { id, error }: FieldState): Wiring {
  return {
    id,
    name,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error === undefined ? undefined : true,
  };
}

function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  return ids.filter((one) => one !== '').join(' ') || undefined;
}

function frame(error: string | undefined): string {
  return `grid gap-1.5 ${error === undefined ? '' : 'border-s-4 border-error ps-3'}`;
}

function Optional() {
  return <span className="font-normal text-sm text-muted">{text.form.optional}</span>;
}

function Around({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-error font-medium flex gap-1.5">
          <Icon name="circle-alert" className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}
