import { newId } from '#domain/kernel/ids.ts';
import { oneLine } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import type { MailText } from '../mail-texts.ts';

export type NewMail = MailText & {
  recipient: string;
  /** The mail carries a link that opens something: its text is wiped once it is sent. */
  secret: boolean;
  /** What made it: the kind of the event, or the act. */
  reason: string;
  /** The member who had it sent to an address that it typed. */
  askedBy?: string;
};

/** Puts a mail into the outbox; it leaves after the commit. */
export async function queueMail(ctx: Context, mail: NewMail): Promise<null> {
  await ctx.tx
    .insertInto('mail')
    .values({
      id: newId(ctx.home, ctx.now),
      recipient: mail.recipient,
      subject: oneLine(mail.subject),
      bodyText: mail.text,
      secret: mail.secret,
      reason: mail.reason,
      askedBy: mail.askedBy ?? null,
      createdAt: ctx.now,
    })
    .execute();
  return null;
}
