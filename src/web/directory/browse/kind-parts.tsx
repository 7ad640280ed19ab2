import { countryName } from '#domain/accounts/country.ts';
import type { CountryRates } from '#domain/directory/queries/rates.ts';
import type { FreelancerRow } from '#domain/directory/queries/search-freelancers.ts';
import { Where } from '#web/directory/figures.tsx';
import { FreelancerList } from '#web/directory/freelancer-list.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { FiguresTable } from './figures-table.tsx';

const words = text.directory.browse;

/** The first of the list, and the way to the whole. */
export function Best({
  rows,
  total,
  title,
  list,
  currency,
  from,
}: {
  rows: readonly FreelancerRow[];
  total: number;
  title: string;
  list: string;
  currency: string;
  from: string | null;
}) {
  if (rows.length === 0) {
    return (
      <EmptyState
        title={words.emptyTitle}
        acts={
          <>
            <a className="btn btn-primary" href="/projects/new">
              {words.post}
            </a>
            <a className="btn" href="/profile">
              {words.own}
            </a>
          </>
        }
      >
        {words.empty}
      </EmptyState>
    );
  }
  return (
    <Section id="best" title={title}>
      <div className="mt-3">
        <FreelancerList rows={rows} currency={currency} from={from} label={title} />
      </div>
      <p className="mt-4">
        <a className="btn" href={list}>
          {words.all(total)}
        </a>
      </p>
    </Section>
  );
}

/** Where the work is done, and what an hour costs there. */
export function Countries({
  slug,
  countries,
  title,
  currency,
  from,
}: {
  slug: string;
  countries: readonly CountryRates[];
  title: string;
  currency: string;
  from: string | null;
}) {
  if (countries.length === 0) return null;
  return (
    <Section id="countries" title={title}>
      <FiguresTable
        caption={words.countriesCaption}
        head={words.country}
        currency={currency}
        rows={countries.map((one) => ({
          ...one,
          key: one.country,
          name:
            from === null ? countryName(one.country) : <Where country={one.country} from={from} />,
          href: `/categories/${slug}/${one.country}`,
          list: `/freelancers?category=${slug}&place=${one.country}`,
        }))}
      />
    </Section>
  );
}

/** What to do next with this kind of work. */
export function KindAside({
  slug,
  projects,
  skills,
}: {
  slug: string;
  projects: number;
  skills: readonly { slug: string; name: string }[];
}) {
  return (
    <>
      <section aria-labelledby="ask" className="pn">
        <h2 id="ask" className="text-lg">
          {words.ask}
        </h2>
        <p className="mt-1 text-sm">{words.asks}</p>
        <a className="btn btn-primary w-full mt-4" href="/projects/new">
          {words.post}
        </a>
      </section>
      <Section id="rates" title={words.alsoTitle}>
        <ul className="mt-2 text-sm divide-y divide-base-300 border-y border-base-300">
          <li>
            <a className="lk block py-2.5" href={`/rates/${slug}`}>
              {words.rateSheet}
            </a>
          </li>
          <li>
            {projects === 0 ? (
              <span className="block py-2.5 text-muted">{words.openNone}</span>
            ) : (
              <a className="lk block py-2.5" href={`/projects?category=${slug}`}>
                {words.open(projects)}
              </a>
            )}
          </li>
        </ul>
      </Section>
      {skills.length > 0 && (
        <Section id="skills" title={words.skills}>
          <ul className="mt-2 text-sm flex flex-wrap gap-x-4 gap-y-1">
            {skills.map((skill) => (
              <li key={skill.slug}>
                <a
                  className="lk inline-block py-1"
                  href={`/freelancers?category=${slug}&skills=${skill.slug}`}
                >
                  {skill.name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
