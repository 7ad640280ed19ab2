import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { ScoreSide } from '../quality-score.ts';
import { RESPONSE } from '../response.ts';

export type DueScore = { id: string; partyId: string; side: ScoreSide };

const STALE_DAYS = 7;

/**
 * Scores to compute again: those that were computed a week ago, because outcomes age, and those of
 * freelancers whose time to answer an invitation has run out since.
 */
export async function dueScores(db: ReadDb, now: Date, limit: number): Promise<DueScore[]> {
  return readSql(
    db,
    sql<DueScore>`
      (select party_id || ' ' || side as id, party_id as "partyId", side
        from reputation
        where as_of <= ${now}::timestamptz - make_interval(days => ${STALE_DAYS})
        order by as_of limit ${limit})
      union
      (select freelancer_id || ' freelancer', freelancer_id, 'freelancer'
        from project_invitation as invitation
        left join reputation on party_id = freelancer_id and side = 'freelancer'
        where invited_at <= ${now}::timestamptz - make_interval(days => ${RESPONSE.answerDays})
          and invited_at > ${now}::timestamptz - make_interval(days => ${3 * RESPONSE.answerDays})
          and answered_at is null and declined_at is null and withdrawn_at is null
          and (as_of is null or as_of < invited_at + make_interval(days => ${RESPONSE.answerDays}))
        order by invited_at limit ${limit})
      limit ${limit}`,
  );
}
