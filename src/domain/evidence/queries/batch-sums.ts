/** The transfers in and out of a batch's escrow: what its sums on pages are recomputed from. */
import { sql } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { accountId, escrowOf } from '#domain/ledger/account.ts';
import { type BatchRow, findBatch } from '#domain/tasks/queries/find-batch.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/**
 * Into escrow, or out of it: to workers as rewards, bonuses or what makes up to the least pay, to
 * the marketplace, or back to the client.
 */
export type BatchPart = 'funded' | 'rewards' | 'bonuses' | 'top_ups' | 'fees' | 'back';

/** Transfers of one part and one act, added up. */
export type BatchTerm = {
  part: BatchPart;
  act: string;
  transfers: number;
  amountMinor: bigint;
  firstAt: Date;
  lastAt: Date;
};

export type BatchTransfer = {
  part: BatchPart;
  act: string;
  subjectId: string | null;
  amountMinor: bigint;
  at: Date;
  reference: string;
  eventId: string;
};

/** A batch's transfers by part and act, in the order of the first; for its client only. */
export async function batchTerms(
  db: ReadDb,
  actor: Actor,
  batchId: string,
): Promise<{ batch: BatchRow; terms: BatchTerm[] }> {
  const batch = await findBatch(db, actor, batchId);
  const terms = await readSql(
    db,
    sql<BatchTerm>`
    select part, act, count(*)::int as transfers, sum(amount_minor)::bigint as amount_minor,
      min(at) as first_at, max(at) as last_at
    from (${transfersOf(batch)}) t group by part, act order by min(at), part, act`,
  );
  return { batch, terms };
}

/** The newest transfers of some parts. */
export async function latestTransfers(
  db: ReadDb,
  batch: BatchRow,
  { parts, limit }: { parts: readonly BatchPart[]; limit: number },
): Promise<BatchTransfer[]> {
  return readSql(
    db,
    sql<BatchTransfer>`
    select * from (${transfersOf(batch)}) t where part = any(${[...parts]}::text[])
    order by at desc, reference limit ${limit}`,
  );
}

/** Every transfer of some parts, oldest first, page by page: a batch may have millions. */
export async function* everyTransfer(
  db: ReadDb,
  batch: BatchRow,
  parts: readonly BatchPart[],
): AsyncGenerator<BatchTransfer> {
  const page = 5_000;
  let after: { at: string; reference: string } | null = null;
  for (;;) {
    const behind: ReturnType<typeof sql> =
      after === null
        ? sql`true`
        : sql`(at, reference) > (${after.at}::timestamptz, ${after.reference})`;
    const rows: (BatchTransfer & { place: string })[] = await readSql(
      db,
      sql<BatchTransfer & { place: string }>`
      select *, at::text as place from (${transfersOf(batch)}) t
      where part = any(${[...parts]}::text[]) and ${behind}
      order by at, reference limit ${page}`,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = { at: last.place, reference: last.reference };
  }
}

function transfersOf(batch: BatchRow) {
  const home = homeOf(batch.id);
  const escrow = accountId(escrowOf(batch.id, batch.currency));
  return sql`
    select t.act, t.subject_id, t.amount_minor, t.at, t.reference, t.event_id,
      case when t.credit_id = ${escrow} then 'funded'
        when credit.kind = 'earnings' and t.act = 'bonus.given' then 'bonuses'
        when credit.kind = 'earnings' and t.act = 'work.topped_up' then 'top_ups'
        when credit.kind = 'earnings' then 'rewards'
        when credit.kind = 'fee_income' then 'fees'
        else 'back' end as part
    from transfer t
    join ledger_account credit on credit.home = t.home and credit.id = t.credit_id
    where t.home = ${home} and t.root_id = ${batch.id}
      and ${escrow} in (t.debit_id, t.credit_id)`;
}
