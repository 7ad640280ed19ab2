import pg from 'pg';
import type { Stand } from './stand.ts';

const PER_ACCOUNT = 50;

/**
 * Writes so many transfers by plain SQL, sound in every respect: deposits into wallets on all
 * homes, one in five of them sent on to a neighbouring home through *in transit*.
 */
export async function fillLedger(stand: Stand, transfers: number): Promise<void> {
  const owner = new pg.Client({ connectionString: stand.ownerUrl });
  await owner.connect();
  try {
    await owner.query('set synchronous_commit = off');
    const wallets = Math.max(1_024, Math.ceil(transfers / PER_ACCOUNT));
    await owner.query(OPEN_ACCOUNTS, [wallets]);
    await owner.query(DEPOSITS, [wallets, Math.ceil((transfers * 0.6) / wallets)]);
    await owner.query(SENT_ON, [wallets, Math.ceil((transfers * 0.2) / wallets)]);
    await owner.query(BALANCES);
    await owner.query('analyze transfer');
    await owner.query('analyze ledger_account');
  } finally {
    await owner.end();
  }
}

const HOUSE = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** Account ids of the fill: a hash of what they are. */
const ID = (name: string) => `md5(${name})::uuid`;

const OPEN_ACCOUNTS = `
  insert into ledger_account (home, id, kind, owner_id, currency, opened_at)
  select n % 1024, ${ID(`'wallet' || n`)}, 'wallet', ${ID(`'owner' || n`)}, 'EUR', now()
    from generate_series(0, $1::int - 1) n
  union all
  select h, ${ID(`'outside' || h`)}, 'outside', ${HOUSE}, 'EUR', now() from generate_series(0, 1023) h
  union all
  select h, ${ID(`'transit' || h`)}, 'in_transit', ${HOUSE}, 'EUR', now()
    from generate_series(0, 1023) h
  on conflict do nothing`;

const COLUMNS = `home, id, currency, debit_id, credit_id, amount_minor, act, reference, root_id,
  event_id, event_home, debit_line, credit_line, debit_balance_minor, credit_balance_minor, at`;

/** Lines are numbered within each account afterwards; here they only have to differ. */
const DEPOSITS = `
  insert into transfer (${COLUMNS})
  select n % 1024, gen_random_uuid(), 'EUR', ${ID(`'outside' || n % 1024`)}, ${ID(`'wallet' || n`)},
    1000, 'deposit.confirmed', 'fill:' || n || ':' || k, ${ID(`'owner' || n`)},
    gen_random_uuid(), n % 1024, n::bigint * 1000 + k, k, 0, k * 1000, now()
  from generate_series(0, $1::int - 1) n, generate_series(1, $2::int) k`;

const SENT_ON = `
  insert into transfer (${COLUMNS})
  select n % 1024, gen_random_uuid(), 'EUR', ${ID(`'wallet' || n`)}, ${ID(`'transit' || n % 1024`)},
    10, 'sent', 'sent:' || n || ':' || k, ${ID(`'owner' || n`)}, gen_random_uuid(), n % 1024,
    100000 + k, n::bigint * 1000 + k, 0, 0, now()
  from generate_series(0, $1::int - 1) n, generate_series(1, $2::int) k
  union all
  select (n + 1) % 1024, gen_random_uuid(), 'EUR', ${ID(`'transit' || (n + 1) % 1024`)},
    ${ID(`'wallet' || ((n + 1) % 1024)`)}, 10, 'sent', 'sent:' || n || ':' || k,
    ${ID(`'owner' || n`)}, gen_random_uuid(), n % 1024, n::bigint * 1000 + k,
    200000 + n::bigint * 1000 + k, 0, 0, now()
  from generate_series(0, $1::int - 1) n, generate_series(1, $2::int) k`;

const BALANCES = `
  update ledger_account a set balance_minor = t.total, lines = t.lines
  from (
    select home, id, sum(amount) as total, count(*) as lines from (
      select home, debit_id as id, -amount_minor as amount from transfer where currency = 'EUR'
      union all
      select home, credit_id, amount_minor from transfer where currency = 'EUR'
    ) leg group by home, id
  ) t
  where a.home = t.home and a.id = t.id and a.currency = 'EUR'`;
