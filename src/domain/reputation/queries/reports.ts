import { sql } from 'kysely';
import { requireOperator } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ReportReason, ReportState, SubjectKind } from '../abuse.ts';
import { type ReportSubject, reportSubject } from './report-subject.ts';

export type ReportRow = {
  id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  aboutParty: string;
  aboutName: string;
  reportedBy: string;
  reporterName: string;
  reason: ReportReason;
  note: string;
  state: ReportState;
  reportedAt: Date;
  decidedAt: Date | null;
  deciderName: string | null;
  decisionNote: string;
};

export type ReportsQuestion = { state?: ReportState | undefined; cursor?: string; limit: number };

/** Reports for the operator: open ones the oldest first, all others the newest first. */
export async function reports(
  db: ReadDb,
  actor: Actor,
  { state, cursor, limit }: ReportsQuestion,
): Promise<Page<ReportRow>> {
  requireOperator(actor);
  const open = state === 'open';
  const order = open ? 'asc' : 'desc';
  let query = rows(db)
    .orderBy('reportedAt', order)
    .orderBy('abuseReport.id', order)
    .limit(limit + 1);
  if (state !== undefined) query = query.where('abuseReport.state', '=', state);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    const row = sql`(reported_at, abuse_report.id)`;
    query = query.where(
      open
        ? sql<boolean>`${row} > (${at}, ${id}::uuid)`
        : sql<boolean>`${row} < (${at}, ${id}::uuid)`,
    );
  }
  const found = (await query.execute()) as ReportRow[];
  return toPage(found, limit, (row) => ({ at: row.reportedAt, id: row.id }));
}

export type ReportPage = ReportRow & {
  /** What was reported as it is now; null when it is gone. */
  subject: ReportSubject | null;
  /** Other reports of the same content. */
  others: number;
};

/** One report with what it is about; refuses `not_found`. */
export async function reportPage(db: ReadDb, actor: Actor, id: string): Promise<ReportPage> {
  requireOperator(actor);
  const row = isId(id)
    ? await rows(db).where('abuseReport.id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'report' });
  const report = row as ReportRow;
  const { count } = await db
    .selectFrom('abuseReport')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('subjectId', '=', report.subjectId)
    .where('subjectKind', '=', report.subjectKind)
    .where('id', '<>', report.id)
    .executeTakeFirstOrThrow();
  const subject = await reportSubject(db, report.subjectKind, report.subjectId);
  return { ...report, subject: subject ?? null, others: Number(count) };
}

/** How many reports wait for a decision, up to `most`, and since when. */
export async function waitingReports(
  db: ReadDb,
  most: number,
): Promise<{ count: number; oldest: Date | null }> {
  const found = await db
    .selectFrom('abuseReport')
    .select('reportedAt')
    .where('state', '=', 'open')
    .orderBy('reportedAt')
    .limit(most)
    .execute();
  return { count: found.length, oldest: found[0]?.reportedAt ?? null };
}

/** What the operator who hid this content wrote to its author; null where nothing of it is hidden. */
export async function whyHidden(
  db: ReadDb,
  kind: SubjectKind,
  subjectId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('abuseReport')
    .select('decisionNote')
    .where('subjectId', '=', subjectId)
    .where('subjectKind', '=', kind)
    .where('state', '=', 'hidden')
    .orderBy('decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.decisionNote ?? null;
}

function rows(db: ReadDb) {
  return db
    .selectFrom('abuseReport')
    .innerJoin('party as about', 'about.id', 'abuseReport.aboutParty')
    .innerJoin('party as reporter', 'reporter.id', 'abuseReport.reportedBy')
    .leftJoin('party as decider', 'decider.id', 'abuseReport.decidedBy')
    .select(['abuseReport.id', 'subjectKind', 'subjectId', 'aboutParty', 'about.name as aboutName'])
    .select(['reportedBy', 'reporter.name as reporterName', 'reason', 'note', 'abuseReport.state'])
    .select(['reportedAt', 'decidedAt', 'decider.name as deciderName', 'decisionNote']);
}
