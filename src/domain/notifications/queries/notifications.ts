import type { MemberActor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ToldKind } from '../notice.ts';
import { type NoticeData, NoticeFacts } from '../notice-facts.ts';
import { type NoticeWords, noticeWords } from '../notice-words.ts';

export type Notification = NoticeWords & {
  id: string;
  kind: ToldKind;
  partyId: string;
  partyName: string;
  link: string;
  createdAt: Date;
  readAt: Date | null;
};

export type NotificationsQuestion = {
  unread?: boolean;
  cursor?: string;
  limit: number;
  timeZone: string;
};

/** What the member was told, for whichever party, newest first. */
export async function notifications(
  db: ReadDb,
  actor: MemberActor,
  question: NotificationsQuestion,
): Promise<Page<Notification>> {
  const { unread = false, cursor, limit, timeZone } = question;
  let query = ofMember(db, actor)
    .orderBy('notification.createdAt', 'desc')
    .orderBy('notification.id', 'desc')
    .limit(limit + 1);
  if (unread) query = query.where('readAt', 'is', null);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on(on.refTuple('notification.createdAt', 'notification.id'), '<', on.tuple(at, id)),
    );
  }
  const rows = await query.execute();
  return toPage(
    rows.map((row) => inWords(row, timeZone)),
    limit,
    (row) => ({ at: row.createdAt, id: row.id }),
  );
}

/** One notification of the member; refuses `not_found`. */
export async function notification(
  db: ReadDb,
  actor: MemberActor,
  question: { id: string; timeZone: string },
): Promise<Notification> {
  const { id, timeZone } = question;
  const row = isId(id)
    ? await ofMember(db, actor).where('notification.id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'notification' });
  return inWords(row, timeZone);
}

function ofMember(db: ReadDb, actor: MemberActor) {
  return db
    .selectFrom('notification')
    .innerJoin('party', 'party.id', 'notification.partyId')
    .select(['notification.id', 'notification.kind', 'notification.data', 'partyId'])
    .select(['party.name as partyName', 'link', 'notification.createdAt', 'readAt'])
    .where('memberId', '=', actor.memberId);
}

type Row = Awaited<ReturnType<ReturnType<typeof ofMember>['execute']>>[number];

function inWords({ data, ...row }: Row, timeZone: string): Notification {
  const kind = row.kind as ToldKind;
  return { ...row, kind, ...noticeWords(kind, new NoticeFacts(data as NoticeData, timeZone)) };
}
