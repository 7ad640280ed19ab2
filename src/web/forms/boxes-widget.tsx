/**
 * Boxes on a picture, as rows of numbers that any browser can send. The script draw-boxes draws
 * them on the picture and writes what is drawn into the same rows.
 */
import type { WidgetProps } from '@rjsf/utils';
import type { FilledField } from '#domain/forms/fill-form.ts';
import { text } from '#web/text/catalogue.ts';
import { askedIn } from './form-schema.ts';
import { BOX_SIDES, type TypedBox } from './read-answer.ts';

const words = text.forms.boxes;
/** Rows to fill in beyond those that are filled. */
const SPARE_ROWS = 3;

type BoxesField = Extract<FilledField, { kind: 'boxes' }>;

export function BoxesWidget({ id, htmlName = '', value, uiSchema }: WidgetProps) {
  const field = askedIn(uiSchema)?.field;
  if (field?.kind !== 'boxes') return null;
  const boxes = (Array.isArray(value) ? value : []) as TypedBox[];
  const rows = Math.min(field.most, boxes.length + SPARE_ROWS);
  return (
    <div data-boxes={htmlName} data-most={field.most} data-most-says={words.most(field.most)}>
      <div
        className="relative inline-block max-w-full align-top touch-none select-none"
        data-canvas=""
      >
        {field.url === null ? (
          <p className="text-muted">{text.forms.noPicture}</p>
        ) : (
          <img
            src={field.url}
            alt={field.alt}
            className="block max-w-full h-auto"
            draggable={false}
          />
        )}
      </div>
      <div data-tools="" hidden>
        <fieldset className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="sr-only">{words.label}</legend>
          {field.labels.map((label, at) => (
            <label key={label} className="flex items-center gap-2 min-h-11 cursor-pointer">
              <input
                type="radio"
                name={`_label.${id}`}
                value={label}
                defaultChecked={at === 0}
                className="radio radio-sm"
              />
              {label}
            </label>
          ))}
          <button type="button" className="btn btn-sm" data-add="">
            {words.add}
          </button>
        </fieldset>
        <p className="text-sm text-muted mt-1">{words.draw}</p>
        <p
          className="sr-only"
          role="status"
          data-drawn={words.drawn}
          data-removed={words.removed}
        />
      </div>
      <details className="mt-3" open data-rows="">
        <summary className="sm">{words.numbers}</summary>
        <p className="text-sm text-muted">{words.help}</p>
        {Array.from({ length: rows }, (_none, row) => (
          <BoxRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={row}
            name={`${htmlName}.${row}`}
            number={row + 1}
            field={field}
            box={boxes[row]}
          />
        ))}
      </details>
    </div>
  );
}

function BoxRow({
  name,
  number,
  field,
  box,
}: {
  name: string;
  number: number;
  field: BoxesField;
  box: TypedBox | undefined;
}) {
  return (
    <fieldset className="mt-3 grid grid-cols-2 sm:grid-cols-5 gap-2 text-sm" data-row="">
      <legend className="font-medium">{words.row(number)}</legend>
      <label className="col-span-2 sm:col-span-1">
        {words.label}
        <select name={`${name}.label`} className="select w-full" defaultValue={box?.label ?? ''}>
          {field.labels.map((label) => (
            <option key={label}>{label}</option>
          ))}
        </select>
      </label>
      {BOX_SIDES.map((side) => (
        <label key={side}>
          {words[side]}
          <input
            name={`${name}.${side}`}
            className="input w-full"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={percentOf(box?.[side])}
          />
        </label>
      ))}
    </fieldset>
  );
}

function percentOf(value: number | string | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 10_000) / 100) : (value ?? '');
}
