import { countryName } from '#domain/accounts/country.ts';
import { partyProfile } from '#domain/accounts/queries/party-profile.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { projectsOfClient } from '#domain/projects/queries/projects-of-client.ts';
import type { Component } from '#domain/reputation/quality-score.ts';
import { feedbackAbout } from '#domain/reputation/queries/feedback.ts';
import { type OutcomeRow, outcomesOf } from '#domain/reputation/queries/outcomes.ts';
import { scoreOf } from '#domain/reputation/queries/score.ts';
import { web } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { Budget } from '#web/projects/project-facts.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/client-page.ts';
import { FeedbackList } from './feedback-list.tsx';

const words = text.reputation.client;
const FEEDBACK_ROWS = 10;
const PROJECTS = 20;

export const handle: PageHandle = {};
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.party.name ?? words.crumb) },
];

/** What everybody may know of a client before working for it. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, viewer, now } = web(context);
  const { id } = params;
  if (!isId(id)) refuse('not_found', { thing: 'party' });
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const party = await partyProfile(readDb, id, viewer?.actor.partyId);
  const [reputation, outcomes, feedback, projects] = await Promise.all([
    scoreOf(readDb, id, 'client'),
    outcomesOf(readDb, id, 'client'),
    feedbackAbout(readDb, id, { cursor, limit: FEEDBACK_ROWS, side: 'client' }),
    projectsOfClient(readDb, { clientId: id, limit: PROJECTS, now }),
  ]);
  const { about: _about, ...shown } = party;
  return {
    party: shown,
    reputation,
    shares: {
      kept: shareOf(outcomes, 'kept'),
      decides: shareOf(outcomes, 'decides'),
      scope: shareOf(outcomes, 'scope'),
    },
    feedback,
    cursor: cursor ?? null,
    projects,
    isOwn: viewer?.actor.partyId === id,
  };
}

/** Of everything counted, how much: 0 to 1; null where nothing was. Money counts by contract. */
function shareOf(outcomes: readonly OutcomeRow[], component: Component): number | null {
  const seen = outcomes.flatMap(({ inputs }) => inputs.seen[component] ?? []);
  if (seen.length === 0) return null;
  const byCount = component !== 'kept';
  const part = seen.reduce((sum, one) => sum + (byCount ? one.part : one.value), 0);
  const whole = seen.reduce((sum, one) => sum + (byCount ? one.whole : 1), 0);
  return whole === 0 ? null : part / whole;
}

export default function ClientPage({ loaderData }: Route.ComponentProps) {
  const { party, projects, feedback, isOwn, cursor } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          title={party.name}
          facts={[
            ...(party.country === null ? [] : [countryName(party.country)]),
            ...(party.kind === 'organization' ? [words.agency] : []),
            <Phrase
              key="since"
              says={words.since}
              values={{ day: <Day at={party.createdAt} /> }}
            />,
          ]}
        />
      }
    >
      <Figures sight={loaderData} />
      <Section id="projects" title={words.projects}>
        {projects.length === 0 ? (
          <p className="mt-2 text-muted">{words.projectsNone}</p>
        ) : (
          <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
            {projects.map((one) => (
              <li key={one.id} className="py-2.5 flex flex-wrap gap-x-5 gap-y-1">
                <a className="lk min-w-0 flex-1 basis-72" href={`/projects/${one.id}`}>
                  {one.title}
                </a>
                <span className="text-sm text-muted">{one.categoryName}</span>
                <span className="text-sm">
                  <Budget project={one} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <FeedbackList
        title={words.feedback}
        none={words.feedbackNone}
        about={party.name}
        page={feedback}
        base={`/clients/${party.id}`}
        paged={cursor !== null}
        isOwn={isOwn}
      />
    </WorkPage>
  );
}

function Figures({ sight }: { sight: Route.ComponentProps['loaderData'] }) {
  const { reputation: of, shares, party } = sight;
  const sheet = `/clients/${party.id}/score`;
  const number = (share: number | null) =>
    share === null ? (
      <span className="text-base font-normal text-muted">{words.none}</span>
    ) : (
      <Evidence href={`${sheet}#outcomes`}>{`${Math.round(share * 1000) / 10}%`}</Evidence>
    );
  const scored = of !== null && of.score !== null && of.low !== null && of.high !== null;
  return (
    <Tiles label={words.figures}>
      <Tile
        label={words.score}
        number={<Evidence href={sheet}>{scored ? of.score?.toFixed(2) : words.isNew}</Evidence>}
        words={
          scored
            ? words.scoreSays(of.low?.toFixed(2) ?? '', of.high?.toFixed(2) ?? '', of.contracts)
            : words.isNewSays
        }
      />
      <Tile label={words.pays} number={number(shares.kept)} words={words.paysSays} />
      <Tile label={words.decides} number={number(shares.decides)} words={words.decidesSays} />
      <Tile label={words.scope} number={number(shares.scope)} words={words.scopeSays} />
    </Tiles>
  );
}
