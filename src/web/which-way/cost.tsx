import type { RateSpan } from '#domain/directory/rate.ts';
import { divideHalfEven } from '#domain/kernel/money.ts';
import { inSentence, rateCell } from '#web/rates/rate-words.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';

const words = text.whichWay.answer;

/** All that is known for a sum; what is missing is said. */
export type KnownCost = {
  category: { slug: string; name: string } | null;
  hours: number | null;
  /** The pieces that the hours come from. */
  pieces: { pieces: number; minutes: number } | null;
  currency: string;
  rates: RateSpan | null;
  onshore: { country: string; rates: Pick<RateSpan, 'medianMinor'> } | null;
};

/** Hours times what listed freelancers ask. */
export function Cost({ cost }: { cost: KnownCost }) {
  const { category, hours, pieces } = cost;
  return (
    <>
      <h3 className="mt-6 font-semibold text-sm">{words.cost}</h3>
      {pieces !== null && hours !== null && (
        <p className="mt-1 text-sm">
          {words.hoursFrom(
            pieces.pieces.toLocaleString('en'),
            pieces.minutes.toLocaleString('en'),
            hours,
          )}
        </p>
      )}
      {category === null || hours === null ? (
        <p className="mt-1 text-sm">{words.costUnknown}</p>
      ) : (
        <Sums cost={cost} category={category} hours={hours} />
      )}
    </>
  );
}

function Sums({
  cost,
  category,
  hours,
}: {
  cost: KnownCost;
  category: { slug: string; name: string };
  hours: number;
}) {
  const { currency, rates, onshore } = cost;
  if (rates === null) return <p className="mt-1 text-sm">{words.costNobody(category.name)}</p>;
  const perHour = (minor: bigint) => `${currency}\u00a0${rateCell(minor, minor, currency)}`;
  const sum = (minor: bigint) => (
    <Money amount={{ amountMinor: timesHours(minor, hours), currency }} />
  );
  const from = onshore === null ? '' : `&from=${onshore.country}`;
  const sheet = `/rates/${category.slug}?hours=${Math.ceil(hours)}${from}`;
  return (
    <>
      <p className="mt-1 text-sm text-muted">{words.costTitle(category.name, hours)}</p>
      <MoneyLines className="mt-1 text-sm">
        <MoneyLine label={words.lowest(perHour(rates.lowMinor))}>{sum(rates.lowMinor)}</MoneyLine>
        <MoneyLine label={words.median(perHour(rates.medianMinor))}>
          {sum(rates.medianMinor)}
        </MoneyLine>
        <MoneyLine label={words.highest(perHour(rates.highMinor))}>
          {sum(rates.highMinor)}
        </MoneyLine>
        {onshore !== null && (
          <MoneyLine
            kind="sum"
            label={words.onshore(inSentence(onshore.country), perHour(onshore.rates.medianMinor))}
          >
            {sum(onshore.rates.medianMinor)}
          </MoneyLine>
        )}
      </MoneyLines>
      <p className="mt-2 text-sm flex flex-wrap gap-x-4 gap-y-1">
        <Evidence href={sheet}>{words.rates}</Evidence>
        <a className="lk" href="/fees">
          {words.fee}
        </a>
      </p>
    </>
  );
}

/** Hours come in quarters. */
function timesHours(minor: bigint, hours: number): bigint {
  return divideHalfEven(minor * BigInt(Math.round(hours * 4)), 4n);
}
