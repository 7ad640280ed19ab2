import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { type NewMail, queueMail } from './queue-mail.ts';

const DAY_MS = 86_400_000;

/** Mails within a day that members cause to addresses they typed. */
export const INVITATION_MAILS = { byMember: 100, toAddress: 10 } as const;

/**
 * Puts a mail into the outbox that a member has sent to an address of its choice. Counted here, so
 * that no door and no number of organizations makes the market send more. Refuses `rate_limited`.
 */
export async function queueInvitationMail(
  ctx: Context,
  { askedBy, ...mail }: Omit<NewMail, 'askedBy'> & { askedBy: string },
): Promise<null> {
  // Many at once stand in one line.
  await ctx.tx
    .selectFrom('member')
    .select('id')
    .where('id', '=', askedBy)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const { byMember, toAddress } = INVITATION_MAILS;
  await assertFewer(ctx, { column: 'askedBy', value: askedBy, limit: byMember });
  await assertFewer(ctx, { column: 'recipient', value: mail.recipient, limit: toAddress });
  return queueMail(ctx, { ...mail, askedBy });
}

/** Refuses while the mail that would be the last one allowed is younger than a day. */
async function assertFewer(
  { tx, now }: Context,
  count: { column: 'askedBy' | 'recipient'; value: string; limit: number },
): Promise<void> {
  const last = await tx
    .selectFrom('mail')
    .select('createdAt')
    .where(count.column, '=', count.value)
    .where('askedBy', 'is not', null)
    .where('createdAt', '>', new Date(now.getTime() - DAY_MS))
    .orderBy('createdAt', 'desc')
    .offset(count.limit - 1)
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return;
  const waitMs = last.createdAt.getTime() + DAY_MS - now.getTime();
  refuse('rate_limited', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
}
