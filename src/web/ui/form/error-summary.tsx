import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { fieldId } from './form.tsx';

/** What is wrong, on top of the form; the focus goes here, each line leads to its field. */
export function ErrorSummary({
  problems,
  labels,
  prefix,
  still,
}: {
  problems: Problems;
  labels: ReadonlyMap<string, string>;
  prefix: string;
  still: boolean;
}) {
  const lines = Object.entries(problems.fields);
  return (
    <div
      className="border-2 border-error rounded-box p-4 max-w-xl"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: a refused form must be heard first
      autoFocus={!still}
    >
      <h2 className="font-semibold">{problems.title}</h2>
      <ul className="mt-1.5 grid gap-1">
        {problems.form.map(({ says, next }) => (
          <li key={says}>
            {says}{' '}
            {next !== undefined && (
              <a className="text-error underline font-medium" href={next.href}>
                {next.label}
              </a>
            )}
          </li>
        ))}
        {lines.map(([name, says]) => (
          <li key={name}>
            <a
              className="text-error underline font-medium"
              href={`#${fieldId(prefix, baseOf(name, labels))}`}
            >
              {sentence(labels.get(baseOf(name, labels)), says)}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{text.form.kept}</p>
    </div>
  );
}

/** `skills.2` belongs to the field `skills`. */
function baseOf(name: string, labels: ReadonlyMap<string, string>): string {
  const base = name.replace(/\.\d+$/, '');
  return !labels.has(name) && labels.has(base) ? base : name;
}

function sentence(label: string | undefined, says: string): string {
  if (label === undefined) return says;
  return `${label}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`;
}
