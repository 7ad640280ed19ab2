/** Answers that are picked: rows of 48 px with the key that picks them, a list, a scale. */
import type { WidgetProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { pointsOf } from '#domain/forms/measures.ts';
import { text } from '#web/text/catalogue.ts';
import { askedIn } from './form-schema.ts';
import { describedBy, isList } from './form-templates.tsx';

const KEYS = 9;
const ROWS = 'border-y border-base-300 divide-y divide-base-300';
const ROW =
  'flex items-center gap-3 min-h-12 px-3 py-1.5 cursor-pointer hover:bg-base-200 has-checked:bg-wash-move has-checked:font-semibold';

export function ChoiceWidget(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked?.field.kind !== 'choice') return null;
  const { options, required } = asked.field;
  if (isList(asked.field)) return <ChoiceList {...props} />;
  const none = required ? [] : [{ value: '', label: text.forms.noAnswer }];
  return (
    <div className={ROWS}>
      {[...options, ...none].map(({ value, label }, at) => (
        <Row key={value} at={at} label={label}>
          <input
            className="radio radio-primary"
            type="radio"
            name={props.htmlName}
            value={value}
            defaultChecked={value === props.value}
            // biome-ignore lint/a11y/noAutofocus: the page has this one job
            autoFocus={props.autofocus === true && at === 0}
          />
        </Row>
      ))}
    </div>
  );
}

function ChoiceList(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked?.field.kind !== 'choice') return null;
  return (
    <select
      id={props.id}
      name={props.htmlName}
      className="select w-full max-w-md"
      defaultValue={String(props.value ?? '')}
      aria-describedby={describedBy(props.id, asked)}
      aria-invalid={asked.wrong === undefined ? undefined : true}
      // biome-ignore lint/a11y/noAutofocus: the page has this one job
      autoFocus={props.autofocus === true}
    >
      <option value="">{asked.field.required ? '' : text.forms.noAnswer}</option>
      {asked.field.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function ChoicesWidget(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked?.field.kind !== 'choices') return null;
  const chosen: readonly unknown[] = Array.isArray(props.value) ? props.value : [];
  return (
    <div className={ROWS}>
      {asked.field.options.map(({ value, label }, at) => (
        <Row key={value} at={at} label={label}>
          <input
            className="checkbox checkbox-primary"
            type="checkbox"
            name={props.htmlName}
            value={value}
            defaultChecked={chosen.includes(value)}
            // biome-ignore lint/a11y/noAutofocus: the page has this one job
            autoFocus={props.autofocus === true && at === 0}
          />
        </Row>
      ))}
    </div>
  );
}

export function ScaleWidget(props: WidgetProps) {
  const asked = askedIn(props.uiSchema);
  if (asked?.field.kind !== 'scale') return null;
  const { low, high } = asked.field;
  const points = pointsOf(asked.field);
  return (
    <div className="max-w-xl">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(2.5rem,1fr))] gap-1.5">
        {points.map((point, at) => (
          <label
            key={point}
            className="min-h-12 grid justify-items-center content-center gap-1 py-1.5 cursor-pointer rounded-field border border-edge hover:bg-base-200 has-checked:bg-wash-move has-checked:font-semibold"
          >
            <input
              className="radio radio-primary radio-sm"
              type="radio"
              name={props.htmlName}
              value={point}
              defaultChecked={point === props.value}
              // biome-ignore lint/a11y/noAutofocus: the page has this one job
              autoFocus={props.autofocus === true && at === 0}
            />
            <span>
              {point}
              <span className="sr-only">{endOf(at, points.length, low, high)}</span>
            </span>
          </label>
        ))}
      </div>
      {(low !== '' || high !== '') && (
        <div className="mt-1 flex justify-between gap-4 text-sm text-muted" aria-hidden="true">
          <span>{low}</span>
          <span className="text-end">{high}</span>
        </div>
      )}
    </div>
  );
}

function endOf(at: number, count: number, low: string, high: string): string {
  const end = at === 0 ? low : at === count - 1 ? high : '';
  return end === '' ? '' : ` ${end}`;
}

function Row({ at, label, children }: { at: number; label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={ROW}>
      {children}
      <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
      {at < KEYS && (
        <span className="key ms-auto" aria-hidden="true">
          {at + 1}
        </span>
      )}
    </label>
  );
}
