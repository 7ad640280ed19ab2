/** Which parts of the preview are shown and with which sums; the same on server and in browser. */
import { type FeeRules, previewFees } from '#domain/ledger/fee.ts';
import type { TypedMoney } from './typed-money.ts';

export type DrawnMoney = {
  /** The parts that show, by name: waiting or drawn, and how the milestones stand to the price. */
  shown: ReadonlySet<string>;
  /** Minor units by the name of their place. */
  sums: Readonly<Record<string, bigint>>;
};

export function drawMoney(
  money: TypedMoney | null,
  { rules, lifetimeMinor }: { rules: FeeRules; lifetimeMinor: bigint },
): DrawnMoney {
  const preview = previewFees(rules, money?.payments ?? [], lifetimeMinor);
  const milestones = money?.milestonesMinor ?? null;
  const rest = (money?.priceMinor ?? 0n) - (milestones ?? 0n);
  const stand = rest === 0n ? 'exact' : rest > 0n ? 'missing' : 'over';
  return {
    shown: new Set(
      money === null ? ['waiting'] : ['drawn', ...(milestones === null ? [] : [stand])],
    ),
    sums: {
      price: preview.amountMinor,
      clientFee: preview.clientFeeMinor,
      clientPays: preview.clientPaysMinor,
      freelancerFee: -preview.freelancerFeeMinor,
      receives: preview.freelancerReceivesMinor,
      milestones: milestones ?? 0n,
      rest: rest < 0n ? -rest : rest,
    },
  };
}
