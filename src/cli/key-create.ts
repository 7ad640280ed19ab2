import { mintApiKey } from '#domain/accounts/api-key.ts';
import { createApiKey } from '#domain/accounts/commands/create-api-key.ts';
import { actorForOrganization, memberView } from '#domain/accounts/queries/viewer.ts';
import { ALL_SCOPES, type Scope } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type CliCommand, optional, required, UsageError } from './command.ts';
import { memberIdOf } from './find-member.ts';

const DAY_MS = 86_400_000;

export const keyCreate: CliCommand = {
  summary: 'make an API key for a member and show it once',
  usage: '--email ADDRESS --name NAME [--scopes read,work,money] [--organization ID] [--days N]',
  details: [
    '--scopes LIST      what the key may do; everything when it is missing',
    '--organization ID  acts for this organization instead of the member',
    '--days N           stops working after so many days; never when it is missing',
  ],
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    scopes: { type: 'string' },
    organization: { type: 'string' },
    days: { type: 'string' },
  },
  async run(words, services) {
    const email = required(words, 'email');
    const name = required(words, 'name');
    const scopes = readScopes(optional(words, 'scopes'));
    const expiresAt = readExpiry(optional(words, 'days'));
    const { readDb, run } = await services.open();
    const view = await memberView(readDb, await memberIdOf(readDb, email), null);
    if (view === null) return refuse('member_suspended');
    const organization = optional(words, 'organization');
    const actor =
      organization === undefined
        ? view.actor
        : await actorForOrganization(readDb, view.actor, organization);
    if (actor === null) return refuse('not_found', { thing: 'organization' });
    const { secret, prefix, secretHash } = mintApiKey();
    const input = { name, scopes, expiresAt, prefix, secretHash };
    const { keyId } = await run(createApiKey, input, { actor, root: actor.memberId });
    return {
      json: { keyId, key: secret, scopes, expiresAt },
      lines: [`made key ${keyId} for ${scopes.join(', ')}; it is shown only now:`, secret],
    };
  },
};

function readScopes(text: string | undefined): Scope[] {
  if (text === undefined) return [...ALL_SCOPES];
  return text.split(',').map((word) => {
    const scope = ALL_SCOPES.find((known) => known === word.trim());
    if (scope === undefined) throw new UsageError(`--scopes knows ${ALL_SCOPES.join(', ')}.`);
    return scope;
  });
}

function readExpiry(days: string | undefined): string | null {
  if (days === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(days)) throw new UsageError('--days must be a number of days.');
  return new Date(Date.now() + Number(days) * DAY_MS).toISOString();
}
