/** Answers that are typed. */
import type { WidgetProps } from '@rjsf/utils';
import { mostChars } from '#domain/forms/check-answer.ts';
import { type Asked, askedIn } from './form-schema.ts';
import { describedBy } from './form-templates.tsx';

export function TextWidget(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked?.field.kind !== 'text') return null;
  const { lines } = asked.field;
  const shared = { ...wiring(props, asked), maxLength: mostChars(asked.field) };
  return lines === 1 ? (
    <input {...shared} className="input w-full max-w-xl" autoComplete="off" />
  ) : (
    <textarea {...shared} className="textarea w-full max-w-xl" rows={lines} />
  );
}

/** A number as text, so that what was typed survives. */
export function NumberWidget(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked === null) return null;
  return (
    <input
      {...wiring(props, asked)}
      className="input w-40 text-end"
      inputMode="decimal"
      maxLength={30}
      autoComplete="off"
    />
  );
}

export function DateWidget(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked?.field.kind !== 'date') return null;
  const { min, max } = asked.field;
  return (
    <input
      {...wiring(props, asked)}
      type="date"
      min={min}
      max={max}
      className="input w-full max-w-48"
    />
  );
}

function wiring({ id, htmlName, value, autofocus }: WidgetProps, asked: Asked) {
  return {
    id,
    name: htmlName,
    defaultValue: String(value ?? ''),
    'aria-describedby': describedBy(id, asked),
    'aria-invalid': asked.wrong === undefined ? undefined : (true as const),
    'aria-required': asked.field.required || undefined,
    autoFocus: autofocus === true,
  };
}
