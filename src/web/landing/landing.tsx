import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { marketSize } from '#domain/directory/queries/market-size.ts';
import { rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { web } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/landing.ts';
import { Answers } from './answers.tsx';
import { CostAndApi } from './cost-and-api.tsx';
import { exampleOf, shareOf } from './fee-words.ts';
import { Find } from './find.tsx';
import { Hero } from './hero.tsx';
import { Promises } from './promises.tsx';
import { shoreFigures } from './shore-figures.ts';
import { Shores } from './shores.tsx';
import { Ways } from './ways.tsx';
import { Yours } from './yours.tsx';

const KINDS_SHOWN = 8;
const WEEK_MS = 7 * 86_400_000;

export function meta() {
  return [
    { title: text.site.title(text.landing.title) },
    { name: 'description', content: text.landing.lead },
  ];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, now, config } = web(context);
  const terms = await marketTerms(readDb);
  const currency = terms.baseCurrency;
  const rules = await feeRulesAt(readDb, { contractKind: 'fixed', currency, at: now });
  const ofTasks = await feeRulesAt(readDb, { contractKind: 'task', currency, at: now });
  const overview = await rateOverview(readDb);
  return {
    terms,
    share: { freelancer: shareOf(rules.freelancer), client: shareOf(rules.client) },
    taskShare: shareOf(ofTasks.client),
    example: exampleOf(rules, currency),
    size: await marketSize(readDb, { now, since: new Date(now.getTime() - WEEK_MS) }),
    categories: overview
      .filter(({ freelancers }) => freelancers > 0)
      .sort((a, b) => b.freelancers - a.freelancers)
      .slice(0, KINDS_SHOWN),
    figures: await shoreFigures(readDb, overview),
    demo: config.demo,
    sourceUrl: config.sourceUrl,
    url: config.url,
  };
}

export default function Landing({ loaderData }: Route.ComponentProps) {
  const { terms, share, taskShare, example, size, categories, figures, demo, sourceUrl, url } =
    loaderData;
  return (
    <>
      <Hero terms={terms} share={share} example={example} />
      <div className="wrap">
        <Find size={size} categories={categories} />
        <Ways share={share.freelancer} taskShare={taskShare} />
        <Shores figures={figures} currency={terms.baseCurrency} demo={demo} />
        <Promises terms={terms} />
        <Answers terms={terms} fee={text.fees.short(share.freelancer, share.client)} />
        <CostAndApi example={example} share={share.freelancer} url={url} />
        <div className="nl text-primary mt-14" aria-hidden="true" />
        <Yours demo={demo} sourceUrl={sourceUrl} />
      </div>
    </>
  );
}
