import { countryName, isCountry } from '#domain/accounts/country.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import {
  type Figures,
  figuresOfPlace,
  kindsOfPlace,
} from '#domain/directory/queries/browse-figures.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { regionName, regionOf } from '#domain/directory/region.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lookingFrom, web } from '#web/context.ts';
import { rateSpan, Where } from '#web/directory/figures.tsx';
import { pageMeta } from '#web/directory/page-meta.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/country-page.ts';
import { FiguresTable } from './figures-table.tsx';
import { Best } from './kind-parts.tsx';

const words = text.directory.browse;
const BEST = 8;

export const handle: PageHandle = { nav: 'freelancers' };

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (loaderData === undefined) return [];
  const { country, figures, currency, url } = loaderData;
  return pageMeta({
    title: headOf(country, figures, currency),
    description: words.countryDescription(countryName(country)),
    url: `${url}/countries/${country}`,
  });
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, config } = web(context);
  const country = params.code;
  if (!isCountry(country)) return refuse('not_found', { thing: 'country' });
  const [figures, kinds, best, { baseCurrency }] = await Promise.all([
    figuresOfPlace(readDb, country),
    kindsOfPlace(readDb, country),
    searchFreelancers(readDb, { place: country, sort: 'best', limit: BEST }),
    marketTerms(readDb),
  ]);
  const from = lookingFrom(context);
  const { url } = config;
  return { country, figures, kinds, best: best.rows, currency: baseCurrency, from, url };
}

/** One country: what people there do, and what their hours cost. */
export default function Country({ loaderData }: Route.ComponentProps) {
  const { country, figures, kinds, best, currency, from } = loaderData;
  const name = countryName(country);
  const region = regionOf(country);
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/freelancers', label: text.directory.search.title },
            { href: `/freelancers?place=${region}`, label: regionName(region) },
          ]}
          title={headOf(country, figures, currency)}
          facts={from === null ? [] : [<Where key="w" country={country} from={from} />]}
        />
      }
    >
      {kinds.length > 0 && (
        <Section id="kinds" title={words.kindsHere(name)}>
          <FiguresTable
            caption={words.kindsCaption}
            head={words.category}
            currency={currency}
            rows={kinds.map((kind) => ({
              ...kind,
              key: kind.slug,
              href: `/categories/${kind.slug}/${country}`,
              list: `/freelancers?category=${kind.slug}&place=${country}`,
            }))}
          />
        </Section>
      )}
      <Best
        rows={best}
        total={figures.freelancers}
        title={words.bestCountry(name)}
        list={`/freelancers?place=${country}`}
        currency={currency}
        from={from}
      />
    </WorkPage>
  );
}

function headOf(country: string, figures: Figures, currency: string): string {
  const { freelancers, lowMinor: low, highMinor: high } = figures;
  const range = low === null || high === null ? '' : rateSpan(low, high, currency);
  return words.countryHead(countryName(country), freelancers, range);
}
