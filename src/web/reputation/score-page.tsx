import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import { FORMULA } from '#domain/reputation/quality-score.ts';
import { web } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink } from '#web/ui/evidence.tsx';
import { MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState, Fold } from '#web/ui/panel.tsx';
import { Day, Time } from '#web/ui/time.tsx';
import type { Route } from './+types/score-page.ts';
import { OutcomesTable } from './outcomes-table.tsx';
import { Rates } from './rates.tsx';
import { type ScoreSight, scoreSight, sideOfAddress } from './score-sight.ts';

const words = text.reputation.sheet;

export const handle: PageHandle = {};
export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: text.site.title(
      loaderData === undefined ? '' : words.title[loaderData.side](loaderData.name),
    ),
  },
];

/** What is behind a score; public, as the score is. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const from = Number(new URL(request.url).searchParams.get('from') ?? 1) || 1;
  return scoreSight(web(context), {
    partyId: params.id,
    side: sideOfAddress(request),
    from: Math.trunc(from),
  });
}

export default function ScorePage({ loaderData }: Route.ComponentProps) {
  const sight = loaderData;
  return (
    <WorkPage
      head={<Head sight={sight} />}
      aside={
        <>
          <Rates sight={sight} />
          <Recompute sight={sight} />
        </>
      }
      asideLabel={words.rates}
    >
      {sight.score === null ? (
        <EmptyState title={words.isNew}>
          {words.newSays(NEWCOMER_INTERVAL.low.toFixed(2), NEWCOMER_INTERVAL.high.toFixed(2))}
        </EmptyState>
      ) : (
        <>
          <How sight={sight} />
          <Moved sight={sight} />
        </>
      )}
      <Shows sight={sight} />
      {sight.outcomes.length > 0 && <OutcomesTable sight={sight} />}
    </WorkPage>
  );
}

function Head({ sight }: { sight: ScoreSight }) {
  const { side, name, score, low, high, asOf, span, base } = sight;
  return (
    <PageHead
      crumbs={[{ href: base, label: name }]}
      title={
        <>
          {words.title[side](name)}: {score === null ? words.isNew : score.toFixed(2)}
        </>
      }
      facts={
        score === null || low === null || high === null
          ? []
          : [
              words.between(low.toFixed(2), high.toFixed(2)),
              words.from(span.of),
              <Phrase key="at" says={words.asOf} values={{ time: <Time at={asOf} /> }} />,
            ]
      }
      acts={<DownloadLink href={`${base}/score.json`}>{words.json}</DownloadLink>}
    />
  );
}

/** The two things that the score mixes, and how much each weighs. */
function How({ sight }: { sight: ScoreSight }) {
  const { score, low, high, weight } = sight;
  if (score === null || low === null || high === null) return null;
  const { priorMean, priorWeight } = FORMULA;
  const stars = (x: number) => (1 + 4 * x).toFixed(4);
  const mean = (((score - 1) / 4) * (priorWeight + weight) - priorWeight * priorMean) / weight;
  return (
    <Section id="how" title={words.how}>
      <p className="mt-2 max-w-[62ch]">{words.formula}</p>
      <MoneyLines className="mt-2 max-w-xl text-sm">
        <MoneyLine label={`${words.beginning}, ${words.weight(priorWeight.toFixed(2))}`}>
          {stars(priorMean)}
        </MoneyLine>
        <MoneyLine label={`${words.evidence}, ${words.weight(weight.toFixed(2))}`}>
          {stars(mean)}
        </MoneyLine>
        <MoneyLine kind="total" label={words.total}>
          {score.toFixed(4)}
        </MoneyLine>
        <MoneyLine kind="sub" label={words.interval}>
          {low.toFixed(4)}–{high.toFixed(4)}
        </MoneyLine>
      </MoneyLines>
    </Section>
  );
}

function Moved({ sight }: { sight: ScoreSight }) {
  const { moved, movedBy } = sight;
  if (moved === null || movedBy === null) return null;
  const values = {
    title: <b>{movedBy.title ?? words.privately}</b>,
    day: <Day at={movedBy.endedAt} />,
    from: moved.from?.toFixed(2),
    to: moved.to?.toFixed(2),
  };
  return (
    <Section id="moved" title={words.moved}>
      <p className="mt-2 max-w-[62ch]">
        <Phrase says={moved.from === null ? words.movedFirst : words.movedSays} values={values} />
      </p>
    </Section>
  );
}

/** The components with their weights, the bound on one counterparty, and every constant. */
function Shows({ sight }: { sight: ScoreSight }) {
  const { components, formula } = sight;
  const names = Object.keys(components) as (keyof typeof components)[];
  return (
    <Section id="shows" title={words.shows}>
      <ul className="mt-2 grid gap-1.5 max-w-[62ch]">
        {names.map((one) => (
          <li key={one}>
            <b className="font-semibold">{text.reputation.components[one]}</b>,{' '}
            {words.showsWeight(((components[one] ?? 0) * 100).toFixed(0))}.{' '}
            {text.reputation.componentSays[one]}
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-[62ch]">
        <b className="font-semibold">{words.bounded}.</b> {words.boundedSays}
      </p>
      <Fold summary={words.constants}>
        <MoneyLines className="max-w-xl">
          {Object.entries(words.constant).map(([name, label]) => (
            <MoneyLine key={name} label={label}>
              {constantOf(formula, name, sight.baseCurrency)}
            </MoneyLine>
          ))}
        </MoneyLines>
      </Fold>
    </Section>
  );
}

function constantOf(formula: typeof FORMULA, name: string, currency: string): string {
  const value = new Map<string, number>(Object.entries(formula)).get(name);
  return name === 'stakeUnit' ? `${currency}\u00a0${value}` : String(value ?? '');
}

function Recompute({ sight }: { sight: ScoreSight }) {
  return (
    <section aria-labelledby="recompute" className="text-sm">
      <h2 id="recompute" className="text-lg">
        {words.recompute}
      </h2>
      <p className="mt-2">{words.recomputeSays}</p>
      <pre className="mt-2 whitespace-pre-wrap wrap-anywhere rounded-field bg-base-200 p-3">
        <code>{words.command('score.json')}</code>
      </pre>
      <p className="mt-3">
        <a className="lk py-1" href={`${sight.base}/score.json`}>
          {words.json}
        </a>
      </p>
    </section>
  );
}
