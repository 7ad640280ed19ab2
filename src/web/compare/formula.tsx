import { CRITERIA, type Criterion } from '#domain/projects/best-value.ts';
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import type { CompareSight } from './compare-sight.ts';

const words = text.compare.formula;

/** The rule in words, and once with the numbers of the best. */
export function Formula({ sight }: { sight: CompareSight }) {
  const newcomer = sight.ranked.some((one) => one.record.score === null);
  const { low, high } = NEWCOMER_INTERVAL;
  return (
    <Section id="how" title={words.title}>
      <p className="mt-2 max-w-[62ch]">{words.says}</p>
      <ul className="mt-2 grid gap-1.5 max-w-[62ch] text-sm">
        <li>{words.price}</li>
        <li>{words.time}</li>
        <li>
          {words.quality} {newcomer && words.newcomer(low.toFixed(2), high.toFixed(2))}
        </li>
        {sight.hidden.length > 0 && <li>{words.hidden}</li>}
      </ul>
      <p className="mt-3 text-sm text-muted">{numbersOf(sight)}</p>
    </Section>
  );
}

function numbersOf({ ranked, shares }: CompareSight): string {
  const first = ranked[0];
  if (first === undefined) return '';
  const share = (one: Criterion) => `${(shares[one] * 100).toFixed(1).replace('.0', '')}%`;
  const values = new Map<string, string>([
    ['name', first.name],
    ['fit', first.fit.fit.toFixed(1)],
    ...CRITERIA.flatMap((one): [string, string][] => [
      [one, first.fit.points[one].toFixed(1)],
      [`${one}Share`, share(one)],
    ]),
  ]);
  return words.line.replace(/\{(\w+)\}/g, (_whole, name: string) => values.get(name) ?? '');
}
