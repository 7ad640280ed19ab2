import { formatAmount, type Money as MoneyValue } from '#domain/kernel/money.ts';
import type { FeePreview, FeeRule, FeeRules } from '#domain/ledger/fee.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { shareOf } from '#web/landing/fee-words.ts';
import { text } from '#web/text/catalogue.ts';
import { MoneyLine, MoneyLines } from '#web/ui/money.tsx';

const words = text.proposals.money;

export type Sides = {
  rules: FeeRules;
  preview: FeePreview;
  currency: string;
  /** Who reads it, and what the other one is called. */
  reader: 'client' | 'freelancer';
  clientName: string;
  freelancerName: string;
};

/** What the client pays, down to what the freelancer receives; both read the same lines. */
export function MoneySides({ sides }: { sides: Sides }) {
  const { rules, preview, currency, reader, clientName, freelancerName } = sides;
  const sum = (name: string, amountMinor: bigint) => (
    <LiveMoney name={name} amount={{ amountMinor, currency }} />
  );
  return (
    <MoneyLines className="mt-2 text-sm">
      <MoneyLine label={words.price}>{sum('price', preview.amountMinor)}</MoneyLine>
      <MoneyLine
        kind="sub"
        label={isFree(rules.client) ? words.noClientFee : words.clientFee(shareOf(rules.client))}
      >
        {sum('clientFee', preview.clientFeeMinor)}
      </MoneyLine>
      <MoneyLine
        kind="sum"
        label={
          reader === 'client' ? (
            words.youPay
          ) : (
            <Phrase says={words.clientPaysName} values={{ name: clientName }} />
          )
        }
      >
        {sum('clientPays', preview.clientPaysMinor)}
      </MoneyLine>
      <MoneyLine label={words.price}>{sum('price', preview.amountMinor)}</MoneyLine>
      <MoneyLine kind="sub" label={words.freelancerFee(shareOf(rules.freelancer))}>
        {sum('freelancerFee', -preview.freelancerFeeMinor)}
      </MoneyLine>
      <MoneyLine
        kind="total"
        label={
          reader === 'freelancer' ? (
            words.receive
          ) : (
            <Phrase says={words.theyReceive} values={{ name: freelancerName }} />
          )
        }
      >
        {sum('receives', preview.freelancerReceivesMinor)}
      </MoneyLine>
    </MoneyLines>
  );
}

/** Money whose amount a script can draw again. */
function LiveMoney({ name, amount }: { name: string; amount: MoneyValue }) {
  const { amountMinor, currency } = amount;
  return (
    <span className="m">
      <span className="cur">{currency}</span>&nbsp;
      <span data-sum={name}>{formatAmount(amountMinor, currency)}</span>
    </span>
  );
}

function isFree({ tiers, minimumMinor }: FeeRule): boolean {
  return minimumMinor === null && tiers.every((tier) => tier.basisPoints === 0);
}

/** Where the lines come from. */
export function FeeNote() {
  return (
    <p className="mt-2 text-sm text-muted">
      {words.rule}{' '}
      <a className="ev" href="/fees">
        {words.ruleLink}
      </a>
    </p>
  );
}
