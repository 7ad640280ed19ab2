import { queueMail } from '#domain/accounts/commands/queue-mail.ts';
import { may } from '#domain/accounts/permission.ts';
import {
  membersOfParties,
  type PartyMember,
  partyNames,
} from '#domain/accounts/queries/members-of-parties.ts';
import { ALL_SCOPES } from '#domain/kernel/actor.ts';
import { type EventKind, type RootKind, WORKERS_ACTS } from '#domain/kernel/event.ts';
import { newId, shortName } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { type NoticeRule, noticeRules, type Side, type ToldKind } from '../notice.ts';
import { type NoticeData, NoticeFacts, plainValues } from '../notice-facts.ts';
import { noticeMail } from '../notice-mail.ts';
import { noticeWords } from '../notice-words.ts';
import { audienceOf, type ToldEvent } from '../queries/audience.ts';

export type TellMembers = {
  eventId: string;
  /** The address that people use, without a slash at its end. */
  baseUrl: string;
};

type Event = ToldEvent & { id: string; actorMemberId: string | null; at: Date };
type Reader = PartyMember & { side: Side };

const RULE_NAME = 'The contract';

/**
 * Tells the members whom an event concerns: a row each, and a mail to those who want mails; run it
 * with the event's id as root. Each member is told once of an event, however often this is done.
 */
export async function tellMembers(ctx: Context, input: TellMembers): Promise<{ told: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed');
  const event = await readEvent(ctx, input.eventId);
  const rules = event === undefined ? [] : noticeRules(event);
  if (event === undefined || rules.length === 0) return { told: 0 };
  const db = ctx.tx as unknown as ReadDb;
  const names = await partyNames(db, [event.actorPartyId, event.rootId, event.subjectId]);
  const veiled = WORKERS_ACTS.includes(event.kind) ? event.actorMemberId : null;
  const nameOf = (id: string | null) => {
    if (id === null) return undefined;
    return id === veiled ? shortName(id) : names.get(id);
  };
  const data: NoticeData = {
    ...plainValues(event.data),
    who: nameOf(event.actorPartyId) ?? RULE_NAME,
    owner: nameOf(event.rootId) ?? '',
    subject: nameOf(event.subjectId) ?? '',
  };
  let told = 0;
  for (const rule of rules) {
    for (const reader of await readersOf(db, event, rule)) {
      told += await tell(ctx, { event, rule, reader, data, baseUrl: input.baseUrl });
    }
  }
  return { told };
}

async function readEvent(ctx: Context, id: string): Promise<Event | undefined> {
  const row = await ctx.tx
    .selectFrom('event')
    .select(['id', 'kind', 'rootKind', 'rootId', 'subjectId', 'actorMemberId', 'actorPartyId'])
    .select(['data', 'at'])
    .where('home', '=', ctx.home)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const kind = row.kind as EventKind;
  return { ...row, kind, rootKind: row.rootKind as RootKind, data: row.data as Event['data'] };
}

/** Who is told by this rule: whose role permits it, and not whoever did it. */
async function readersOf(db: ReadDb, event: Event, rule: NoticeRule): Promise<Reader[]> {
  const told = await audienceOf(db, event, rule.tells);
  const sides = new Map(told.map(({ partyId, side }) => [partyId, side]));
  const members = await membersOfParties(db, [...sides.keys()]);
  return members.flatMap((member) => {
    const side = sides.get(member.partyId);
    const out = member.suspended && event.kind !== 'member.suspended';
    if (side === undefined || out || member.memberId === event.actorMemberId) return [];
    const actor = { ...member, kind: 'member' as const, scopes: ALL_SCOPES, operator: false };
    return may(actor, rule.needs) ? [{ ...member, side }] : [];
  });
}

async function tell(
  ctx: Context,
  notice: { event: Event; rule: NoticeRule; reader: Reader; data: NoticeData; baseUrl: string },
): Promise<number> {
  const { event, rule, reader, baseUrl } = notice;
  const data = { ...notice.data, side: reader.side };
  const id = newId(ctx.home, ctx.now);
  const row = await ctx.tx
    .insertInto('notification')
    .values({
      id,
      memberId: reader.memberId,
      partyId: reader.partyId,
      eventId: event.id,
      kind: event.kind,
      data: JSON.stringify(data),
      link: rule.link(event),
      createdAt: event.at,
    })
    .onConflict((conflict) => conflict.columns(['memberId', 'eventId', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return 0;
  if (reader.mailNotices && rule.mail !== false) {
    const words = noticeWords(event.kind as ToldKind, new NoticeFacts(data, reader.timeZone));
    const around = {
      marketName: await marketName(ctx),
      baseUrl,
      notificationId: id,
      party: reader.role === 'self' ? null : await nameOfParty(ctx, reader.partyId),
    };
    const mail = { recipient: reader.email, secret: false, reason: event.kind };
    await queueMail(ctx, { ...noticeMail(words, around), ...mail });
  }
  return 1;
}

async function marketName(ctx: Context): Promise<string> {
  const { name } = await ctx.tx.selectFrom('marketTerms').select('name').executeTakeFirstOrThrow();
  return name;
}

async function nameOfParty(ctx: Context, partyId: string): Promise<string | null> {
  return (await partyNames(ctx.tx as unknown as ReadDb, [partyId])).get(partyId) ?? null;
}
