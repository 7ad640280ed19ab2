import type { ProfilePart } from '#domain/directory/completeness.ts';
import { ConfirmAct } from '#web/accounts/confirm-act.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Panel } from '#web/ui/panel.tsx';

const words = text.profile.listing;

/** Whether clients find it: what that means, and the act that changes it. */
export function ListingPanel({
  listed,
  missing,
  problems,
}: {
  listed: boolean;
  missing: readonly ProfilePart[];
  problems: Problems | undefined;
}) {
  return (
    <Panel id="listing" title={words.title}>
      <p className="mt-2 text-sm">{listed ? words.in : words.out}</p>
      {listed ? (
        <ConfirmAct
          label={words.unlist}
          question={words.unlistAsks}
          submit={words.unlistAct}
          intent="unlist"
          problems={problems}
        />
      ) : missing.length > 0 ? (
        <div className="mt-3 text-sm">
          <p className="font-medium">{words.lacks}</p>
          <ul className="list-disc ps-5 mt-1">
            {missing.map((part) => (
              <li key={part}>{text.profile.parts[part].does}</li>
            ))}
          </ul>
        </div>
      ) : (
        <Form intent="list" problems={problems} className="mt-4 grid gap-3">
          <SubmitButton>{words.list}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
