import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { type CategoryRates, rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { medianRate, ratesByCountry } from '#domain/directory/queries/rates.ts';
import { hoursOf, whichWay } from '#domain/market/which-way.ts';
import { lookingFrom, web } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Route } from './+types/which-way.ts';
import { Answer } from './answer.tsx';
import type { KnownCost } from './cost.tsx';
import { QuestionForm } from './question-form.tsx';
import { type WorkAsked, workAsked } from './work-asked.ts';

const words = text.whichWay;

export const meta = () => [
  { title: text.site.title(words.title) },
  { name: 'description', content: words.lead },
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = workAsked(new URL(request.url).searchParams);
  const categories = await rateOverview(web(context).readDb);
  if (asked === null) return { asked, categories, found: null };
  const cost = await knownCost(context, asked, categories);
  return { asked, categories, found: { advice: whichWay(asked), cost } };
}

/** Plain questions, and the way of buying work that fits the answers. */
export default function WhichWayPage({ loaderData }: Route.ComponentProps) {
  const { asked, categories, found } = loaderData;
  const title = found === null ? words.head : words.answer.found[found.advice.way];
  return (
    <div className="wrap pt-5">
      <PageHead title={title} />
      <p className="mt-2 max-w-[62ch]">{words.lead}</p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-8 lg:grid-cols-[repeat(2,minmax(0,1fr))] items-start">
        {found !== null && (
          <div className="lg:order-2">
            <Answer
              advice={found.advice}
              cost={found.cost}
              category={found.cost.category?.slug ?? null}
            />
          </div>
        )}
        <QuestionForm asked={asked} categories={categories} />
      </div>
    </div>
  );
}

type Context = Route.LoaderArgs['context'];

async function knownCost(
  context: Context,
  asked: WorkAsked,
  categories: readonly CategoryRates[],
): Promise<KnownCost> {
  const { readDb } = web(context);
  const { baseCurrency: currency } = await marketTerms(readDb);
  const { pieces, minutes } = asked;
  const many = asked.shape === 'many' && pieces !== null && minutes !== null;
  const category = categories.find(({ slug }) => slug === asked.category) ?? null;
  return {
    category,
    hours: many ? hoursOf(asked) : asked.hours,
    pieces: many ? { pieces, minutes } : null,
    currency,
    ...(await ratesOf(context, category?.slug ?? null)),
  };
}

async function ratesOf(
  context: Context,
  category: string | null,
): Promise<Pick<KnownCost, 'rates' | 'onshore'>> {
  const { readDb } = web(context);
  if (category === null) return { rates: null, onshore: null };
  const { rows, total } = await ratesByCountry(readDb, { category });
  const medianMinor = await medianRate(readDb, { category });
  const rates = total === null || medianMinor === null ? null : { ...total, medianMinor };
  const from = lookingFrom(context);
  const own = rows.find(({ country }) => country === from);
  return { rates, onshore: own === undefined ? null : { country: own.country, rates: own } };
}
