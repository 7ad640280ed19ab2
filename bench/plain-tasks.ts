/**
 * The loop of tasks by plain `pg`: the statements that the commands send, written down, without
 * their rules. Measured in the same run, it says what the domain and the door cost.
 */
import type { Pool, PoolClient } from 'pg';
import { workId } from '#domain/assignments/assignment.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { accountId, earningsOf, escrowOf, houseAccount } from '#domain/ledger/account.ts';

export type PlainWorker = { memberId: string };

async function inTransaction<T>(pool: Pool, act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await act(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Takes the next task; undefined where none is left, or on the first look into a batch. */
export function plainAccept(
  pool: Pool,
  { memberId }: PlainWorker,
  batchId: string,
): Promise<string | undefined> {
  const home = homeOf(batchId);
  return inTransaction(pool, async (client) => {
    const now = new Date();
    let entry = (await client.query(ENTER, [home, batchId, memberId])).rows[0];
    if (entry === undefined) {
      await client.query(OPEN_WORK, [home, batchId, memberId, now]);
      entry = (await client.query(ENTER, [home, batchId, memberId])).rows[0];
    }
    const find = [home, batchId, false, entry.cursor, now, memberId];
    const task = (await client.query(FIND, find)).rows[0];
    if (task === undefined) return undefined;
    const id = newId(home, now);
    const deadline = new Date(now.getTime() + entry.time_limit_seconds * 1_000);
    const unit = entry.reward_minor + entry.fee_minor;
    await client.query(TAKE, [home, task.id]);
    const pay = [entry.reward_minor, entry.fee_minor, unit];
    const lease = [home, id, batchId, task.id, memberId, 1, 'accepted', ...pay, now, deadline];
    await client.query(LEASE, lease);
    await client.query(MOVE, [home, batchId, memberId, task.pos, now]);
    const data = { batchId, taskId: task.id, deadline: deadline.toISOString() };
    const about = { subjectId: id, clientId: entry.client_id, workerId: memberId };
    await plainEvent(client, { ...about, batchId, now, seq: entry.events + 1, data });
    return id;
  });
}

/** Hands the answer in. */
export function plainSubmit(
  pool: Pool,
  { memberId }: PlainWorker,
  assignmentId: string,
): Promise<void> {
  const home = homeOf(assignmentId);
  return inTransaction(pool, async (client) => {
    const now = new Date();
    const row = (await client.query(LOCK_TO_ANSWER, [home, assignmentId])).rows[0];
    const batchId = row.batch_id;
    const due = new Date(now.getTime() + row.auto_approval_seconds * 1_000);
    await client.query(SUBMIT, [home, assignmentId, now, due, 1]);
    const fields = JSON.stringify({ colour: 'red' });
    await client.query(ANSWER, [home, assignmentId, 1, fields, now]);
    const counts = [memberId, -1, 1, 0, 0n, 1, 1, 0];
    const { events } = (await client.query(COUNT, [home, batchId, now, ...counts])).rows[0];
    const data = { batchId, taskId: row.task_id, clientId: row.client_id, workerId: memberId };
    const about = { subjectId: assignmentId, clientId: row.client_id, workerId: memberId };
    await plainEvent(client, { ...about, batchId, now, seq: events, data });
  });
}

/** Approves one answer and pays it. */
export function plainApprove(pool: Pool, assignmentId: string): Promise<void> {
  const home = homeOf(assignmentId);
  return inTransaction(pool, async (client) => {
    const now = new Date();
    const row = (await client.query(LOCK, [home, [assignmentId]])).rows[0];
    const { batch_id: batchId, worker_id: workerId, reward_minor: reward, fee_minor: fee } = row;
    const counts = [workerId, 0, -1, 1, reward, 0, 0, 1];
    const { events } = (await client.query(COUNT, [home, batchId, now, ...counts])).rows[0];
    await client.query(APPROVE, [home, [assignmentId], now]);
    const about = { subjectId: assignmentId, clientId: row.client_id, workerId };
    const data = { batchId, taskId: row.task_id, amountMinor: `${reward}`, feeMinor: `${fee}` };
    const eventId = await plainEvent(client, { ...about, batchId, now, seq: events, data });
    const escrow = accountId(escrowOf(batchId, 'USD'));
    const earnings = accountId(earningsOf(home, workerId, 'USD'));
    const fees = accountId(houseAccount('fee_income', home, 'USD'));
    const found = (await client.query(PURSES, [home, [escrow, earnings, fees]])).rows;
    const purse = (id: string) => found.find((one) => one.id === id);
    const [from, to, house] = [purse(escrow), purse(earnings), purse(fees)];
    const leg = (what: [string, bigint, string], lines: bigint[]) => [
      ...[home, newId(home, now), 'USD', escrow, what[0], what[1], what[2]],
      ...[`assignment:${assignmentId}:${what[2]}`, batchId, assignmentId, eventId, home],
      ...[...lines, now],
    ];
    const [left, rest] = [from.balance_minor - reward, from.balance_minor - reward - fee];
    const after = [
      [escrow, rest, from.lines + 2n],
      [earnings, to.balance_minor + reward, to.lines + 1n],
      [fees, house.balance_minor + fee, house.lines + 1n],
    ] as const;
    const rewardLines = [from.lines + 1n, after[1][2], left, after[1][1]];
    const feeLines = [from.lines + 2n, after[2][2], rest, after[2][1]];
    await client.query(TRANSFERS, [
      ...leg([earnings, reward, 'reward'], rewardLines),
      ...leg([fees, fee, 'fee'], feeLines),
    ]);
    await client.query(BALANCES, [home, ...after.flat()]);
  });
}

type PlainEvent = {
  subjectId: string;
  clientId: string;
  workerId: string;
  batchId: string;
  now: Date;
  seq: number;
  data: object;
};

async function plainEvent(client: PoolClient, event: PlainEvent): Promise<string> {
  const { batchId, clientId, workerId, now } = event;
  const home = homeOf(batchId);
  const id = newId(home, now);
  const root = workId(batchId, workerId);
  await client.query(EVENT, [
    ...[home, id, 'assignment.accepted', 'work', root, event.seq, event.subjectId, workerId],
    ...[workerId, 'member', [clientId, workerId], JSON.stringify(event.data), now],
  ]);
  return id;
}

const ENTER = `
  select b.id, b.client_id, b.state, b.requirements, b.expires_at, b.reward_minor, b.fee_minor,
    b.time_limit_seconds, b.gold_percent, b.gold_tasks, b.worker_limit, b.group_key, b.group_limit,
    w.cursor, w.gold_cursor, w.handed, w.gold_handed, w.live, w.waiting, w.approved, w.rejected,
    w.events, w.checked_at
  from batch b join batch_worker w on w.home = $1 and w.batch_id = b.id and w.worker_id = $3
  where b.home = $1 and b.id = $2 for no key update of w`;

const OPEN_WORK = `
  insert into batch_worker (home, batch_id, worker_id, checked_at, started_at, touched_at)
  values ($1, $2, $3, $4, $4, $4) on conflict do nothing`;

const FIND = `
  with fitting as materialized (
    select id, pos from (
      select id, pos, expires_at from task
      where home = $1 and batch_id = $2 and gold = $3 and open and pos > $4
      order by pos limit 50
    ) p
    where (expires_at is null or expires_at > $5)
      and (select a.task_id from assignment a
        where a.home = $1 and a.task_id = p.id and a.worker_id = $6 limit 1) is null
    order by pos)
  select t.id, t.input, f.pos, (select pos from fitting limit 1) as first
  from fitting f cross join lateral (
    select id, input from task t where t.home = $1 and t.id = f.id and t.open
    for no key update skip locked) t
  limit 1`;

const TAKE = `
  update task set slots = slots - 1, open = slots - 1 > released where home = $1 and id = $2`;

const LEASE = `
  insert into assignment (home, id, batch_id, task_id, worker_id, attempt, state, reward_minor,
    fee_minor, held_minor, accepted_at, deadline, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`;

const MOVE = `
  update batch_worker set cursor = $4, handed = handed + 1, live = live + 1, events = events + 1,
    touched_at = $5
  where home = $1 and batch_id = $2 and worker_id = $3`;

const EVENT = `
  insert into event (home, id, kind, root_kind, root_id, seq, subject_id, actor_member_id,
    actor_party_id, actor_name, parties, data, at, relayed)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, true)`;

const LOCKED = `a.id, a.batch_id, a.task_id, a.worker_id, b.client_id, a.state, a.reward_minor,
    a.fee_minor, a.held_minor, a.submitted_at, a.due_at, a.versions, a.appeal, a.feedback,
    b.currency, b.title, b.name, b.fee_rule, b.auto_approval_seconds, b.appeal_seconds,
    b.reopen_rejected, b.group_key`;

const LOCK = `
  select ${LOCKED} from assignment a join batch b on b.home = $1 and b.id = a.batch_id
  where a.home = $1 and a.id = any($2::uuid[]) order by a.id for no key update of a`;

const LOCK_TO_ANSWER = `
  select ${LOCKED}, b.form, t.key, a.accepted_at
  from assignment a
  join batch b on b.home = $1 and b.id = a.batch_id
  join task t on t.home = $1 and t.id = a.task_id
  where a.home = $1 and a.id = $2 for no key update of a`;

const SUBMIT = `
  update assignment set state = 'submitted', submitted_at = $3, due_at = $4, active_seconds = $5,
    versions = 1, gold_right = null
  where home = $1 and id = $2`;

const ANSWER = `
  insert into answer (home, assignment_id, version, fields, at) values ($1, $2, $3, $4, $5)`;

const COUNT = `
  update batch_worker set live = live + $5, waiting = waiting + $6, approved = approved + $7,
    earned_minor = earned_minor + $8, active_seconds = active_seconds + $9,
    measured = measured + $10, decision_seconds = decision_seconds + $11, events = events + 1,
    touched_at = $3
  where home = $1 and batch_id = $2 and worker_id = $4
  returning worker_id, events`;

const APPROVE = `
  update assignment set state = 'approved', decided_at = $3, due_at = null, held_minor = 0
  where home = $1 and id = any($2::uuid[])`;

const PURSES = `
  select id, balance_minor, lines from ledger_account where home = $1 and id = any($2::uuid[])
  order by kind in ('fee_income', 'in_transit', 'outside'), id for update`;

const TRANSFERS = `
  insert into transfer (home, id, currency, debit_id, credit_id, amount_minor, act, reference,
    root_id, subject_id, event_id, event_home, debit_line, credit_line, debit_balance_minor,
    credit_balance_minor, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17),
    ($18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)`;

const BALANCES = `
  update ledger_account set balance_minor = v.balance_minor, lines = v.lines
  from (values ($2::uuid, $3::bigint, $4::bigint), ($5::uuid, $6::bigint, $7::bigint),
    ($8::uuid, $9::bigint, $10::bigint)) v (id, balance_minor, lines)
  where ledger_account.home = $1 and ledger_account.id = v.id`;
