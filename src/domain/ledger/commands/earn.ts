import { newId } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';

export type Earning = {
  contractId: string;
  milestoneId: string;
  partyId: string;
  currency: string;
  amountMinor: bigint;
  securityDays: number;
};

const DAY_MS = 86_400_000;

/** Notes that an amount in a party's earnings account becomes available after its security days. */
export async function noteEarning(ctx: Context, earning: Earning): Promise<{ availableAt: Date }> {
  const { securityDays, ...row } = earning;
  const availableAt = new Date(ctx.now.getTime() + securityDays * DAY_MS);
  if (earning.amountMinor === 0n) return { availableAt };
  await ctx.tx
    .insertInto('earning')
    .values({ ...row, id: newId(ctx.home, ctx.now), earnedAt: ctx.now, availableAt })
    .execute();
  return { availableAt };
}
