import { type RawBuilder, sql } from 'kysely';
import {
  type CursorType,
  decodeOrderCursor,
  encodeOrderCursor,
} from '#domain/kernel/order-cursor.ts';
import { type Held, mayDo } from '#domain/qualifications/meets.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { WorkSort } from '../work-question.ts';

export type WorkQuestion = {
  text?: string;
  sort?: WorkSort;
  /** Only what the worker may accept. */
  qualified?: boolean;
  /** Pay of an hour, and the currency that is meant. */
  leastHourlyMinor?: bigint;
  leastRewardMinor?: bigint;
  currency?: string;
  clientId?: string;
  /** Only what was ordered after this. */
  since?: Date;
  cursor?: string;
  limit: number;
};

/** Who looks; null for a visitor, who is shown everything that is not hidden from some. */
export type Seeker = { workerId: string; held: Held } | null;

export type WorkOffer = {
  batchId: string;
  clientId: string;
  clientName: string;
  title: string;
  description: string;
  keywords: string[];
  requirements: Requirement[];
  currency: string;
  rewardMinor: bigint;
  timeLimitSeconds: number;
  available: bigint;
  medianActiveSeconds: number | null;
  hourlyMinor: bigint | null;
  orderedAt: Date;
  expiresAt: Date;
  /** Whether the seeker may look at a task, and take one. */
  mayPreview: boolean;
  mayAccept: boolean;
  /** How the client treats workers; null while it has no record. */
  client: ClientRecord | null;
};

export type ClientRecord = {
  approved: bigint;
  rejected: bigint;
  appealsUpheld: bigint;
  /** Mean seconds from a submission to its decision; null while nothing is decided. */
  decisionSeconds: number | null;
  hourlyMinor: bigint | null;
  hourlyCurrency: string | null;
};

type Row = Omit<WorkOffer, 'mayPreview' | 'mayAccept' | 'client'> & {
  place: string;
  clientApproved: bigint | null;
  clientRejected: bigint | null;
  appealsUpheld: bigint | null;
  decisionSeconds: bigint | null;
  clientHourly: bigint | null;
  clientCurrency: string | null;
};

/** What a list is sorted by; of equals the newest id is first. */
const ORDERS: Record<WorkSort, { by: RawBuilder<unknown>; type: CursorType }> = {
  best: {
    by: sql`l.priority * 1000000 + least(coalesce(l.hourly_minor, 0), 999999)`,
    type: 'bigint',
  },
  hourly: { by: sql`coalesce(l.hourly_minor, 0)`, type: 'bigint' },
  reward: { by: sql`l.reward_minor`, type: 'bigint' },
  newest: { by: sql`l.ordered_at`, type: 'timestamptz' },
  left: { by: sql`l.available`, type: 'bigint' },
};

/** Rows that are looked at for one page, since some are not the seeker's to see. */
const LOOK = 200;
const LOOKS = 5;

/** One page of open batches with free slots. Refuses a foreign cursor. */
export async function findWork(
  db: ReadDb,
  seeker: Seeker,
  question: WorkQuestion,
): Promise<{ rows: WorkOffer[]; next: string | null }> {
  const { limit, sort = 'best' } = question;
  const found: WorkOffer[] = [];
  let after = question.cursor;
  let full: string | null = null;
  for (let look = 0; look < LOOKS; look += 1) {
    const rows = await readRows(db, seeker, { ...question, sort, after });
    for (const row of rows) {
      const offer = offerOf(row, seeker, question);
      // One more than the page holds is there.
      if (offer !== null && full !== null) return { rows: found, next: full };
      after = encodeOrderCursor({ order: sort, value: row.place, id: row.batchId });
      if (offer !== null) found.push(offer);
      if (found.length === limit) full ??= after;
    }
    if (rows.length < LOOK) return { rows: found, next: null };
  }
  return { rows: found, next: full ?? after ?? null };
}

function offerOf(row: Row, seeker: Seeker, question: WorkQuestion): WorkOffer | null {
  const held = seeker?.held ?? null;
  const may = (act: 'discover' | 'preview' | 'accept') =>
    held === null
      ? row.requirements.every((one) => act === 'accept' || one.guards === 'accept')
      : mayDo(act, row.requirements, held);
  const seen =
    held === null ? !row.requirements.some((one) => one.guards === 'discover') : may('discover');
  if (!seen) return null;
  const mayAccept = may('accept');
  if (question.qualified === true && !mayAccept) return null;
  const { place: _place, clientApproved, clientRejected, appealsUpheld, ...rest } = row;
  const { decisionSeconds, clientHourly, clientCurrency, ...offer } = rest;
  const decided = (clientApproved ?? 0n) + (clientRejected ?? 0n);
  return {
    ...offer,
    mayPreview: may('preview'),
    mayAccept,
    client:
      clientApproved === null
        ? null
        : {
            approved: clientApproved,
            rejected: clientRejected ?? 0n,
            appealsUpheld: appealsUpheld ?? 0n,
            decisionSeconds:
              decided === 0n ? null : Math.round(Number(decisionSeconds ?? 0n) / Number(decided)),
            hourlyMinor: clientHourly,
            hourlyCurrency: clientCurrency,
          },
  };
}

function readRows(
  db: ReadDb,
  seeker: Seeker,
  question: WorkQuestion & { sort: WorkSort; after: string | undefined },
): Promise<Row[]> {
  const { by, type } = ORDERS[question.sort];
  const after =
    question.after === undefined
      ? null
      : decodeOrderCursor(question.after, { [question.sort]: type });
  const behind =
    after === null
      ? sql`true`
      : sql`(${by}, l.batch_id) < (${after.value}::${sql.raw(type)}, ${after.id}::uuid)`;
  return readSql(
    db,
    sql<Row>`
    select l.batch_id, l.client_id, p.name as client_name, l.title, l.description, l.keywords,
      l.requirements, l.currency, l.reward_minor, l.time_limit_seconds, l.available,
      l.median_active_seconds, l.hourly_minor, l.ordered_at, l.expires_at, (${by})::text as place,
      r.approved as client_approved, r.rejected as client_rejected, r.appeals_upheld,
      r.decision_seconds, r.hourly_minor as client_hourly, r.hourly_currency as client_currency
    from batch_listing l
    join party p on p.id = l.client_id
    left join task_client_record r on r.client_id = l.client_id
    where l.state = 'open' and l.available > 0 and ${behind}
      and ${sql.join(conditions(question), sql` and `)}
      ${seeker === null ? sql`` : sql`and ${openTo(seeker.workerId)}`}
    order by ${by} desc, l.batch_id desc limit ${LOOK}`,
  );
}

function conditions(question: WorkQuestion): RawBuilder<unknown>[] {
  const { text = '', leastHourlyMinor, leastRewardMinor, currency, clientId, since } = question;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? [];
  return [
    sql`true`,
    // Signs alone are in no batch; that is not the same as to ask for nothing.
    ...(words.length === 0 && text.trim() !== '' ? [sql`false`] : []),
    ...(words.length === 0 ? [] : [sql`l.words @@ (select ${allBegun(words)})`]),
    ...(leastHourlyMinor === undefined ? [] : [sql`l.hourly_minor >= ${leastHourlyMinor}`]),
    ...(leastRewardMinor === undefined ? [] : [sql`l.reward_minor >= ${leastRewardMinor}`]),
    ...(currency === undefined ? [] : [sql`l.currency = ${currency}`]),
    ...(clientId === undefined ? [] : [sql`l.client_id = ${clientId}`]),
    ...(since === undefined ? [] : [sql`l.ordered_at > ${since}`]),
  ];
}

/**
 * As a tsquery: a word that begins so for each of these. Without accents a letter may be a sign
 * (ː is a colon, ½ is 1/2), so each is quoted afterwards.
 */
function allBegun(words: readonly string[]): RawBuilder<unknown> {
  return sql`to_tsquery('simple', string_agg(
      ''' ' || translate(unaccent(word), '''\\', '  ') || ''':*', ' & '))
    from unnest(${words}::text[]) word`;
}

/** Not of a client that blocked the worker, not of its own side, and not of a group it is through. */
function openTo(workerId: string): RawBuilder<unknown> {
  return sql`
    not exists (select from worker_block k
      where k.client_id = l.client_id and k.worker_id = ${workerId})
    and l.client_id <> ${workerId}
    and not exists (select from membership m
      where m.organization_id = l.client_id and m.member_id = ${workerId})
    and not exists (select from batch_group_worker g
      where g.client_id = l.client_id and g.group_key = l.group_key
        and g.worker_id = ${workerId} and g.taken >= l.group_limit)`;
}
