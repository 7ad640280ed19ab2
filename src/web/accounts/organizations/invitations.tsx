import type { OrganizationRole } from '#domain/accounts/membership.ts';
import { ConfirmAct } from '#web/accounts/confirm-act.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { RadioGroup } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { Day } from '#web/ui/time.tsx';
import { ROLE_OPTIONS } from './people-table.tsx';

const words = text.organizations.invitations;

export type OpenInvitation = {
  id: string;
  email: string;
  role: OrganizationRole;
  expiresAt: Date;
  old: boolean;
};

/** Who is asked and has not come yet, and the form that asks another one. */
export function Invitations({
  invitations,
  problems,
}: {
  invitations: readonly OpenInvitation[];
  problems: Problems | undefined;
}) {
  const columns: Column<OpenInvitation>[] = [
    {
      key: 'email',
      head: words.email,
      card: 'name',
      cell: (row) => <span className="break-all">{row.email}</span>,
    },
    {
      key: 'role',
      head: words.role,
      card: 'top',
      cell: (row) => text.organizations.roles[row.role],
    },
    {
      key: 'until',
      head: words.until,
      card: 'half',
      cell: (row) => (row.old ? words.old : <Day at={row.expiresAt} />),
    },
    {
      key: 'act',
      head: words.act,
      card: 'full',
      cell: (row) => (
        <ConfirmAct
          label={words.withdraw}
          question={words.withdrawQuestion}
          submit={words.withdraw}
          intent="withdraw"
          values={{ invitationId: row.id }}
          problems={problems}
        />
      ),
    },
  ];
  return (
    <>
      {invitations.length === 0 ? (
        <p className="mt-1 text-muted">{words.none}</p>
      ) : (
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={invitations}
          rowKey={(row) => row.id}
        />
      )}
      <h3 className="mt-8 mb-4 font-semibold">{words.inviteTitle}</h3>
      <Form intent="invite" problems={problems} values={{ role: 'member' }}>
        <TextField
          name="email"
          label={words.email}
          hint={words.inviteHint}
          type="email"
          autoComplete="off"
        />
        <RadioGroup name="role" label={words.role} options={ROLE_OPTIONS} />
        <SubmitButton>{words.inviteSubmit}</SubmitButton>
      </Form>
    </>
  );
}
