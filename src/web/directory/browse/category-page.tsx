import { lookingFrom, web } from '#web/context.ts';
import { rateSpan } from '#web/directory/figures.tsx';
import { pageMeta } from '#web/directory/page-meta.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/category-page.ts';
import { type KindOfWork, kindOfWork } from './kind-of-work.ts';
import { Best, Countries, KindAside } from './kind-parts.tsx';

const words = text.directory.browse;

export const handle: PageHandle = { nav: 'freelancers' };

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (loaderData === undefined) return [];
  const { kind, url } = loaderData;
  const { name, about, slug } = kind.category;
  return pageMeta({
    title: headOf(kind),
    description: words.categoryDescription(name, about),
    url: `${url}/categories/${slug}`,
  });
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const all = web(context);
  const kind = await kindOfWork(all, params.slug, null);
  return { kind, from: lookingFrom(context), url: all.config.url };
}

/** One kind of work: who does it best, where, and what an hour costs. */
export default function Category({ loaderData }: Route.ComponentProps) {
  const { kind, from } = loaderData;
  const { category, currency, best, countries, projects, figures } = kind;
  const { slug, about, skills } = category;
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[
              { href: '/categories', label: words.crumb },
              {
                href: `/categories#${category.family}`,
                label: text.projects.families[category.family],
              },
            ]}
            title={headOf(kind)}
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
        title={words.best}
        list={`/freelancers?category=${slug}`}
        currency={currency}
        from={from}
      />
      <Countries
        slug={slug}
        countries={countries}
        title={words.countries}
        currency={currency}
        from={from}
      />
    </WorkPage>
  );
}

function headOf({ category, figures, currency }: KindOfWork): string {
  const range = figures === null ? '' : rateSpan(figures.lowMinor, figures.highMinor, currency);
  return words.categoryHead(category.name, figures?.freelancers ?? 0, range);
}
