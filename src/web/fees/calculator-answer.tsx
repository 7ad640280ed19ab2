import { formatMoney } from '#domain/kernel/money.ts';
import type { FeeRules } from '#domain/ledger/fee.ts';
import { feesOf } from '#domain/ledger/fee-backwards.ts';
import { text } from '#web/text/catalogue.ts';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { FeeBySlices } from './fee-rule-words.tsx';
import type { FeesQuestion } from './fees-asked.ts';

const words = text.fees.calculator;

/** Both sums of the payment in mind, and how the rule came to what lies between. */
export function CalculatorAnswer({ asked, rules }: { asked: FeesQuestion; rules: FeeRules }) {
  return (
    <section id="answer" className="pn" aria-labelledby="answer-title">
      <h2 id="answer-title" className="text-lg">
        {words.answer}
      </h2>
      <div role="status">
        <Sums asked={asked} rules={rules} />
      </div>
    </section>
  );
}

function Sums({ asked, rules }: { asked: FeesQuestion; rules: FeeRules }) {
  const { currency, who, lifetimeMinor } = asked;
  const found = asked.wrong === null ? feesOf(rules, asked) : null;
  if (asked.wrong !== null) return <p className="mt-2 text-sm text-muted">{words.waiting}</p>;
  if (found === null) return <p className="mt-2 text-sm">{words.impossible}</p>;
  const money = (amountMinor: bigint) => ({ amountMinor, currency });
  const payment = { amountMinor: found.amountMinor, lifetimeMinor };
  const says = words.says[who];
  const onTop = found.clientFeeMinor > 0n;
  return (
    <>
      <p className="mt-1 text-sm">
        {words.finding[who](
          formatMoney(money(found.clientPaysMinor)),
          formatMoney(money(found.freelancerReceivesMinor)),
        )}
      </p>
      <MoneyLines className="mt-2 text-sm">
        <MoneyLine label={says.pays}>
          <Money amount={money(found.clientPaysMinor)} />
        </MoneyLine>
        {onTop && (
          <MoneyLine
            kind="sub"
            label={
              <>
                {text.fees.clientFee}
                <FeeBySlices rule={rules.client} payment={payment} currency={currency} />
              </>
            }
          >
            <Money amount={money(-found.clientFeeMinor)} />
          </MoneyLine>
        )}
        {onTop && (
          <MoneyLine kind="sum" label={text.fees.price}>
            <Money amount={money(found.amountMinor)} />
          </MoneyLine>
        )}
        <MoneyLine
          kind="sub"
          label={
            <>
              {words.freelancerFee}
              <FeeBySlices rule={rules.freelancer} payment={payment} currency={currency} />
            </>
          }
        >
          <Money amount={money(-found.freelancerFeeMinor)} />
        </MoneyLine>
        <MoneyLine kind="total" label={says.receives}>
          <Money amount={money(found.freelancerReceivesMinor)} />
        </MoneyLine>
      </MoneyLines>
      {found.leftMinor > 0n && (
        <p className="mt-2 text-sm">{words.left(formatMoney(money(found.leftMinor)))}</p>
      )}
    </>
  );
}
