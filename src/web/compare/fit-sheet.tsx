import { formatAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { bestOf } from '#domain/projects/best-value.ts';
import { offerOf } from '#domain/projects/queries/comparison.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { EvidenceSheet, type EvidenceTerm } from '#web/ui/evidence.tsx';
import type { Route } from './+types/fit-sheet.ts';
import { compareHref, parseCompare } from './compare-question.ts';
import { compareSight } from './compare-sight.ts';
import { scoreHref } from './figures.tsx';

const words = text.compare.sheet;

export const handle: PageHandle = { nav: 'projects' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.name(loaderData?.one.name ?? '')) },
];

/** What is behind one fit: the same weights in the address give the same number. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = parseCompare(new URL(request.url).searchParams);
  const question = { ...asked, view: 'all', show: [], from: 1 } as const;
  const sight = await compareSight(signedIn(context), params.id, question);
  const one = sight.ranked.find((row) => row.id === params.proposalId);
  if (one === undefined) return refuse('not_found', { thing: 'proposal' });
  const best = bestOf(sight.ranked.map(offerOf));
  const { project, shares } = sight;
  return { project, shares, one, best, question, of: sight.ranked.length };
}

export default function FitSheet({ loaderData }: Route.ComponentProps) {
  const { project, one, question, of } = loaderData;
  return (
    <div className="wrap pt-8">
      <EvidenceSheet
        name={words.name(one.name)}
        value={one.fit.fit.toFixed(1)}
        formula={words.formula}
        terms={termsOf(loaderData)}
        origin={
          <>
            <Phrase
              says={words.origin}
              values={{
                proposal: (
                  <a className="lk" href={`/proposals/${one.id}`}>
                    {words.proposal}
                  </a>
                ),
                score: (
                  <a className="lk" href={scoreHref(one.freelancerId)}>
                    {words.score}
                  </a>
                ),
              }}
            />{' '}
            {one.record.score === null && `${words.newcomer} `}
            {words.best.replace('{n}', String(of))}
          </>
        }
        acts={
          <a className="btn" href={compareHref(project.id, question)}>
            {words.back}
          </a>
        }
      />
    </div>
  );
}

function termsOf({
  project,
  one,
  best,
  shares,
  of,
}: Route.ComponentProps['loaderData']): EvidenceTerm[] {
  const { points, parts, fit, fitHigh, place } = one.fit;
  const sum = (minor: bigint) =>
    `${project.currency}\u00a0${formatAmount(minor, project.currency)}`;
  const fill = (says: string, values: Record<string, string>) =>
    says.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
  const price = {
    best: sum(BigInt(best.payMinor)),
    own: sum(one.fees.clientPaysMinor),
    points: points.price.toFixed(4),
    share: share(shares.price),
  };
  const time = {
    best: String(best.deliveryDays),
    own: String(one.deliveryDays),
    points: points.time.toFixed(4),
    share: share(shares.time),
  };
  const quality = {
    low: one.record.low.toFixed(6),
    points: points.quality.toFixed(4),
    share: share(shares.quality),
  };
  return [
    { label: `${words.priceLabel}: ${fill(words.price, price)}`, value: parts.price.toFixed(4) },
    { label: `${words.timeLabel}: ${fill(words.time, time)}`, value: parts.time.toFixed(4) },
    {
      label: `${words.qualityLabel}: ${fill(words.quality, quality)}`,
      value: parts.quality.toFixed(4),
    },
    { label: words.total, value: fit.toFixed(4), kind: 'total' },
    { label: words.placeLabel, value: words.place(place, of) },
    {
      label: words.high(one.record.high.toFixed(2)),
      value: fitHigh.toFixed(4),
      kind: 'left out',
    },
  ];
}

function share(of: number): string {
  return `${(of * 100).toFixed(4).replace(/\.?0+$/, '')}%`;
}
