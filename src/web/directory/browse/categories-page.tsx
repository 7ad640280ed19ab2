import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { type CategoryRates, rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { FAMILIES } from '#domain/directory/taxonomy.ts';
import { web } from '#web/context.ts';
import { rateSpan } from '#web/directory/figures.tsx';
import { pageMeta } from '#web/directory/page-meta.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/categories-page.ts';
import { FiguresTable } from './figures-table.tsx';

const words = text.directory.browse;

export const handle: PageHandle = { nav: 'freelancers' };

export const meta = ({ loaderData }: Route.MetaArgs) =>
  loaderData === undefined
    ? []
    : pageMeta({
        title: headOf(loaderData.kinds, loaderData.currency),
        description: words.description,
        url: `${loaderData.url}/categories`,
      });

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, config } = web(context);
  const [kinds, { baseCurrency }] = await Promise.all([rateOverview(readDb), marketTerms(readDb)]);
  return { kinds, currency: baseCurrency, url: config.url };
}

/** The four families of work, each kind with how many do it and what an hour costs. */
export default function Categories({ loaderData }: Route.ComponentProps) {
  const { kinds, currency } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <PageHead title={headOf(kinds, currency)} />
          <p className="mt-2 max-w-[62ch]">{words.lead}</p>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-x-12 gap-y-10 items-start">
        {FAMILIES.map((family) => (
          <Section key={family} id={family} title={text.projects.families[family]}>
            <FiguresTable
              caption={text.projects.families[family]}
              head={words.category}
              currency={currency}
              rows={kinds
                .filter((kind) => kind.family === family)
                .map((kind) => ({
                  ...kind,
                  key: kind.slug,
                  href: `/categories/${kind.slug}`,
                  list: `/freelancers?category=${kind.slug}`,
                }))}
            />
          </Section>
        ))}
      </div>
    </WorkPage>
  );
}

function headOf(kinds: readonly CategoryRates[], currency: string): string {
  const lows = kinds.flatMap(({ lowMinor }) => lowMinor ?? []);
  const highs = kinds.flatMap(({ highMinor }) => highMinor ?? []);
  const [low] = lows.sort(bySize);
  const high = highs.sort(bySize).at(-1);
  const known = low !== undefined && high !== undefined;
  return words.head(kinds.length, known ? rateSpan(low, high, currency) : '');
}

function bySize(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
