import { DECLINE_NOTE_CHARS, DECLINE_REASONS } from '#domain/projects/invitation.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';

const words = text.matching.invited;

/** Saying no to an invitation, with a reason that the client reads. */
export function DeclineFold({ problems }: { problems: Problems | undefined }) {
  return (
    <details open={problems?.intent === 'decline'} className="min-w-0">
      <summary className="sm">{words.decline}</summary>
      <p className="text-sm text-muted max-w-[52ch]">{words.declineSays}</p>
      <Form intent="decline" problems={problems} className="mt-3 grid gap-4">
        <Select
          name="reason"
          label={words.reason}
          blank={words.chooseReason}
          optional
          options={DECLINE_REASONS.map((value) => ({
            value,
            label: text.matching.declined[value],
          }))}
        />
        <TextArea name="note" label={words.note} rows={2} optional maxLength={DECLINE_NOTE_CHARS} />
        <SubmitButton look="quiet">{words.act}</SubmitButton>
      </Form>
    </details>
  );
}
