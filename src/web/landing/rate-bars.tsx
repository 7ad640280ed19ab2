import { text } from '#web/text/catalogue.ts';

/** A bar: how long in whole units, and what stands at its end. */
export type RateBar = { name: string; most: number; says: string };

const ROW = 35;
const NAMES = 118;
const LONGEST_NAME = 17;

/** x in percent, y in pixels, so that the letters keep their size at every width. */
export function RateBars({ bars, currency }: { bars: readonly RateBar[]; currency: string }) {
  const highest = Math.max(...bars.map((bar) => bar.most));
  const spoken = bars.map(({ name, says }) => `${name} ${says}`).join(', ');
  return (
    <svg
      className="ch"
      width="100%"
      height={bars.length * ROW + 10}
      role="img"
      aria-label={text.landing.shores.label(spoken, currency)}
    >
      {bars.map((bar, at) => (
        <Bar key={bar.name} bar={bar} share={bar.most / highest} y={14 + at * ROW} />
      ))}
    </svg>
  );
}

function Bar({ bar, share, y }: { bar: RateBar; share: number; y: number }) {
  const length = `${(share * 100).toFixed(1)}%`;
  return (
    <>
      <text className="ink plain" x="0" y={y + 4}>
        {shortName(bar.name)}
      </text>
      <svg x={NAMES} width={`calc(100% - ${NAMES + 56}px)`} overflow="visible" aria-hidden="true">
        <rect y={y - 9} width={length} height="18" fill={`var(--${depth(share)})`} />
        <svg x={length} overflow="visible" aria-hidden="true">
          <text className="ink" x="8" y={y + 4}>
            {bar.says}
          </text>
        </svg>
      </svg>
    </>
  );
}

/** Deep is more. */
function depth(share: number): string {
  if (share > 0.8) return 'd5';
  if (share > 0.33) return 'd4';
  return share > 0.2 ? 'd3' : 'd2';
}

function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trim()}…` : name;
}
