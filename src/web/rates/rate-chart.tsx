import type { Shore } from '#domain/directory/region.ts';
import { text } from '#web/text/catalogue.ts';
import type { RateRow } from './rate-rows.ts';
import { axisTicks, rateCell, unitsOf } from './rate-words.ts';

const words = text.rates.chart;

const ROW = 34;
const TOP = 40;
const NAMES = 118;
const MOST_ROWS = 16;
const LONGEST_NAME = 19;

/** A dot or a span for each country; the table below has the same numbers. */
export function RateChart({
  rows,
  currency,
  finding,
}: {
  rows: readonly RateRow[];
  currency: string;
  finding: string;
}) {
  const shown = rows.slice(0, MOST_ROWS);
  const most = Math.max(...shown.map((row) => unitsOf(row.highMinor, currency)));
  const ticks = axisTicks(most);
  const end = ticks.at(-1) ?? most;
  const height = TOP + shown.length * ROW;
  return (
    <>
      <svg
        className="ch mt-3"
        width="100%"
        height={height}
        role="img"
        aria-label={words.label(finding)}
      >
        <svg x={NAMES} width={`calc(100% - ${NAMES + 16}px)`} overflow="visible" aria-hidden="true">
          {ticks.map((tick) => (
            <Tick key={tick} tick={tick} end={end} height={height} />
          ))}
        </svg>
        {shown.map((row, at) => (
          <Line key={row.country} row={row} y={TOP + at * ROW} end={end} currency={currency} />
        ))}
      </svg>
      {rows.length > shown.length && (
        <p className="mt-1 text-sm text-muted">{words.part(shown.length, rows.length)}</p>
      )}
    </>
  );
}

function Tick({ tick, end, height }: { tick: number; end: number; height: number }) {
  const x = percent(tick / end);
  return (
    <>
      <line className="g" x1={x} x2={x} y1="22" y2={height - 10} />
      <text x={x} y="14" textAnchor="middle">
        {tick.toLocaleString('en')}
      </text>
    </>
  );
}

type LineProps = { row: RateRow; y: number; end: number; currency: string };

function Line({ row, y, end, currency }: LineProps) {
  const at = (minor: bigint) => percent(unitsOf(minor, currency) / end);
  const [low, high] = [at(row.lowMinor), at(row.highMinor)];
  const spans = row.lowMinor !== row.highMinor;
  const before = unitsOf(row.highMinor, currency) / end > 0.7;
  return (
    <>
      <text className="ink plain" x="0" y={y + 4}>
        {shortName(row.name)}
      </text>
      <svg x={NAMES} width={`calc(100% - ${NAMES + 16}px)`} overflow="visible" aria-hidden="true">
        <line x1="0" x2={low} y1={y} y2={y} stroke="var(--d2)" strokeWidth="1.5" />
        {spans && (
          <>
            <line x1={low} x2={high} y1={y} y2={y} stroke="var(--c1)" strokeWidth="3" />
            <MedianTick x={at(row.medianMinor)} y={y} />
            <Dot x={high} y={y} shore={row.shore} />
          </>
        )}
        <Dot x={low} y={y} shore={row.shore} />
        <svg x={before ? low : high} overflow="visible" aria-hidden="true">
          <text
            className="ink"
            x={before ? -14 : 14}
            y={y + 4}
            textAnchor={before ? 'end' : 'start'}
          >
            {rateCell(row.lowMinor, row.highMinor, currency)}
          </text>
        </svg>
      </svg>
    </>
  );
}

function MedianTick({ x, y }: { x: string; y: number }) {
  return <line x1={x} x2={x} y1={y - 8} y2={y + 8} stroke="var(--c1)" strokeWidth="2" />;
}

/** Filled onshore, half filled nearshore, a ring offshore; filled too where nobody looks. */
function Dot({ x, y, shore }: { x: string; y: number; shore: Shore | null }) {
  const filled = shore === 'onshore' || shore === null;
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r="6"
        fill={filled ? 'var(--c1)' : 'var(--color-base-100)'}
        stroke="var(--c1)"
        strokeWidth="2.5"
      />
      {shore === 'nearshore' && (
        <svg x={x} y={y - 6} overflow="visible" aria-hidden="true">
          <path className="filled" d="M0 0a6 6 0 0 0 0 12z" />
        </svg>
      )}
    </>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function shortName(name: string): string {
  const usual = { 'United States': 'US', 'United Kingdom': 'UK' }[name] ?? name;
  return usual.length > LONGEST_NAME ? `${usual.slice(0, LONGEST_NAME - 1).trim()}…` : usual;
}
