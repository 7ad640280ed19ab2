/**
 * Transfers per second through the domain (command pipeline, event, accounts, transfer) at 1, 8 and
 * 32 at once, beside the same statements by plain `pg` in the same run, with all accounts on one
 * home and on many. And verify-ledger over many transfers.
 */
import type { PoolClient } from 'pg';
import { depositDirectly } from '#domain/billing/commands/deposit-directly.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { HOMES, homeOf, newId } from '#domain/kernel/ids.ts';
import { accountId, houseAccount, walletOf } from '#domain/ledger/account.ts';
import { verifyLedger } from '#domain/ledger/queries/verify-ledger.ts';
import { fillLedger } from './fill-ledger.ts';
import { type Line, loops, rounded } from './measure.ts';
import { openStand, type Stand } from './stand.ts';

const PARTIES = 2_000;
const actor = systemActor('bench');

export type LedgerOptions = { seconds: number; verifyTransfers: number };

export async function benchLedger(options: LedgerOptions): Promise<Line[]> {
  const lines: Line[] = [];
  const stand = await openStand();
  try {
    for (const spread of ['one home', 'many homes'] as const) {
      const parties = makeParties(spread);
      await loops({ atOnce: 4, seconds: 2 }, deposit(stand, parties));
      for (const atOnce of [1, 8, 32]) {
        lines.push(await compare(stand, { spread, parties, atOnce, seconds: options.seconds }));
      }
    }
    lines.push(await verify(stand, options.verifyTransfers));
    return lines;
  } finally {
    await stand.close();
  }
}

function makeParties(spread: 'one home' | 'many homes'): string[] {
  return Array.from({ length: PARTIES }, (_, n) => newId(spread === 'one home' ? 7 : n % HOMES));
}

type Case = { spread: string; parties: string[]; atOnce: number; seconds: number };

/** Domain and plain take turns in short stretches, so that a noisy neighbour meets both. */
async function compare(stand: Stand, { spread, parties, atOnce, seconds }: Case): Promise<Line> {
  const stretches = 4;
  const part = { atOnce, seconds: seconds / stretches };
  let domain = 0;
  let plain = 0;
  let p95Ms = 0;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    plain += (await loops(part, plainDeposit(stand, parties))).perSecond / stretches;
    const rate = await loops(part, deposit(stand, parties));
    domain += rate.perSecond / stretches;
    p95Ms = Math.max(p95Ms, rate.p95Ms);
  }
  return {
    what: `transfers, ${spread}, ${atOnce} at once`,
    figures: {
      'domain/s': Math.round(domain),
      'plain/s': Math.round(plain),
      ratio: rounded(domain / plain),
      'p95 ms': rounded(p95Ms),
    },
  };
}

function pick(parties: string[], turn: number): string {
  return parties[(turn * 7_919) % parties.length] ?? '';
}

function deposit(stand: Stand, parties: string[]) {
  return (turn: number) => {
    const partyId = pick(parties, turn);
    const input = { partyId, currency: 'USD', amountMinor: 100n };
    return stand.run(depositDirectly, input, { actor, root: partyId });
  };
}

function plainDeposit(stand: Stand, parties: string[]) {
  return async (turn: number) => {
    const client = await stand.pool.connect();
    try {
      await client.query('begin');
      await plainStatements(client, pick(parties, turn));
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      // Two events of one root drew the same number: the domain tries again, and so does this.
      if ((error as { code?: string }).code !== '23505') throw error;
    } finally {
      client.release();
    }
  };
}

/** What the domain sends, written down: the event, the accounts, the transfer, the balances. */
async function plainStatements(client: PoolClient, partyId: string): Promise<void> {
  const home = homeOf(partyId);
  const now = new Date();
  const eventId = await plainEvent(client, { home, now, partyId });
  const wallet = accountId(walletOf(partyId, 'USD'));
  const outside = accountId(houseAccount('outside', home, 'USD'));
  const found = await plainAccounts(client, { home, now, partyId, ids: [outside, wallet] });
  const from = found.find((row) => row.id === outside);
  const to = found.find((row) => row.id === wallet);
  if (from === undefined || to === undefined) throw new Error('The accounts were opened');
  const left = [from.lines + 1n, from.balance_minor - 100n] as const;
  const right = [to.lines + 1n, to.balance_minor + 100n] as const;
  const lines = [left[0], right[0], left[1], right[1]];
  const words = ['USD', outside, wallet, 100n, 'deposit.confirmed', `deposit:${eventId}`];
  await client.query(
    `insert into transfer (home, id, currency, debit_id, credit_id, amount_minor, act, reference,
       root_id, subject_id, event_id, event_home, debit_line, credit_line, debit_balance_minor,
       credit_balance_minor, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [home, newId(home, now), ...words, partyId, eventId, eventId, home, ...lines, now],
  );
  await client.query(
    `update ledger_account set balance_minor = v.balance_minor, lines = v.lines
     from (values ($2::uuid, $3::bigint, $4::bigint), ($5::uuid, $6::bigint, $7::bigint))
       v (id, lines, balance_minor)
     where ledger_account.home = $1 and ledger_account.id = v.id`,
    [home, outside, ...left, wallet, ...right],
  );
}

type Place = { home: number; now: Date; partyId: string };

async function plainEvent(client: PoolClient, { home, now, partyId }: Place): Promise<string> {
  const last = await client.query<{ seq: number }>(
    `select seq from event where home = $1 and root_id = $2 order by seq desc limit 1`,
    [home, partyId],
  );
  const seq = (last.rows[0]?.seq ?? 0) + 1;
  const eventId = newId(home, now);
  const data = JSON.stringify({ currency: 'USD', amountMinor: '100', note: '' });
  const words = ['deposit.confirmed', 'party', partyId, seq, eventId, null, null, 'bench'];
  await client.query(
    `insert into event (home, id, kind, root_kind, root_id, seq, subject_id, actor_member_id,
       actor_party_id, actor_name, parties, data, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [home, eventId, ...words, [partyId], data, now],
  );
  return eventId;
}

type PlainAccount = { id: string; balance_minor: bigint; lines: bigint };

/** Locks both accounts, opening them when they are met for the first time. */
async function plainAccounts(
  client: PoolClient,
  { home, now, partyId, ids }: Place & { ids: [string, string] },
): Promise<PlainAccount[]> {
  const lock = () =>
    client.query<PlainAccount>(
      `select id, balance_minor, lines from ledger_account where home = $1 and id = any($2::uuid[])
       order by kind in ('fee_income', 'in_transit', 'outside'), id for update`,
      [home, ids],
    );
  const found = (await lock()).rows;
  if (found.length === 2) return found;
  await client.query(
    `insert into ledger_account (home, kind, owner_id, currency, id, opened_at)
     values ($1, 'outside', '00000000-0000-0000-0000-000000000000', 'USD', $2, $4),
       ($1, 'wallet', $5, 'USD', $3, $4)
     on conflict (home, id) do nothing`,
    [home, ...ids, now, partyId],
  );
  return (await lock()).rows;
}

async function verify(stand: Stand, transfers: number): Promise<Line> {
  await fillLedger(stand, transfers);
  const before = performance.now();
  const report = await verifyLedger(stand.readDb, []);
  const seconds = (performance.now() - before) / 1_000;
  return {
    what: 'verify-ledger',
    figures: {
      transfers: report.transfers,
      accounts: report.accounts,
      seconds: rounded(seconds),
      'seconds per 10 million': rounded((seconds * 10_000_000) / report.transfers),
      differences: report.differences.length,
    },
  };
}
