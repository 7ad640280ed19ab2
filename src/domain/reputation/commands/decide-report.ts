import { requireOperator } from '#domain/accounts/permission.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { chars, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  NOTE_CHARS,
  REPORT_STATES,
  type ReportDecision,
  type ReportState,
  type SubjectKind,
} from '../abuse.ts';
import { type ReportSubject, reportSubject } from '../queries/report-subject.ts';
import { showContent } from './show-content.ts';

export type DecideReport = { reportId: string; decision: ReportDecision; note: string };

/**
 * An operator keeps what was reported, or hides it; keeping what was hidden shows it again. It
 * answers all open reports of the same content, and tells who reported, and the author when
 * something changes for it. Run it with the report's id as root.
 */
export async function decideReport(
  ctx: Context,
  input: DecideReport,
): Promise<{ reportId: string; state: ReportState; answered: number }> {
  const operator = requireOperator(ctx.actor);
  const note = storable(input.note);
  if (note === '') refuse('input_invalid', { rule: 'required' }, 'note');
  if (chars(note) > NOTE_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: NOTE_CHARS }, 'note');
  }
  const report = await lockReport(ctx, input.reportId);
  const from = report.state as ReportState;
  const to = nextState(REPORT_STATES, from, { act: input.decision, who: 'operator' });
  const answered = await ctx.tx
    .updateTable('abuseReport')
    .set({ state: to, decidedBy: operator.memberId, decidedAt: ctx.now, decisionNote: note })
    .where('subjectId', '=', report.subjectId)
    .where('subjectKind', '=', report.subjectKind)
    .where((on) => on.or([on('state', '=', 'open'), on('id', '=', report.id)]))
    .returning(['id', 'reportedBy'])
    .execute();
  const db = ctx.tx as unknown as ReadDb;
  const subject = await reportSubject(db, report.subjectKind as SubjectKind, report.subjectId);
  if (subject === undefined) return { reportId: report.id, state: to, answered: answered.length };
  const hidden = to === 'hidden';
  const again = from === 'hidden' && subject.kind !== 'freelancer';
  const changed = subject.hidden !== hidden && (hidden || again);
  if (changed) await showContent(ctx, subject, !hidden);
  const tell = { subject, reportId: report.id, hidden, note };
  for (const memberId of new Set(answered.map((one) => one.reportedBy))) {
    await tellReporter(ctx, memberId, tell);
  }
  if (changed) await tellAuthor(ctx, tell);
  return { reportId: report.id, state: to, answered: answered.length };
}

async function lockReport(ctx: Context, id: string) {
  const report = isId(id)
    ? await ctx.tx
        .selectFrom('abuseReport')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  return report ?? refuse('not_found', { thing: 'report' });
}

type Tell = { subject: ReportSubject; reportId: string; hidden: boolean; note: string };

function tellReporter(ctx: Context, memberId: string, { subject, hidden, ...tell }: Tell) {
  const { aboutParty, aboutName, what, link } = subject;
  return appendEvent(
    { ...ctx, home: homeOf(aboutParty) },
    {
      kind: 'abuse.decided',
      rootKind: 'party',
      rootId: aboutParty,
      subjectId: memberId,
      parties: [memberId],
      data: { ...tell, hidden, what: `${what} of ${aboutName}`, link },
    },
  );
}

/** Whose content it is hears what changed for it, and not who reported it. */
function tellAuthor(ctx: Context, { subject, hidden, note }: Tell) {
  const { aboutParty, what, link, contractId } = subject;
  return appendEvent(
    { ...ctx, home: homeOf(aboutParty) },
    {
      kind: 'abuse.decided',
      rootKind: 'party',
      rootId: aboutParty,
      parties: [aboutParty],
      data: { toAuthor: true, hidden, what, note, link, contractId },
    },
  );
}
