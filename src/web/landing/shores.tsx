import type { ReactNode } from 'react';
import { countryName } from '#domain/accounts/country.ts';
import { inSentence, rateCell, rateSpanWords, unitsOf } from '#web/rates/rate-words.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { RateBars } from './rate-bars.tsx';
import { RATES_2007 } from './rate-figures.ts';
import { FIRST_CHOICE, type ShoreFigures } from './shore-figures.ts';

const words = text.landing.shores;
const PAST = '/evidence/rates-2007';

/** One hour's price on some shores: the reason to look further than the next town. */
export function Shores({
  figures,
  currency,
  demo,
}: {
  figures: ShoreFigures | null;
  currency: string;
  demo: boolean;
}) {
  return figures === null ? <Past /> : <Now figures={figures} currency={currency} demo={demo} />;
}

/** What freelancers of this marketplace ask. */
function Now({
  figures,
  currency,
  demo,
}: {
  figures: ShoreFigures;
  currency: string;
  demo: boolean;
}) {
  const { category, lowMinor, rows, cheapest } = figures;
  const href = `/rates/${category.slug}`;
  const [dearest] = rows;
  const finding = words.text({
    category: category.name,
    low: rateSpanWords(lowMinor, lowMinor, currency),
    cheap: cheapest.map(inSentence).join(words.or),
    high: rateSpanWords(dearest?.lowMinor ?? 0n, dearest?.highMinor ?? 0n, currency),
    dear: inSentence(dearest?.country ?? ''),
  });
  const bars = rows.map(({ country, lowMinor, highMinor }) => ({
    name: countryName(country),
    most: unitsOf(highMinor, currency),
    says: rateCell(lowMinor, highMinor, currency),
  }));
  return (
    <Frame
      title={words.title(rows.length)}
      finding={finding}
      act={{ href, says: words.act }}
      bars={<RateBars bars={bars} currency={currency} />}
    >
      {words.unit(currency)} <Evidence href={href}>{words.source}</Evidence> {words.sourceEnd}
      {demo && category.slug === FIRST_CHOICE && (
        <>
          {' '}
          {words.demo} <Evidence href={PAST}>{words.demoSource}</Evidence>.
        </>
      )}
    </Frame>
  );
}

/** Before anybody is listed: what was once reported of another market. */
function Past() {
  const { past } = words;
  const bars = RATES_2007.map(({ country, low, high }) => ({
    name: country,
    most: high,
    says: low === high ? String(low) : `${low}–${high}`,
  }));
  return (
    <Frame
      title={past.title}
      finding={past.text}
      act={{ href: PAST, says: past.act }}
      bars={<RateBars bars={bars} currency="USD" />}
    >
      {past.unit} <Evidence href={PAST}>{past.source}</Evidence>
    </Frame>
  );
}

function Frame({
  title,
  finding,
  act,
  bars,
  children,
}: {
  title: string;
  finding: string;
  act: { href: string; says: string };
  bars: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="pt-10" aria-labelledby="shores">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)] items-start border-t border-base-content pt-8">
        <div>
          <h2 id="shores" className="text-2xl">
            {title}
          </h2>
          <p className="mt-3">{finding}</p>
          <p className="mt-4">
            <a className="btn" href={act.href}>
              {act.says}
            </a>
          </p>
        </div>
        <div>
          {bars}
          <p className="text-sm text-muted max-w-[62ch]">{children}</p>
        </div>
      </div>
    </section>
  );
}
