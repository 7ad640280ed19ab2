import type { Completeness, ProfilePart } from '#domain/directory/completeness.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';

const words = text.profile.meter;
const { parts } = text.profile;

/** Where each part is told. */
const PLACES: Record<ProfilePart, string> = {
  headline: '#headline',
  about: '#about',
  categories: '/profile/skills',
  skills: '/profile/skills',
  more_skills: '/profile/skills',
  rate: '#rateLow',
  country: '#country',
  portfolio: '/profile/portfolio/new',
  languages: '#languages.0.code',
  hours: '#hoursAWeek',
};

/** Points to 100, the best next step, and each part with its points. */
export function CompletenessMeter({ completeness }: { completeness: Completeness }) {
  const { points, next, parts: told } = completeness;
  return (
    <section aria-labelledby="meter">
      <h2 id="meter" className="text-lg">
        {words.title}
      </h2>
      <p className="tile-n mt-1">{words.of(points)}</p>
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="w-full h-2 mt-1 block"
        aria-hidden="true"
      >
        <rect width="100" height="4" className="fill-base-300" />
        <rect width={points} height="4" className="fill-primary" />
      </svg>
      <p className="mt-2">{next === null ? words.all : <NextStep part={next} />}</p>
      <ul className="mt-3 text-sm grid gap-1" aria-label={words.list}>
        {told.map(({ part, points: got, of, needed }) => (
          <li key={part} className="flex gap-2 items-start">
            <Icon
              name={got === of ? 'circle-check' : 'circle-dashed'}
              className={`mt-0.5 ${got === of ? 'text-success' : 'text-muted'}`}
            />
            <span className="min-w-0 grow">
              <span className="sr-only">{got === of ? words.done : words.open}: </span>
              {parts[part].told}
              {needed && got < of && <span className="text-muted"> ({words.needed})</span>}
            </span>
            <span className="text-muted whitespace-nowrap">{words.points(of)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one thing that is best done now. */
export function NextStep({ part }: { part: ProfilePart }) {
  return (
    <>
      {words.next}{' '}
      <a className="lk" href={PLACES[part]}>
        {parts[part].does}
      </a>
    </>
  );
}
