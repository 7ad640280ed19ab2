import { data } from 'react-router';
import { z } from 'zod';
import { mintApiKey } from '#domain/accounts/api-key.ts';
import { createApiKey } from '#domain/accounts/commands/create-api-key.ts';
import { revokeApiKey } from '#domain/accounts/commands/revoke-api-key.ts';
import { scopesOfRole } from '#domain/accounts/permission.ts';
import { apiKeysOfMember } from '#domain/accounts/queries/api-keys.ts';
import { ALL_SCOPES } from '#domain/kernel/actor.ts';
import { NO_STORE } from '#web/accounts/shown-once.tsx';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase, type Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/panel.tsx';
import type { Route } from './+types/api-keys-page.ts';
import { ApiKeyTable } from './api-key-table.tsx';
import { MadeKey, MakeKey } from './make-key.tsx';
import { SettingsPage } from './settings-page.tsx';

const words = text.settings.apiKeys;
const DAY_MS = 86_400_000;

export const meta = () => [{ title: text.site.title(words.title) }];
export const headers = () => NO_STORE;

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, viewer, now } = signedIn(context);
  const party = viewer.actingFor.find((one) => one.partyId === actor.partyId);
  return {
    keys: await apiKeysOfMember(readDb, actor.memberId, now),
    scopes: scopesOfRole(actor.role),
    party: party?.name ?? viewer.name,
  };
}

type Shown = { secret: string; name: string };

const schema = z.object({
  name: z.string().max(80),
  scopes: z.array(z.enum(ALL_SCOPES)).min(1),
  days: z.enum(['30', '90', '365', '0']),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor, now } = signedIn(context);
  const root = actor.memberId;
  return actOnIntent<Shown>(request, {
    make: formCase(
      schema,
      async ({ name, scopes, days }, key) => {
        const { secret, prefix, secretHash } = mintApiKey();
        const life = Number(days) * DAY_MS;
        const expiresAt = life === 0 ? null : new Date(now.getTime() + life).toISOString();
        const input = { name, scopes, expiresAt, prefix, secretHash };
        await run(createApiKey, input, { actor, root, key });
        return data({ secret, name });
      },
      { refusedTitle: words.refused },
    ),
    revoke: formCase(z.object({ keyId: z.uuid() }), async ({ keyId }, key) => {
      const { name } = await run(revokeApiKey, { keyId }, { actor, root, key });
      const flash = { tone: 'go', title: words.revoked(name) } as const;
      return redirectWithFlash(context, '/settings/api-keys', flash);
    }),
  });
}

export default function ApiKeysPage({ loaderData, actionData }: Route.ComponentProps) {
  const { keys, scopes, party } = loaderData;
  const shown: Partial<Problems & Shown> = actionData ?? {};
  const problems = shown.intent === undefined ? undefined : (shown as Problems);
  return (
    <SettingsPage
      place="apiKeys"
      title={words.title}
      lead={
        <>
          {words.lead}{' '}
          <a className="lk" href="/api/docs">
            {words.docs}
          </a>
        </>
      }
    >
      {shown.secret !== undefined && <MadeKey secret={shown.secret} name={shown.name ?? ''} />}
      {keys.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <ApiKeyTable keys={keys} problems={problems} />
      )}
      {shown.secret === undefined && <MakeKey scopes={scopes} party={party} problems={problems} />}
    </SettingsPage>
  );
}
