import {
  losesLastOwner,
  ORGANIZATION_ROLES,
  type OrganizationRole,
} from '#domain/accounts/membership.ts';
import { ConfirmAct } from '#web/accounts/confirm-act.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Day } from '#web/ui/time.tsx';

const words = text.organizations;

export type Person = {
  memberId: string;
  name: string;
  email: string;
  role: OrganizationRole;
  joinedAt: Date;
};

/** Who acts for the organization; owners change roles and remove people here. */
export function PeopleTable({
  people,
  memberId,
  manages,
  problems,
}: {
  people: readonly Person[];
  memberId: string;
  manages: boolean;
  problems: Problems | undefined;
}) {
  const columns: Column<Person>[] = [
    {
      key: 'name',
      head: words.members.name,
      card: 'name',
      cell: (row) => (
        <>
          {row.name}
          {row.memberId === memberId && (
            <span className="text-muted font-normal"> ({words.members.you})</span>
          )}
          <CellNote>
            <span className="break-all">{row.email}</span>
          </CellNote>
        </>
      ),
    },
    {
      key: 'role',
      head: words.members.role,
      card: 'top',
      cell: (row) => words.roles[row.role],
    },
    {
      key: 'since',
      head: words.members.since,
      card: 'half',
      cell: (row) => <Day at={row.joinedAt} />,
    },
  ];
  if (manages) {
    columns.push({
      key: 'act',
      head: words.members.act,
      card: 'full',
      cell: (row) => (
        <div className="flex flex-wrap gap-x-6">
          {isOnlyOwner(people, row.memberId) ? (
            <span className="text-muted">{words.members.onlyOwner}</span>
          ) : (
            <ChangeRole person={row} problems={problems} />
          )}
          {row.memberId !== memberId && (
            <ConfirmAct
              label={words.members.remove}
              question={words.members.removeQuestion(row.name)}
              submit={words.members.removeSubmit(row.name)}
              intent="remove"
              values={{ memberId: row.memberId }}
              problems={problems}
            />
          )}
        </div>
      ),
    });
  }
  return (
    <DataTable
      caption={words.members.caption}
      columns={columns}
      rows={people}
      rowKey={(row) => row.memberId}
    />
  );
}

export function isOnlyOwner(people: readonly Person[], memberId: string): boolean {
  return losesLastOwner(people, { memberId, role: null });
}

export const ROLE_OPTIONS = ORGANIZATION_ROLES.map((role) => ({
  value: role,
  label: words.roles[role],
  hint: words.roleHints[role],
}));

function ChangeRole({ person, problems }: { person: Person; problems: Problems | undefined }) {
  const refused = problems?.intent === 'role' && problems.typed.memberId?.[0] === person.memberId;
  return (
    <details className="text-sm" open={refused}>
      <summary className="sm lk">{words.members.change}</summary>
      <Form
        intent="role"
        problems={refused ? problems : undefined}
        values={{ role: person.role }}
        className="grid gap-3 pb-2"
      >
        <input type="hidden" name="memberId" value={person.memberId} />
        <Select name="role" label={words.members.role} options={ROLE_OPTIONS} />
        <SubmitButton look="quiet">{words.members.changeSubmit}</SubmitButton>
      </Form>
    </details>
  );
}
