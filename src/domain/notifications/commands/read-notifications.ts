import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';

/** Marks one notification of the member as read; run it with the notification's id as root. */
export async function readNotification(
  ctx: Context,
  input: { notificationId: string },
): Promise<{ read: number }> {
  return mark(ctx, input.notificationId);
}

/** Marks everything the member was told of as read; run it with the member's id as root. */
export async function readAllNotifications(ctx: Context): Promise<{ read: number }> {
  return mark(ctx, null);
}

async function mark(ctx: Context, id: string | null): Promise<{ read: number }> {
  const { actor, now } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  let update = ctx.tx
    .updateTable('notification')
    .set({ readAt: now })
    .where('memberId', '=', actor.memberId)
    .where('readAt', 'is', null);
  if (id !== null) update = update.where('id', '=', id);
  const { numUpdatedRows } = await update.executeTakeFirst();
  return { read: Number(numUpdatedRows) };
}
