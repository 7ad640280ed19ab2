import { z } from '@hono/zod-openapi';
import { REPORT_REASONS, SUBJECT_KINDS } from '#domain/reputation/abuse.ts';
import { decideReport } from '#domain/reputation/commands/decide-report.ts';
import { reportAbuse } from '#domain/reputation/commands/report-abuse.ts';
import {
  type ReportPage,
  type ReportRow,
  reportPage,
  reports,
} from '#domain/reputation/queries/reports.ts';
import { AT, CLIENT, FREELANCER, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeOrNull } from '../present.ts';
import { extended, id, instant, orNull, page, paging, text } from '../schema.ts';

const named = z.strictObject({ id, name: z.string() });
const state = z.enum(['open', 'kept', 'hidden']);
const reason = z.enum(REPORT_REASONS);
const subjectKind = z.enum(SUBJECT_KINDS);

const report = z
  .strictObject({
    id,
    subject_kind: subjectKind,
    subject_id: id,
    about: named,
    reported_by: named,
    reason,
    note: z.string(),
    state,
    reported_at: instant,
    decided_at: instant.nullable(),
    decided_by: z.string().nullable(),
    decision_note: z.string(),
  })
  .openapi('Report');

const subject = z
  .strictObject({ excerpt: z.string(), link: z.string(), shown: z.boolean() })
  .openapi('ReportSubject');

const whole = extended(report, {
  subject: orNull(subject).openapi({ description: 'As it is now; null when it is gone.' }),
  other_reports: z.int(),
}).openapi('ReportPage');

const example = {
  id: IDS.other,
  subject_kind: 'feedback' as const,
  subject_id: IDS.feedback,
  about: { id: CLIENT.id, name: CLIENT.name },
  reported_by: { id: FREELANCER.id, name: FREELANCER.name },
  reason: 'retaliation' as const,
  note: 'I had refused to work outside the contract.',
  state: 'open' as const,
  reported_at: AT,
  decided_at: null,
  decided_by: null,
  decision_note: '',
};

const wholeExample = {
  ...example,
  subject: {
    excerpt: '1 of 5 stars. Would not do us a favour.',
    link: `/freelancers/${FREELANCER.id}`,
    shown: true,
  },
  other_reports: 0,
};

const reported = z.strictObject({ id, state }).openapi('Reported');

export const reportOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/reports',
    id: 'reportAbuse',
    tag: 'Reputation',
    summary:
      'Tell the operators of feedback, a reply, a profile, a work, a project or a batch of tasks',
    description: 'A reply is named by the id of its feedback.',
    scope: 'work',
    body: {
      schema: z.strictObject({
        subject_kind: subjectKind,
        subject_id: id,
        reason,
        note: text(2_000).default(''),
      }),
      example: { subject_kind: 'feedback', subject_id: IDS.feedback, reason: 'retaliation' },
    },
    answer: {
      status: 201,
      schema: reported,
      example: { id: IDS.other, state: 'open' },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { subject_kind, subject_id, ...rest } = call.body;
      const input = { subjectKind: subject_kind, subjectId: subject_id, ...rest };
      const { reportId } = await call.act(reportAbuse, input, subject_id);
      return { body: { id: reportId, state: 'open' as const } };
    },
  }),
];

export const operatorReportOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/operator/reports',
    id: 'listReports',
    tag: 'Operator',
    summary: 'Reports of abuse: open ones the oldest first, decided ones the newest first',
    scope: 'read',
    operator: true,
    query: { ...paging, state: state.optional() },
    answer: { schema: page(report), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, query: { state, cursor, limit } }) {
      const paged = cursor === undefined ? { limit } : { cursor, limit };
      const { rows, next } = await reports(db, actor, { state, ...paged });
      return { body: { items: rows.map(present), next_cursor: next } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/reports/{reportId}',
    id: 'getReport',
    tag: 'Operator',
    summary: 'One report with what it is about',
    scope: 'read',
    operator: true,
    params: { reportId: id },
    answer: { schema: whole, example: wholeExample },
    async handle({ db, actor, params }) {
      return { body: presentWhole(await reportPage(db, actor, params.reportId)) };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/reports/{reportId}/decision',
    id: 'decideReport',
    tag: 'Operator',
    summary: 'Keep what was reported, or hide it; keeping what was hidden shows it again',
    scope: 'work',
    operator: true,
    params: { reportId: id },
    body: {
      schema: z.strictObject({ decision: z.enum(['keep', 'hide']), note: text(2_000, 1) }),
      example: { decision: 'hide', note: 'It says nothing of the work.' },
    },
    answer: { schema: whole, example: { ...wholeExample, state: 'hidden' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { reportId } = call.params;
      await call.act(decideReport, { reportId, ...call.body }, reportId);
      return { body: presentWhole(await reportPage(call.db, call.sight, reportId)) };
    },
  }),
];

function present(row: ReportRow): z.input<typeof report> {
  return {
    id: row.id,
    subject_kind: row.subjectKind,
    subject_id: row.subjectId,
    about: { id: row.aboutParty, name: row.aboutName },
    reported_by: { id: row.reportedBy, name: row.reporterName },
    reason: row.reason,
    note: row.note,
    state: row.state,
    reported_at: time(row.reportedAt),
    decided_at: timeOrNull(row.decidedAt),
    decided_by: row.deciderName,
    decision_note: row.decisionNote,
  };
}

function presentWhole(row: ReportPage): z.input<typeof whole> {
  const { subject: about, others } = row;
  const seen =
    about === null ? null : { excerpt: about.excerpt, link: about.link, shown: about.shown };
  return { ...present(row), subject: seen, other_reports: others };
}
