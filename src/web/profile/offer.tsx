import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';

const words = text.profile.offer;

type Named = { slug: string; name: string };

/** The categories and skills that were chosen, and the way to choose others. */
export function Offer({
  categories,
  skills,
  mayChange,
}: {
  categories: readonly Named[];
  skills: readonly Named[];
  mayChange: boolean;
}) {
  const none = categories.length + skills.length === 0;
  return (
    <Section id="offer" title={words.title}>
      {none ? (
        <p className="mt-2">{words.none}</p>
      ) : (
        <>
          <p className="mt-2 font-medium">{categories.map(({ name }) => name).join(' · ')}</p>
          <p className="mt-1 text-muted">{skills.map(({ name }) => name).join(' · ')}</p>
        </>
      )}
      {mayChange && (
        <p className="mt-3">
          <a className="btn" href="/profile/skills">
            {words.change}
          </a>
        </p>
      )}
    </Section>
  );
}
