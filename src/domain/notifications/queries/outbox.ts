import { requireOperator } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';

export type OutboxMail = {
  id: string;
  recipient: string;
  subject: string;
  reason: string;
  secret: boolean;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string;
};

/** Mails of this marketplace, newest first; for operators. */
export async function outbox(
  db: ReadDb,
  actor: Actor,
  question: { unsent?: boolean; cursor?: string; limit: number },
): Promise<Page<OutboxMail>> {
  requireOperator(actor);
  const { unsent = false, cursor, limit } = question;
  let query = mails(db)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (unsent) query = query.where('sentAt', 'is', null);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) => on(on.refTuple('createdAt', 'id'), '<', on.tuple(at, id)));
  }
  return toPage(await query.execute(), limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/**
 * One mail with its text. A text that opens something is given only while mails are not really
 * sent (`delivers` false): then the outbox is the only mailbox there is. Refuses `not_found`.
 */
export async function outboxMail(
  db: ReadDb,
  actor: Actor,
  question: { id: string; delivers: boolean },
): Promise<OutboxMail & { text: string | null }> {
  requireOperator(actor);
  const row = isId(question.id)
    ? await mails(db).select('bodyText').where('id', '=', question.id).executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'mail' });
  const { bodyText, ...mail } = row;
  return { ...mail, text: mail.secret && question.delivers ? null : bodyText };
}

/** How many mails wait, up to `most`: more than that is "many". */
export async function unsentMails(db: ReadDb, most: number): Promise<number> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('sentAt', 'is', null)
    .limit(most)
    .execute();
  return rows.length;
}

function mails(db: ReadDb) {
  return db
    .selectFrom('mail')
    .select(['id', 'recipient', 'subject', 'reason', 'secret', 'createdAt', 'sentAt'])
    .select(['attempts', 'lastError']);
}
