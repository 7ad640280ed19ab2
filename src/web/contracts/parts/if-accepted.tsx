import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn, settlementIfAccepted, shareWords } from '../contract-view.ts';

/** Where a milestone's money goes when it is accepted: both sums and the fee between them. */
export function IfAccepted({
  data,
  milestone,
}: {
  data: Pick<ContractData, 'page' | 'people'>;
  milestone: MilestoneSight;
}) {
  const { page, people } = data;
  const { outcome } = text.contracts;
  const settlement = settlementIfAccepted(page, milestone);
  const money = (minor: bigint) => <Money amount={moneyIn(page, minor)} />;
  return (
    <MoneyLines className="text-sm">
      <MoneyLine label={outcome.leaves}>{money(settlement.grossMinor)}</MoneyLine>
      <MoneyLine kind="sub" label={outcome.fee(shareWords(page.contract.feeRules.freelancer))}>
        {money(-settlement.freelancerFeeMinor)}
      </MoneyLine>
      <MoneyLine kind="sum" label={outcome.receives(people.freelancer)}>
        {money(settlement.toFreelancerMinor)}
      </MoneyLine>
    </MoneyLines>
  );
}
