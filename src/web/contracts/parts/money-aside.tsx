import type { ReactNode } from 'react';
import { type ContractSum, contractSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { EscrowBar } from '#web/ui/escrow-bar.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Fold, Panel } from '#web/ui/panel.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn, shareWords, sumIn } from '../contract-view.ts';

/** Where the money of the contract stands, and what the freelancer has had of it. */
export function MoneyAside({ data }: { data: ContractData }) {
  const { page, people, money } = data;
  const { contract } = page;
  const words = text.contracts.money;
  const { fundedMinor, heldMinor, releasedMinor, backMinor, clientFeeMinor } = money;
  const openMinor = money.unfundedMinor + money.unfundedFeeMinor;
  const wholeMinor = fundedMinor + openMinor;
  const withFee = clientFeeMinor > 0n || money.unfundedFeeMinor > 0n;
  const amount = (minor: bigint) => <Money amount={moneyIn(page, minor)} />;
  const proved = (sum: ContractSum, minor: bigint) => (
    <Proved data={data} sum={sum}>
      {amount(minor)}
    </Proved>
  );
  return (
    <Panel id="money" title={words.title(people.side !== null)}>
      <EscrowBar
        released={releasedMinor + clientFeeMinor}
        back={backMinor}
        held={heldMinor}
        unfunded={openMinor}
        label={words.bar(sumIn(page, wholeMinor), {
          released: sumIn(page, releasedMinor),
          back: sumIn(page, backMinor),
          held: sumIn(page, heldMinor),
          unfunded: sumIn(page, openMinor),
        })}
      />
      <MoneyLines className="mt-3 text-sm">
        <MoneyLine swatch="released" label={words.released(people.freelancer)}>
          {proved('released', releasedMinor)}
        </MoneyLine>
        {clientFeeMinor > 0n && (
          <MoneyLine kind="sub" label={words.clientFee(people.client)}>
            {proved('client-fee', clientFeeMinor)}
          </MoneyLine>
        )}
        {backMinor > 0n && (
          <MoneyLine swatch="back" label={words.back(people.client)}>
            {proved('back', backMinor)}
          </MoneyLine>
        )}
        <MoneyLine swatch="held" label={words.held}>
          {proved('escrow', heldMinor)}
        </MoneyLine>
        <MoneyLine kind="sum" label={words.paidIn(people.client)}>
          {proved('funded', fundedMinor)}
        </MoneyLine>
        {money.unfundedMinor > 0n && (
          <MoneyLine swatch="unfunded" label={words.unfunded}>
            {amount(money.unfundedMinor)}
          </MoneyLine>
        )}
        {money.unfundedFeeMinor > 0n && (
          <MoneyLine kind="sub" label={words.unfundedFee}>
            {amount(money.unfundedFeeMinor)}
          </MoneyLine>
        )}
        <MoneyLine kind="total" label={totalLabel(contract.pricing, withFee)}>
          {amount(wholeMinor)}
        </MoneyLine>
      </MoneyLines>
      <Received data={data} />
    </Panel>
  );
}

function totalLabel(pricing: 'fixed' | 'hourly', withFee: boolean): string {
  const words = text.contracts.money;
  if (pricing === 'hourly') return words.estimate;
  return withFee ? words.priceAndFee : words.price;
}

function Received({ data }: { data: ContractData }) {
  const { page, people, money } = data;
  const { contract } = page;
  const words = text.contracts.money;
  const amount = (minor: bigint) => <Money amount={moneyIn(page, minor)} />;
  return (
    <Fold summary={words.receivedTitle(people.freelancer)} open>
      <MoneyLines className="mt-1">
        <MoneyLine label={words.releasedLine}>
          <Proved data={data} sum="released">
            {amount(money.releasedMinor)}
          </Proved>
        </MoneyLine>
        <MoneyLine kind="sub" label={words.fee(shareWords(contract.feeRules.freelancer))}>
          <Proved data={data} sum="freelancer-fee">
            {amount(-money.freelancerFeeMinor)}
          </Proved>
        </MoneyLine>
        <MoneyLine kind="total" label={words.received}>
          <Proved data={data} sum="received">
            {amount(money.receivedMinor)}
          </Proved>
        </MoneyLine>
      </MoneyLines>
      <p className="text-muted mt-2">{words.security(contract.securityDays, people.freelancer)}</p>
    </Fold>
  );
}

function Proved({
  data,
  sum,
  children,
}: {
  data: ContractData;
  sum: ContractSum;
  children: ReactNode;
}) {
  return <Evidence href={contractSumHref(data.page.contract.id, sum)}>{children}</Evidence>;
}
