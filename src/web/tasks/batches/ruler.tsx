/** How far a batch is, as the scale of a chart. Asks no frame: its stream draws it too. */
import { text } from '#web/text/catalogue.ts';
import { formatTime } from '#web/ui/time.tsx';
import { lengthOf } from '../batch-words.ts';
import { answersIn, type BatchSight } from './batch-data.ts';

const words = text.batches.page;
const TICKS = 12;

export function BatchRuler({ sight }: { sight: BatchSight }) {
  const { progress } = sight;
  const done = answersIn(progress);
  const { wanted, live, open } = progress;
  const share = (value: number) =>
    wanted === 0n ? 0 : Math.min(100, (value / Number(wanted)) * 100);
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm">
        <b className="text-base">{words.finding(done, wanted)}</b>
        <span className="text-muted">{paceOf(sight)}</span>
      </p>
      <svg
        className="ch mt-2"
        width="100%"
        height="40"
        role="progressbar"
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={Number(wanted)}
        aria-label={words.answersIn}
      >
        <rect y="0" width="100%" height="14" fill="var(--d1)" />
        <rect width={percent(share(done + live))} height="14" fill="var(--d3)" />
        <rect width={percent(share(done))} height="14" fill="var(--c1)" />
        <Scale wanted={wanted} />
      </svg>
      <p className="text-sm text-muted mt-1 flex flex-wrap gap-x-4 gap-y-1">
        <Key swatch="bg-c1">{words.legend.in(done)}</Key>
        <Key swatch="bg-d3">{words.legend.live(live)}</Key>
        <Key swatch="bg-d1 border border-edge">{words.legend.open(open)}</Key>
      </p>
    </>
  );
}

function paceOf({ batch, progress, timeZone }: BatchSight): string {
  const { expectedEnd, secondsLeft, wanted } = progress;
  if (BigInt(answersIn(progress)) >= wanted) return words.allIn;
  if (batch.state !== 'open') return words.notRunning;
  if (expectedEnd === null || secondsLeft === null) return words.noPace;
  return words.doneBy(lengthOf(secondsLeft), formatTime(expectedEnd, timeZone));
}

/** Twelve parts, every third with its number; fewer where there are fewer answers. */
function Scale({ wanted }: { wanted: bigint }) {
  const all = Number(wanted);
  const parts = Array.from({ length: TICKS + 1 }, (_none, at) => at);
  const numbers = all >= TICKS ? [0, 3, 6, 9, 12] : [0, 12];
  return (
    <>
      {parts.map((at) => (
        <line
          key={at}
          className="ax"
          x1={percent((at / TICKS) * 100)}
          x2={percent((at / TICKS) * 100)}
          y1="16"
          y2={numbers.includes(at) ? 22 : 19}
        />
      ))}
      {numbers.map((at) => (
        <text
          key={at}
          x={percent((at / TICKS) * 100)}
          y="35"
          textAnchor={at === 0 ? 'start' : at === TICKS ? 'end' : 'middle'}
        >
          {Math.round((all * at) / TICKS).toLocaleString('en')}
        </text>
      ))}
    </>
  );
}

function Key({ swatch, children }: { swatch: string; children: React.ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <i className={`size-2.5 ${swatch}`} />
      {children}
    </span>
  );
}

function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}
