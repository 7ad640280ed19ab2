import {
  Children,
  createContext,
  isValidElement,
  type ReactElement,
  type ReactNode,
  use,
} from 'react';
import type { Problems } from '#web/form-act.ts';
import { useFrame } from '../frame/frame.ts';
import { ErrorSummary } from './error-summary.tsx';

type FormValues = Readonly<Record<string, string | number | readonly string[] | undefined>>;

type FormState = { prefix: string; values: FormValues; problems: Problems | undefined };

const FormContext = createContext<FormState>({ prefix: '', values: {}, problems: undefined });

/**
 * A form that works without script, acts once however often it is sent, and after a refusal shows
 * why and keeps what was typed. Fields inside find their value and message by `name`.
 *
 * `<Form problems={actionData} values={{ title: project.title }}> … <SubmitButton>Send</SubmitButton></Form>`
 */
export function Form({
  intent = '',
  problems,
  values = {},
  action,
  files = false,
  still = false,
  className = 'grid gap-5',
  children,
}: {
  /** Which act this is, where a page has several forms; see `actOnIntent`. */
  intent?: string;
  problems?: Problems | undefined;
  values?: FormValues;
  action?: string;
  /** Set where a file field is inside. */
  files?: boolean;
  /** Leaves the focus where it is after a refusal; for pages about forms. */
  still?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { formKey } = useFrame();
  const own = problems?.intent === intent ? problems : undefined;
  const prefix = intent === '' ? '' : `${intent}-`;
  return (
    <form
      method="post"
      action={action}
      encType={files ? 'multipart/form-data' : undefined}
      className={className}
      noValidate
    >
      <input type="hidden" name="_key" value={`${formKey}-${intent || 'form'}`.slice(0, 64)} />
      {intent !== '' && <input type="hidden" name="_intent" value={intent} />}
      {own !== undefined && (
        <ErrorSummary problems={own} labels={labelsIn(children)} prefix={prefix} still={still} />
      )}
      <FormContext value={{ prefix, values, problems: own }}>{children}</FormContext>
    </form>
  );
}

export type FieldState = {
  id: string;
  /** What to show: what was typed if the form was refused, else what the page gave. */
  value: string;
  values: readonly string[];
  error: string | undefined;
};

/** A field's id, value and message inside the `<Form>` around it. */
export function useField(name: string): FieldState {
  const { prefix, values, problems } = use(FormContext);
  const given = values[name];
  const list = problems === undefined ? listOf(given) : (problems.typed[name] ?? []);
  return {
    id: fieldId(prefix, name),
    value: list[0] ?? '',
    values: list,
    error: problems === undefined ? undefined : messageFor(problems, name),
  };
}

export function fieldId(prefix: string, name: string): string {
  return `${prefix}${name.replace('[]', '')}`;
}

function messageFor({ fields }: Problems, name: string): string | undefined {
  const plain = name.replace('[]', '');
  const part = Object.keys(fields).find((key) => name !== plain && key.startsWith(`${plain}.`));
  return fields[plain] ?? (part === undefined ? undefined : fields[part]);
}

function listOf(value: FormValues[string]): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** Labels of the fields written inside the form, so that the summary can name them. */
function labelsIn(children: ReactNode): Map<string, string> {
  const labels = new Map<string, string>();
  const visit = (node: ReactNode): void => {
    Children.forEach(node, (child) => {
      if (!isValidElement(child)) return;
      const { props } = child as ReactElement<{
        name?: unknown;
        label?: unknown;
        children?: ReactNode;
      }>;
      if (typeof props.name === 'string' && typeof props.label === 'string') {
        labels.set(props.name.replace('[]', ''), props.label);
      }
      visit(props.children);
    });
  };
  visit(children);
  return labels;
}
