import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { RATES_2007, type RateFigure, rateWords } from './rate-figures.ts';

const words = text.landing.shores;
const SOURCE = '/evidence/rates-2007';
const ROW = 35;
const HIGHEST = Math.max(...RATES_2007.map((rate) => rate.high));

/** One hour's price on eight shores: the reason to look further than the next town. */
export function Shores() {
  return (
    <section className="pt-10" aria-labelledby="shores">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)] items-start border-t border-base-content pt-8">
        <div>
          <h2 id="shores" className="text-2xl">
            {words.title}
          </h2>
          <p className="mt-3">{words.text}</p>
          <p className="mt-4">
            <a className="btn" href={SOURCE}>
              {words.act}
            </a>
          </p>
        </div>
        <div>
          <RateBars />
          <p className="text-sm text-muted">
            {words.unit} <Evidence href={SOURCE}>{words.source}</Evidence>
          </p>
        </div>
      </div>
    </section>
  );
}

/** x in percent, y in pixels, so that the letters keep their size at every width. */
function RateBars() {
  const spoken = RATES_2007.map((rate) => `${rate.country} ${rateWords(rate)}`).join(', ');
  return (
    <svg
      className="ch"
      width="100%"
      height={RATES_2007.length * ROW + 10}
      role="img"
      aria-label={words.label(spoken)}
    >
      {RATES_2007.map((rate, at) => (
        <Bar key={rate.country} rate={rate} y={14 + at * ROW} />
      ))}
    </svg>
  );
}

function Bar({ rate, y }: { rate: RateFigure; y: number }) {
  const length = `${((rate.high / HIGHEST) * 100).toFixed(1)}%`;
  return (
    <>
      <text className="ink plain" x="0" y={y + 4}>
        {rate.country}
      </text>
      <svg x="84" width="calc(100% - 140px)" overflow="visible" aria-hidden="true">
        <rect y={y - 9} width={length} height="18" fill={`var(--${depth(rate.high)})`} />
        <svg x={length} overflow="visible" aria-hidden="true">
          <text className="ink" x="8" y={y + 4}>
            {rateWords(rate)}
          </text>
        </svg>
      </svg>
    </>
  );
}

/** Deep is more. */
function depth(value: number): string {
  if (value > 60) return 'd5';
  if (value > 25) return 'd4';
  return value > 15 ? 'd3' : 'd2';
}
