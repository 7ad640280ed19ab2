import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { web } from '#web/context.ts';
import { shareOf } from '#web/landing/fee-words.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/fees.ts';
import { CalculatorAnswer } from './calculator-answer.tsx';
import { CalculatorForm } from './calculator-form.tsx';
import { RuleTable } from './fee-rule-words.tsx';
import { feesAsked } from './fees-asked.ts';

export const handle: PageHandle = { nav: 'fees', enhance: ['ask-again'] };

const words = text.fees;

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, now } = web(context);
  const terms = await marketTerms(readDb);
  const asked = feesAsked(new URL(request.url).searchParams, terms.baseCurrency);
  const { kind: contractKind, currency } = asked;
  const rules = await feeRulesAt(readDb, { contractKind, currency, at: now });
  const ofTasks = await feeRulesAt(readDb, { contractKind: 'task', currency, at: now });
  return { terms, rules, ofTasks: ofTasks.client, asked };
}

/** The fee rule in force in plain words, with its tiers, and what it makes of a payment in mind. */
export default function Fees({ loaderData }: Route.ComponentProps) {
  const { terms, rules, ofTasks, asked } = loaderData;
  const share = { freelancer: shareOf(rules.freelancer), client: shareOf(rules.client) };
  const head = <PageHead title={words.head(share.freelancer, share.client)} />;
  const { currency } = asked;
  return (
    <WorkPage head={head}>
      <div>
        <p className="text-lg max-w-[56ch]">{words.lead}</p>
        <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem] items-start">
          <Section id="calculator" title={words.calculator.title}>
            <CalculatorForm asked={asked} />
          </Section>
          <CalculatorAnswer asked={asked} rules={rules} />
        </div>
      </div>
      <Section
        id="rule"
        title={words.calculator.rule(words.calculator.kinds[asked.kind], currency)}
      >
        <RuleTable payer={words.payers.freelancer} rule={rules.freelancer} currency={currency} />
        <RuleTable payer={words.payers.client} rule={rules.client} currency={currency} />
      </Section>
      <Section id="tasks" title={words.tasksTitle(currency)}>
        <p className="mt-1 max-w-[62ch]">{words.tasksLead}</p>
        <RuleTable payer={words.payers.client} rule={ofTasks} currency={currency} />
      </Section>
      <Section id="terms" title={words.terms}>
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300 max-w-[62ch]">
          {termLines(terms.securityDays).map((line) => (
            <li key={line} className="py-2.5">
              {line}
            </li>
          ))}
        </ul>
      </Section>
    </WorkPage>
  );
}

function termLines(securityDays: number): string[] {
  const { kept, rounding, refund, currency, security, outside } = words.list;
  return [kept, rounding, refund, currency, security(securityDays), outside];
}
