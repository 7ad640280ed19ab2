import { text } from '#web/text/catalogue.ts';
import { EvidenceSheet } from '#web/ui/evidence.tsx';
import { RATES_2007, rateWords } from './rate-figures.ts';

const words = text.fees.rateSheet;

export function meta() {
  return [{ title: text.site.title(words.title) }];
}

/** What is behind the rates on the landing page. */
export default function RateSheet() {
  const lowest = Math.min(...RATES_2007.map((rate) => rate.low));
  const highest = Math.max(...RATES_2007.map((rate) => rate.high));
  return (
    <div className="wrap pt-8">
      <EvidenceSheet
        name={words.name}
        value={words.value(String(lowest), String(highest))}
        formula={words.formula}
        terms={RATES_2007.map((rate) => ({ label: rate.country, value: `USD ${rateWords(rate)}` }))}
        origin={words.origin}
        acts={
          <a className="btn" href="/">
            {words.back}
          </a>
        }
      />
    </div>
  );
}
