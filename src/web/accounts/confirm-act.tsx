import type { ReactNode } from 'react';
import type { Problems } from '#web/form-act.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';

/**
 * An act that takes something away: the first press opens what it means, the second one does it.
 * It opens in place without script; a refusal comes back opened.
 */
export function ConfirmAct({
  label,
  question,
  submit,
  intent,
  values = {},
  problems,
}: {
  label: string;
  question: ReactNode;
  submit: string;
  intent: string;
  /** Hidden fields that name the object. */
  values?: Readonly<Record<string, string>>;
  problems?: Problems | undefined;
}) {
  const own =
    problems?.intent === intent &&
    Object.entries(values).every(([name, value]) => problems.typed[name]?.[0] === value);
  return (
    <details className="text-sm" open={own}>
      <summary className="sm lk">{label}</summary>
      <div className="border-s-4 border-error ps-3 pb-1 mt-1 max-w-sm text-start whitespace-normal">
        <p>{question}</p>
        <Form intent={intent} problems={own ? problems : undefined} className="mt-3 grid gap-3">
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton look="grave">{submit}</SubmitButton>
        </Form>
      </div>
    </details>
  );
}
