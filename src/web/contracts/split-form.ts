/** The answer for every cent in escrow, as it was typed. Server only. */
import { z } from 'zod';
import type { EndingLine } from '#domain/contracts/ending.ts';
import type { ContractPage } from '#domain/contracts/queries/contract-page.ts';
import { parseAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';

const line = z.object({
  milestoneId: z.uuid(),
  toFreelancer: z.string(),
  toClient: z.string(),
});

export const splitSchema = z.object({
  lines: z.array(line).max(200),
  note: z.string().max(2_000).optional(),
});

type TypedLine = z.output<typeof line>;

/** The typed pairs as an ending; refuses `split_must_sum` at the pair that does not come to its sum. */
export function splitLines(typed: readonly TypedLine[], page: ContractPage): EndingLine[] {
  const { currency } = page.contract;
  return typed.map(({ milestoneId, toFreelancer, toClient }, at) => {
    const milestone = page.milestones.find((one) => one.id === milestoneId);
    const field = `lines.${at}.toClient`;
    const toFreelancerMinor = parseAmount(toFreelancer, currency, `lines.${at}.toFreelancer`);
    const toClientMinor = parseAmount(toClient, currency, field);
    const heldMinor = milestone?.amountMinor ?? 0n;
    if (toFreelancerMinor + toClientMinor !== heldMinor) {
      refuse('split_must_sum', { currency, amountMinor: heldMinor.toString() }, field);
    }
    return { milestoneId, toFreelancerMinor, toClientMinor };
  });
}
