import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { web } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { Route } from './+types/fees.ts';
import { FeeLines } from './cost-and-api.tsx';
import { exampleOf, limitOf, percent, shareOf } from './fee-words.ts';

const words = text.fees;

export function meta() {
  return [{ title: text.site.title(words.title) }];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, now } = web(context);
  const terms = await marketTerms(readDb);
  const currency = terms.baseCurrency;
  const rules = await feeRulesAt(readDb, { contractKind: 'fixed', currency, at: now });
  return { terms, rules, currency, example: exampleOf(rules, currency) };
}

/** The fee rule in force, in plain words, with its tiers and one worked example. */
export default function Fees({ loaderData }: Route.ComponentProps) {
  const { terms, rules, currency, example } = loaderData;
  const share = { freelancer: shareOf(rules.freelancer), client: shareOf(rules.client) };
  const head = <PageHead title={words.head(share.freelancer, share.client)} />;
  const aside = (
    <Panel id="example" title={words.example}>
      <FeeLines example={example} share={share.freelancer} className="mt-2 text-sm" />
    </Panel>
  );
  return (
    <WorkPage head={head} aside={aside} asideLabel={words.example}>
      <p className="text-lg max-w-[56ch]">{words.lead}</p>
      <Section id="rule" title={words.tiers}>
        <RuleTable payer={words.payers.freelancer} rule={rules.freelancer} currency={currency} />
        <RuleTable payer={words.payers.client} rule={rules.client} currency={currency} />
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

function RuleTable({ payer, rule, currency }: { payer: string; rule: FeeRule; currency: string }) {
  const least = limitOf(rule.minimumMinor, currency);
  const most = limitOf(rule.maximumMinor, currency);
  return (
    <div className="mt-4 max-w-xl">
      <table className="tb">
        <caption className="text-start font-semibold pb-1">{payer}</caption>
        <thead>
          <tr>
            <th scope="col">{words.tierColumns.paid}</th>
            <th scope="col" className="n">
              {words.tierColumns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rule.tiers.map((tier) => (
            <tr key={String(tier.upToMinor)}>
              <th scope="row">{tierWords(limitOf(tier.upToMinor, currency), rule.tiers.length)}</th>
              <td className="n">{percent(tier.basisPoints)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-muted mt-2">
        {least !== null && words.minimum(least)} {most !== null && words.maximum(most)}
      </p>
    </div>
  );
}

function tierWords(limit: string | null, tiers: number): string {
  if (limit !== null) return words.upTo(limit);
  return tiers === 1 ? words.any : words.above;
}

function termLines(securityDays: number): string[] {
  const { kept, rounding, refund, currency, security, outside } = words.list;
  return [kept, rounding, refund, currency, security(securityDays), outside];
}
