import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { chars, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  MOST_OPEN_REPORTS,
  NOTE_CHARS,
  REASON_WORDS,
  REPORT_STATES,
  type ReportReason,
  type SubjectKind,
} from '../abuse.ts';
import { reportSubject } from '../queries/report-subject.ts';

export type ReportAbuse = {
  subjectKind: SubjectKind;
  /** A reply has the id of its feedback. */
  subjectId: string;
  reason: ReportReason;
  note?: string;
};

const AN_HOUR = 3_600;

/**
 * A member tells the operators of content that everybody sees; run it with the content's id as
 * root. Refuses `not_found` for what is not shown, `not_allowed` for one's own, `already_done` while an
 * earlier report of the same content waits, and `rate_limited` while 20 of the member's wait.
 */
export async function reportAbuse(ctx: Context, input: ReportAbuse): Promise<{ reportId: string }> {
  // Whoever may take part may report, in its own name.
  const actor = requireMember(ctx.actor, 'post');
  const note = storable(input.note ?? '');
  if (chars(note) > NOTE_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: NOTE_CHARS }, 'note');
  }
  if (input.reason === 'other' && note === '') {
    refuse('input_invalid', { rule: 'required' }, 'note');
  }
  const db = ctx.tx as unknown as ReadDb;
  const subject = await reportSubject(db, input.subjectKind, input.subjectId);
  if (subject === undefined || !subject.shown) {
    return refuse('not_found', { thing: input.subjectKind });
  }
  const { aboutParty, aboutName, what } = subject;
  if (aboutParty === actor.partyId || aboutParty === actor.memberId) {
    refuse('not_allowed', { act: 'report' });
  }
  await assertRoom(ctx, actor);
  const reportId = newId(ctx.home, ctx.now);
  const written = await ctx.tx
    .insertInto('abuseReport')
    .values({
      id: reportId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      aboutParty,
      reportedBy: actor.memberId,
      reason: input.reason,
      note,
      state: nextState(REPORT_STATES, null, { act: 'report', who: 'member' }),
      reportedAt: ctx.now,
    })
    .onConflict((conflict) =>
      // As text: a generic plan knows no parameter's value and would not find the partial index.
      conflict
        .columns(['subjectId', 'subjectKind', 'reportedBy'])
        .where(sql<boolean>`state = 'open'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) refuse('already_done', { thing: 'report', act: 'report' });
  const event = { ...ctx, home: homeOf(aboutParty) };
  const reasonWords = REASON_WORDS[input.reason];
  await appendEvent(event, {
    kind: 'abuse.reported',
    rootKind: 'party',
    rootId: aboutParty,
    subjectId: subject.id,
    // Who is reported does not read by whom.
    parties: [actor.memberId],
    data: { reportId, what, aboutName, reasonWords, reason: input.reason },
  });
  return { reportId };
}

async function assertRoom(ctx: Context, { memberId }: MemberActor): Promise<void> {
  const { count } = await ctx.tx
    .selectFrom('abuseReport')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('reportedBy', '=', memberId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MOST_OPEN_REPORTS)) {
    refuse('rate_limited', { limit: MOST_OPEN_REPORTS, retryAfterSeconds: AN_HOUR });
  }
}
