import type { MarketSize } from '#domain/directory/queries/market-size.ts';
import type { CategoryRates } from '#domain/directory/queries/rate-overview.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Icon } from '#web/ui/icon.tsx';

const words = text.landing.find;

/** Words into the directory, its fullest kinds of work, and how much there is to find. */
export function Find({
  size,
  categories,
}: {
  size: MarketSize;
  categories: readonly CategoryRates[];
}) {
  return (
    <section className="pt-10" aria-labelledby="find">
      <h2 id="find" className="text-2xl">
        {words.title}
      </h2>
      <form method="get" action="/freelancers" className="mt-4 max-w-2xl">
        <label className="font-medium" htmlFor="find-words">
          {words.label}
        </label>
        <p id="find-hint" className="text-sm text-muted">
          {words.hint}
        </p>
        <div className="mt-2 flex flex-col sm:flex-row gap-3">
          <input
            id="find-words"
            name="q"
            type="search"
            className="input w-full"
            maxLength={200}
            autoComplete="off"
            aria-describedby="find-hint"
          />
          <button type="submit" className="btn">
            <Icon name="search" />
            {words.act}
          </button>
        </div>
      </form>
      <Kinds categories={categories} />
      <Size size={size} />
    </section>
  );
}

function Kinds({ categories }: { categories: readonly CategoryRates[] }) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-label={words.often}>
      {categories.map(({ slug, name }) => (
        <li key={slug}>
          <a className="lk inline-block py-1" href={`/categories/${slug}`}>
            {name}
          </a>
        </li>
      ))}
      <li>
        <a className="lk inline-block py-1 font-semibold" href="/categories">
          {words.kinds}
        </a>
      </li>
    </ul>
  );
}

function Size({ size }: { size: MarketSize }) {
  const { freelancers, countries, openProjects, freshProjects } = size;
  return (
    <p className="mt-3 text-sm text-muted">
      {freelancers > 0 && (
        <>
          <Evidence href="/freelancers?sort=newest">{words.listed(freelancers)}</Evidence>{' '}
          {words.countries(countries)};{' '}
        </>
      )}
      {openProjects === 0 ? (
        words.none
      ) : (
        <>
          <Evidence href="/projects">{words.open(openProjects)}</Evidence>
          {freshProjects > 0 && (
            <>
              {', '}
              <Evidence href="/projects?days=7">{words.fresh(freshProjects)}</Evidence>
            </>
          )}
          .
        </>
      )}
    </p>
  );
}
