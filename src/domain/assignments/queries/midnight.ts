import { sql } from 'kysely';

/** When the day of now began, where the reader lives. */
export function midnight(timeZone: string, now: Date) {
  return sql`(date_trunc('day', ${now}::timestamptz at time zone ${timeZone})
    at time zone ${timeZone})`;
}
