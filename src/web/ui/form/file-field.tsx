import { text } from '#web/text/catalogue.ts';
import { Field, type FieldProps } from './field.tsx';

export type KeptFile = { id: string; name: string; bytes: number };

/**
 * Files to send; the form around needs `files`. A browser forgets chosen files when a form comes
 * back, so what arrived before is given as `kept` and goes along as `<name>Kept[]`.
 */
export function FileField({
  accept,
  multiple = true,
  kept = [],
  ...field
}: FieldProps & { accept?: string; multiple?: boolean; kept?: readonly KeptFile[] }) {
  return (
    <Field {...field} wide>
      {(wiring) => (
        <>
          {kept.length > 0 && (
            <ul className="text-sm grid" aria-label={text.form.chosen}>
              {kept.map((file) => (
                <li key={file.id}>
                  <label className="flex gap-3 py-2.5">
                    <input
                      type="checkbox"
                      name={`${field.name}Kept[]`}
                      value={file.id}
                      defaultChecked
                      className="checkbox checkbox-sm"
                    />
                    <span>
                      {file.name} <span className="text-muted">{text.parts.bytes(file.bytes)}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          )}
          <input {...wiring} type="file" className="file-in" accept={accept} multiple={multiple} />
        </>
      )}
    </Field>
  );
}
