import { countryName } from '#domain/accounts/country.ts';
import { lookingFrom, web } from '#web/context.ts';
import { rateSpan } from '#web/directory/figures.tsx';
import { pageMeta } from '#web/directory/page-meta.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/category-country-page.ts';
import { type KindOfWork, kindOfWork } from './kind-of-work.ts';
import { Best, Countries, KindAside } from './kind-parts.tsx';

const words = text.directory.browse;

export const handle: PageHandle = { nav: 'freelancers' };

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (loaderData === undefined) return [];
  const { kind, country, url } = loaderData;
  const { name, about, slug } = kind.category;
  return pageMeta({
    title: headOf(kind, country),
    description: words.categoryDescription(name, about),
    url: `${url}/categories/${slug}/${country}`,
  });
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const all = web(context);
  const kind = await kindOfWork(all, params.slug, params.country);
  return { kind, country: params.country, from: lookingFrom(context), url: all.config.url };
}

/** One kind of work in one country, beside the same in all others. */
export default function CategoryCountry({ loaderData }: Route.ComponentProps) {
  const { kind, country, from } = loaderData;
  const { category, currency, best, countries, projects, figures } = kind;
  const { slug, name, about, skills } = category;
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[
              { href: '/categories', label: words.crumb },
              { href: `/categories/${slug}`, label: name },
              { href: `/countries/${country}`, label: countryName(country) },
            ]}
            title={headOf(kind, country)}
          />
          <p className="mt-2 max-w-[62ch]">{about}</p>
        </>
      }
      aside={<KindAside slug={slug} projects={projects} skills={skills} />}
      asideLabel={words.asideLabel}
    >
      <Best
        rows={best}
        total={figures?.freelancers ?? 0}
        title={words.bestCountry(countryName(country))}
        list={`/freelancers?category=${slug}&place=${country}`}
        currency={currency}
        from={from}
      />
      <Countries
        slug={slug}
        countries={countries.filter((one) => one.country !== country)}
        title={words.elsewhere(countryName(country))}
        currency={currency}
        from={from}
      />
    </WorkPage>
  );
}

function headOf({ category, figures, currency }: KindOfWork, country: string): string {
  const range = figures === null ? '' : rateSpan(figures.lowMinor, figures.highMinor, currency);
  const many = figures?.freelancers ?? 0;
  return words.categoryCountryHead(category.name, countryName(country), many, range);
}
