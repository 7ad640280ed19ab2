import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { web } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/landing.ts';
import { CostAndApi } from './cost-and-api.tsx';
import { exampleOf, shareOf } from './fee-words.ts';
import { Hero } from './hero.tsx';
import { Promises } from './promises.tsx';
import { Shores } from './shores.tsx';
import { Ways } from './ways.tsx';
import { Yours } from './yours.tsx';

export function meta() {
  return [{ title: text.site.title(text.landing.title) }];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, now, config } = web(context);
  const terms = await marketTerms(readDb);
  const currency = terms.baseCurrency;
  const rules = await feeRulesAt(readDb, { contractKind: 'fixed', currency, at: now });
  return {
    terms,
    share: { freelancer: shareOf(rules.freelancer), client: shareOf(rules.client) },
    example: exampleOf(rules, currency),
    demo: config.demo,
    sourceUrl: config.sourceUrl,
    url: config.url,
  };
}

export default function Landing({ loaderData }: Route.ComponentProps) {
  const { terms, share, example, demo, sourceUrl, url } = loaderData;
  return (
    <>
      <Hero terms={terms} share={share} example={example} />
      <div className="wrap">
        <Ways share={share.freelancer} />
        <Shores />
        <Promises terms={terms} />
        <CostAndApi example={example} share={share.freelancer} url={url} />
        <div className="nl text-primary mt-14" aria-hidden="true" />
        <Yours demo={demo} sourceUrl={sourceUrl} />
      </div>
    </>
  );
}
