import { languageName } from '#domain/directory/language.ts';
import { lookingFrom, web } from '#web/context.ts';
import { AvailabilityBadge, points, rateSpan, Where } from '#web/directory/figures.tsx';
import { pageMeta } from '#web/directory/page-meta.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { FeedbackList } from '#web/reputation/feedback-list.tsx';
import { text } from '#web/text/catalogue.ts';
import { Initials } from '#web/ui/initials.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Prose } from '#web/ui/prose.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/profile-page.ts';
import { AskPanel } from './ask-panel.tsx';
import { Measured } from './measured.tsx';
import { Outcomes } from './outcomes.tsx';
import { Portfolio, pictureHref } from './portfolio.tsx';
import { type ProfileSight, profileSight } from './profile-sight.ts';
import { structuredData } from './structured-data.ts';

const words = text.directory.profile;

export const handle: PageHandle = { nav: 'freelancers' };

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (loaderData === undefined) return [];
  const { sight, url } = loaderData;
  const { freelancer, stars } = sight;
  const address = `${url}/freelancers/${freelancer.id}`;
  const shown = freelancer.portfolio.find(({ width, hiddenAt }) => width !== null && !hiddenAt);
  return pageMeta({
    title: words.titleOf(freelancer.name, freelancer.headline),
    description: descriptionOf(sight),
    url: address,
    type: 'profile',
    image: shown === undefined ? undefined : url + pictureHref(shown.id, 1200),
    data: structuredData(freelancer, { address, stars }),
  });
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const all = web(context);
  const url = new URL(request.url);
  const sight = await profileSight(all, params.id, url.searchParams.get('cursor') ?? '');
  return {
    sight,
    from: lookingFrom(context),
    url: all.config.url,
  };
}

export default function Profile({ loaderData }: Route.ComponentProps) {
  const { sight, from } = loaderData;
  const { freelancer, about, isOwn } = sight;
  return (
    <WorkPage
      head={<Head sight={sight} from={from} />}
      aside={
        <>
          <AskPanel sight={sight} />
          <Lists sight={sight} />
          {!isOwn && (
            <p className="text-sm">
              <a className="text-muted underline" href={`/report/freelancer/${freelancer.id}`}>
                {words.report}
              </a>
            </p>
          )}
        </>
      }
      asideLabel={words.facts}
    >
      <Measured sight={sight} />
      <Section id="about" title={words.about(freelancer.name)}>
        <div className="mt-2">
          <Prose html={about} />
        </div>
      </Section>
      <Portfolio items={freelancer.portfolio} />
      <Outcomes sight={sight} />
      <FeedbackList
        title={words.feedback}
        none={words.feedbackNone}
        about={freelancer.name}
        page={sight.feedback}
        base={`/freelancers/${freelancer.id}`}
        paged={sight.cursor !== ''}
        isOwn={isOwn}
        fromHref={({ fromParty }) => `/clients/${fromParty}`}
      />
    </WorkPage>
  );
}

function Head({ sight, from }: { sight: ProfileSight; from: string | null }) {
  const { freelancer } = sight;
  const { country, awayUntil, availability, kind } = freelancer;
  const [first] = freelancer.categories;
  return (
    <PageHead
      crumbs={[
        { href: '/freelancers', label: words.crumb },
        ...(first === undefined ? [] : [{ href: `/categories/${first.slug}`, label: first.name }]),
      ]}
      title={
        <>
          <span className="flex items-center gap-3">
            <Initials name={freelancer.name} size="large" strong />
            {freelancer.name}
          </span>
          <span className="block mt-1 text-lg font-normal leading-6 tracking-normal max-w-[62ch]">
            {freelancer.headline}
          </span>
        </>
      }
      acts={
        // On phones the panel stands below everything else.
        <a className="btn lg:hidden" href={sight.isOwn ? '#own' : '#ask'}>
          {sight.isOwn ? words.facts : words.toAsk}
        </a>
      }
      state={<AvailabilityBadge availability={availability} boxed />}
      facts={[
        ...(availability === 'away' && awayUntil !== null
          ? [<Phrase key="a" says={words.awayUntil} values={{ day: <Day at={awayUntil} /> }} />]
          : []),
        ...(country === null ? [] : [<Where key="w" country={country} from={from} />]),
        kind === 'agency' ? words.agency : words.member,
        <Phrase key="s" says={words.since} values={{ day: <Day at={freelancer.since} /> }} />,
      ]}
    />
  );
}

/** What it does, in lists that lead on. */
function Lists({ sight }: { sight: ProfileSight }) {
  const { categories, skills, languages } = sight.freelancer;
  return (
    <>
      {categories.length > 0 && (
        <Section id="work" title={words.work}>
          <ul className="mt-2 text-sm">
            {categories.map(({ slug, name }) => (
              <li key={slug} className="py-1">
                <a className="lk" href={`/categories/${slug}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {skills.length > 0 && (
        <Section id="skills" title={words.skills}>
          <ul className="mt-2 text-sm flex flex-wrap gap-x-4 gap-y-1">
            {skills.map(({ slug, name }) => (
              <li key={slug}>
                <a className="lk inline-block py-1" href={`/freelancers?skills=${slug}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {languages.length > 0 && (
        <Section id="languages" title={words.languages}>
          <ul className="mt-2 text-sm">
            {languages.map(({ code, level }) => (
              <li key={code} className="py-1">
                {languageName(code)}{' '}
                <span className="text-muted">{text.directory.levels[level]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function descriptionOf({ freelancer, reputation }: ProfileSight): string {
  const { categories, rateLowMinor: low, rateHighMinor: high, currency } = freelancer;
  const score = reputation?.score ?? null;
  return words.descriptionOf([
    freelancer.headline,
    ...(low === null ? [] : [words.rateWords(rateSpan(low, high ?? low, currency))]),
    ...(score === null ? [] : [words.scoreWords(points(score), reputation?.contracts ?? 0)]),
    categories.map(({ name }) => name).join(', '),
  ]);
}
