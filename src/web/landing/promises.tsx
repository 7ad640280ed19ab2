import type { MarketTerms } from '#domain/billing/queries/market-terms.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.landing.promises;

export function Promises({ terms }: { terms: MarketTerms }) {
  const { escrow, silence, evidence } = words;
  const list = [
    escrow,
    {
      title: silence.title,
      text: silence.text(terms.acceptanceDays),
      rule: silence.rule(terms.offerDays),
    },
    evidence,
  ];
  return (
    <section className="pt-14" aria-labelledby="promises">
      <h2 id="promises" className="text-2xl">
        {words.title}
      </h2>
      <div className="mt-7 grid gap-8 md:grid-cols-3">
        {list.map((promise) => (
          <div key={promise.title} className="border-t-2 border-base-content pt-4">
            <h3 className="text-lg">{promise.title}</h3>
            <p className="mt-2">{promise.text}</p>
            <p className="mt-3 text-sm text-muted">{promise.rule}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
