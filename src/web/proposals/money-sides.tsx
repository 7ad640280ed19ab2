import type { ReactNode } from 'react';
import type { FeePreview, FeeRules } from '#domain/ledger/fee.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { shareOf } from '#web/landing/fee-words.ts';
import { text } from '#web/text/catalogue.ts';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';

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
  const sum = (amountMinor: bigint) => <Money amount={{ amountMinor, currency }} />;
  const name = (of: string): ReactNode => of;
  return (
    <MoneyLines className="mt-2 text-sm">
      <MoneyLine label={words.price}>{sum(preview.amountMinor)}</MoneyLine>
      <MoneyLine
        kind="sub"
        label={
          preview.clientFeeMinor === 0n ? words.noClientFee : words.clientFee(shareOf(rules.client))
        }
      >
        {sum(preview.clientFeeMinor)}
      </MoneyLine>
      <MoneyLine
        kind="sum"
        label={
          reader === 'client' ? (
            words.youPay
          ) : (
            <Phrase says={words.clientPaysName} values={{ name: name(clientName) }} />
          )
        }
      >
        {sum(preview.clientPaysMinor)}
      </MoneyLine>
      <MoneyLine label={words.price}>{sum(preview.amountMinor)}</MoneyLine>
      <MoneyLine kind="sub" label={words.freelancerFee(shareOf(rules.freelancer))}>
        {sum(-preview.freelancerFeeMinor)}
      </MoneyLine>
      <MoneyLine
        kind="total"
        label={
          reader === 'freelancer' ? (
            words.receive
          ) : (
            <Phrase says={words.theyReceive} values={{ name: name(freelancerName) }} />
          )
        }
      >
        {sum(preview.freelancerReceivesMinor)}
      </MoneyLine>
    </MoneyLines>
  );
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
