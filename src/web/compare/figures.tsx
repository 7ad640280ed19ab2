/** The small drawings and numbers of a comparison, each with what is behind it. */
import type { ReactNode } from 'react';
import { countryName } from '#domain/accounts/country.ts';
import { CRITERIA, type Criterion, type Fit } from '#domain/projects/best-value.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { ShoreGlyph } from '#web/ui/icon.tsx';
import { compareHref } from './compare-question.ts';
import type { CompareSight, RankedProposal } from './compare-sight.ts';

const words = text.compare;
const INK: Record<Criterion, string> = {
  price: 'var(--c1)',
  time: 'var(--c2)',
  quality: 'var(--c3)',
};

/** The fit to one decimal, opening how it is counted. */
export function FitNumber({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  return <Evidence href={fitHref(sight, one.id)}>{one.fit.fit.toFixed(1)}</Evidence>;
}

export function fitHref({ project, question }: CompareSight, proposalId: string): string {
  const plain = { sort: 'fit', turned: false, view: 'all', show: [], from: 1 } as const;
  const [path, query] = compareHref(project.id, question, plain).split('?');
  return `${path}/fit/${proposalId}${query === undefined ? '' : `?${query}`}`;
}

/** Its three parts of 100, in the colours of the sliders. */
export function FitBar({ fit }: { fit: Fit }) {
  const [price, time, quality] = CRITERIA.map((one) => fit.parts[one].toFixed(1));
  let from = 0;
  return (
    <svg
      width="100%"
      height="10"
      role="img"
      className="block"
      aria-label={words.table.bar(price ?? '', time ?? '', quality ?? '')}
    >
      <rect width="100%" height="10" fill="var(--d1)" />
      {CRITERIA.map((one) => {
        const x = from;
        from += fit.parts[one];
        const wide = Math.max(0, fit.parts[one] - 0.5);
        return <rect key={one} x={percent(x)} width={percent(wide)} height="10" fill={INK[one]} />;
      })}
    </svg>
  );
}

/** The interval as a bar and the score as a point, on a scale from `from` to 5. */
export function QualityBar({ one, from }: { one: RankedProposal; from: number }) {
  const at = (score: number) => percent(((Math.max(from, score) - from) / (5 - from)) * 100);
  const { low, high, score } = one.record;
  return (
    <svg className="ch block" width="100%" height="14" aria-hidden="true">
      <line className="g" x1="0" x2="100%" y1="7" y2="7" strokeWidth="1" />
      <line x1={at(low)} x2={at(high)} y1="7" y2="7" stroke="var(--d3)" strokeWidth="5" />
      {score !== null && <circle cx={at(score)} cy="7" r="4.5" fill="var(--c1)" />}
    </svg>
  );
}

/** Where the scale begins: the half point below the lowest interval that was measured. */
export function scaleFrom(ranked: readonly RankedProposal[]): number {
  const measured = ranked.filter((one) => one.record.score !== null);
  const lowest = Math.min(4.5, ...measured.map((one) => one.record.low));
  return Math.max(1, Math.floor(lowest * 2) / 2);
}

export function Quality({ one, brief = false }: { one: RankedProposal; brief?: boolean }) {
  const { low, high, score, contracts } = one.record;
  const [from, to] = [low.toFixed(2), high.toFixed(2)];
  if (score === null) {
    return (
      <>
        {words.table.new}
        <span className={`text-muted${brief ? ' block whitespace-nowrap' : ''}`}>
          {' '}
          {words.table.newSays(from, to)}
        </span>
      </>
    );
  }
  return (
    <>
      <Evidence href={scoreHref(one.freelancerId)}>{words.table.interval(from, to)}</Evidence>
      <span className="text-muted"> {brief ? `(${contracts})` : words.table.from(contracts)}</span>
    </>
  );
}

export function OnTime({ one }: { one: RankedProposal }) {
  const { onTime, onTimeCount } = one.record;
  if (onTime === null) return <Nothing />;
  return (
    <>
      <Evidence href={`${scoreHref(one.freelancerId)}#rates`}>
        {words.table.onTimeSays(String(Math.round(onTime * 1000) / 10))}
      </Evidence>
      <span className="text-muted"> {words.table.onTimeOf(onTimeCount)}</span>
    </>
  );
}

export function PastWork({ one }: { one: RankedProposal }) {
  if (one.inCategory === 0) return <Nothing />;
  return (
    <Evidence href={`${scoreHref(one.freelancerId)}#outcomes`}>
      {words.table.pastSays(one.inCategory)}
    </Evidence>
  );
}

export function Answers({ one }: { one: RankedProposal }) {
  const { responseRate, responseHours } = one.record;
  if (responseRate === null || responseHours === null) return <Nothing />;
  const rate = (responseRate * 100).toFixed(0);
  return (
    <Evidence href={`${scoreHref(one.freelancerId)}#rates`}>
      {words.table.answersSays(rate, words.table.hoursSpan(responseHours))}
    </Evidence>
  );
}

/** The country, with how far it is in glyph and word. */
export function Shore({ one }: { one: RankedProposal }) {
  const { country, shore } = one;
  if (country === null) return null;
  return (
    <span className="font-normal text-muted text-[0.8125rem] flex items-center gap-1.5">
      {shore !== null && <ShoreGlyph shore={shore} />}
      <span>
        {countryName(country)}
        {shore !== null && `, ${words.shores[shore]}`}
      </span>
    </span>
  );
}

/** The first letters of a name, where a face would be. */
export function Initials({ name, strong }: { name: string; strong: boolean }) {
  const letters = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => [...word][0] ?? '');
  const ink = strong ? 'bg-primary text-primary-content' : 'bg-secondary text-secondary-content';
  return (
    <span
      className={`grid place-items-center size-9 shrink-0 rounded-selector ${ink} text-sm font-semibold uppercase`}
      aria-hidden="true"
    >
      {`${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`}
    </span>
  );
}

function Nothing(): ReactNode {
  return <span className="text-muted">{words.table.none}</span>;
}

export function scoreHref(freelancerId: string): string {
  return `/freelancers/${freelancerId}/score`;
}

function percent(of: number): string {
  return `${Math.round(of * 100) / 100}%`;
}
