import type { MarketTerms } from '#domain/billing/queries/market-terms.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.landing.answers;

/** What people ask before they sign up anywhere. */
export function Answers({ terms, fee }: { terms: MarketTerms; fee: string }) {
  const { what, invest, who, when } = words.list;
  const days = { acceptance: terms.acceptanceDays, security: terms.securityDays };
  const list = [
    what,
    invest,
    { ...who, answer: who.answer(fee), href: '/fees' },
    { ...when, answer: when.answer(days) },
  ];
  return (
    <section className="pt-14" aria-labelledby="answers">
      <h2 id="answers" className="text-2xl">
        {words.title}
      </h2>
      <div className="mt-5 grid gap-x-14 gap-y-7 md:grid-cols-2">
        {list.map((one) => (
          <div key={one.question} className="border-t border-base-300 pt-4">
            <h3 className="text-lg">{one.question}</h3>
            <p className="mt-1 max-w-[62ch]">{one.answer}</p>
            {'href' in one && (
              <p className="mt-2">
                <a className="lk text-sm font-semibold py-1" href={one.href}>
                  {one.act}
                </a>
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
