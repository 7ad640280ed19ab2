import { ConfirmAct } from '#web/accounts/confirm-act.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Time } from '#web/ui/time.tsx';

const words = text.settings.security.sessions;

export type SessionRow = {
  id: string;
  here: boolean;
  device: string | null;
  address: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** Every place where the member is signed in, with a way to end each but this one. */
export function SessionTable({
  sessions,
  problems,
}: {
  sessions: readonly SessionRow[];
  problems: Problems | undefined;
}) {
  const columns: Column<SessionRow>[] = [
    { key: 'device', head: words.device, cell: (row) => row.device ?? words.unknown, card: 'name' },
    {
      key: 'address',
      head: words.address,
      cell: (row) => row.address || words.unknown,
      card: 'half',
    },
    { key: 'since', head: words.since, cell: (row) => <Time at={row.createdAt} />, card: 'half' },
    { key: 'seen', head: words.seen, cell: (row) => <Time at={row.updatedAt} />, card: 'half' },
    {
      key: 'act',
      head: words.act,
      card: 'full',
      cell: (row) =>
        row.here ? (
          <b>{words.here}</b>
        ) : (
          <ConfirmAct
            label={words.end}
            question={words.endQuestion}
            submit={words.end}
            intent="end"
            values={{ sessionId: row.id }}
            problems={problems}
          />
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
      />
      {sessions.length > 1 && (
        <div className="mt-4">
          <ConfirmAct
            label={words.endOthers}
            question={words.endOthersQuestion}
            submit={words.endOthers}
            intent="endOthers"
            problems={problems}
          />
        </div>
      )}
    </>
  );
}
