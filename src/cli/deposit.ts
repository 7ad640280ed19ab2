import { depositDirectly } from '#domain/billing/commands/deposit-directly.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { formatMoney, parseAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { type CliCommand, optional, required, UsageError } from './command.ts';
import { memberIdOf } from './find-member.ts';

export const deposit: CliCommand = {
  summary: 'credit a wallet with money that arrived',
  usage: '(--email ADDRESS | --party ID) --amount AMOUNT --currency CODE [--note TEXT] [--key KEY]',
  details: [
    '--party ID    a member or an organization',
    '--amount      such as 1600.00',
    '--currency    ISO 4217, such as USD',
    '--key KEY     the same key deposits once, however often it is asked',
  ],
  options: {
    email: { type: 'string' },
    party: { type: 'string' },
    amount: { type: 'string' },
    currency: { type: 'string' },
    note: { type: 'string' },
    key: { type: 'string' },
  },
  async run(words, services) {
    const currency = required(words, 'currency').toUpperCase();
    const amountMinor = parseAmount(required(words, 'amount'), currency);
    const email = optional(words, 'email');
    const party = optional(words, 'party');
    if ((email === undefined) === (party === undefined)) {
      throw new UsageError('Say --email or --party, one of them.');
    }
    const { readDb, run } = await services.open();
    const partyId =
      party === undefined ? await memberIdOf(readDb, email ?? '') : await knownParty(readDb, party);
    const note = optional(words, 'note') ?? '';
    const key = optional(words, 'key');
    const { depositId, seq } = await run(
      depositDirectly,
      { partyId, currency, amountMinor, note },
      { actor: systemActor('command-line'), root: partyId, ...(key === undefined ? {} : { key }) },
    );
    return {
      json: { depositId, partyId, currency, amountMinor: amountMinor.toString(), seq },
      lines: [`deposited ${formatMoney({ amountMinor, currency })} to ${partyId} (event ${seq})`],
    };
  },
};

async function knownParty(db: ReadDb, id: string): Promise<string> {
  if (!isId(id)) return refuse('not_found', { thing: 'party' });
  const party = await db.selectFrom('party').select('id').where('id', '=', id).executeTakeFirst();
  return party?.id ?? refuse('not_found', { thing: 'party' });
}
