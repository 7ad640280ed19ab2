import type { ApiKeyRow } from '#domain/accounts/queries/api-keys.ts';
import { ConfirmAct } from '#web/accounts/confirm-act.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, type StateLook } from '#web/ui/state.tsx';
import { Day, Time } from '#web/ui/time.tsx';

const words = text.settings.apiKeys;

const STATE: Record<ApiKeyRow['state'], StateLook> = {
  active: { word: words.state.active, icon: 'circle-check', tone: 'go' },
  expired: { word: words.state.expired, icon: 'circle-slash', tone: 'rest' },
  revoked: { word: words.state.revoked, icon: 'circle-slash', tone: 'rest' },
};

export function ApiKeyTable({
  keys,
  problems,
}: {
  keys: readonly ApiKeyRow[];
  problems: Problems | undefined;
}) {
  const columns: Column<ApiKeyRow>[] = [
    {
      key: 'name',
      head: words.name,
      card: 'name',
      cell: (row) => (
        <>
          {row.name}
          <CellNote>
            <code>{row.prefix}…</code>
          </CellNote>
        </>
      ),
    },
    {
      key: 'state',
      head: words.stateHead,
      card: 'top',
      cell: (row) => <StateBadge {...STATE[row.state]} />,
    },
    {
      key: 'party',
      head: words.party,
      card: 'half',
      cell: (row) => (
        <>
          {row.partyName}
          <CellNote>{row.scopes.map((scope) => words.scope[scope].label).join(', ')}</CellNote>
        </>
      ),
    },
    {
      key: 'used',
      head: words.used,
      card: 'half',
      cell: (row) => (row.lastUsedAt === null ? words.never : <Time at={row.lastUsedAt} />),
    },
    {
      key: 'expires',
      head: words.expires,
      card: 'half',
      cell: (row) => (row.expiresAt === null ? words.noEnd : <Day at={row.expiresAt} />),
    },
    {
      key: 'act',
      head: words.act,
      card: 'full',
      cell: (row) =>
        row.state === 'revoked' ? null : (
          <ConfirmAct
            label={words.revoke}
            question={words.revokeQuestion}
            submit={words.revoke}
            intent="revoke"
            values={{ keyId: row.id }}
            problems={problems}
          />
        ),
    },
  ];
  return (
    <DataTable caption={words.caption} columns={columns} rows={keys} rowKey={(row) => row.id} />
  );
}
