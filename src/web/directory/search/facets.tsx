import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';

const words = text.directory.search;

/** One way to narrow a list down: a link to the list as it would be then, and how long that is. */
export type FacetChoice = {
  label: string;
  href: string;
  chosen: boolean;
  count: string;
  within?: readonly FacetChoice[];
};

export type Facet = {
  id: string;
  title: string;
  choices: readonly FacetChoice[];
  /** How to see more than these. */
  note?: string;
};

/** How many choices stand in sight before the rest folds away. */
const IN_SIGHT = 7;

/**
 * The facets of a list. On wide screens they stand beside it; on phones they wait behind one line,
 * so that the list comes first.
 */
export function Facets({
  facets,
  chosen,
  children,
}: {
  facets: readonly Facet[];
  /** How many filters are set. */
  chosen: number;
  /** What stands below them. */
  children?: ReactNode;
}) {
  return (
    <details className="facets">
      <summary className="btn w-full lg:hidden">
        {words.refineCount(chosen)}
        <Icon name="chevron-down" />
      </summary>
      <div className="max-lg:mt-4 grid grid-cols-[minmax(0,1fr)] gap-6">
        <nav aria-label={words.refine} className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <h2 className="sr-only">{words.refine}</h2>
          {facets.map((facet) => (
            <FacetList key={facet.id} facet={facet} />
          ))}
        </nav>
        {children}
      </div>
    </details>
  );
}

function FacetList({ facet }: { facet: Facet }) {
  const { id, title, choices, note } = facet;
  const chosenAt = choices.findIndex((one) => one.chosen || one.within?.some((in_) => in_.chosen));
  const sight = choices.length <= IN_SIGHT + 1 ? choices.length : Math.max(IN_SIGHT, chosenAt + 1);
  const rest = choices.slice(sight);
  return (
    <section aria-labelledby={`facet-${id}`}>
      <h3 id={`facet-${id}`} className="text-sm font-semibold border-b border-edge pb-1.5">
        {title}
      </h3>
      <Choices choices={choices.slice(0, sight)} />
      {rest.length > 0 && (
        <details>
          <summary className="sm text-sm">{words.more_(rest.length)}</summary>
          <Choices choices={rest} />
        </details>
      )}
      {note !== undefined && <p className="mt-1.5 text-sm text-muted">{note}</p>}
    </section>
  );
}

function Choices({ choices, inner = false }: { choices: readonly FacetChoice[]; inner?: boolean }) {
  return (
    <ul className={inner ? 'ps-4' : 'mt-1'}>
      {choices.map((choice) => (
        <li key={choice.href}>
          <ChoiceLink choice={choice} />
          {choice.within !== undefined && choice.within.length > 0 && (
            <Choices choices={choice.within} inner />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A chosen one leads back to the list without it. */
function ChoiceLink({ choice }: { choice: FacetChoice }) {
  const { label, href, chosen, count } = choice;
  return (
    <a
      href={href}
      rel="nofollow"
      aria-current={chosen ? 'true' : undefined}
      aria-label={chosen ? text.parts.clearFilter(label) : undefined}
      className={`flex items-baseline gap-2 py-1.5 max-lg:min-h-11 max-lg:py-2.5 text-sm rounded-selector hover:bg-base-200 ${chosen ? 'font-semibold' : ''}`}
    >
      <span className="min-w-0 flex-1">{label}</span>
      {chosen ? (
        <Icon name="x" className="self-center" />
      ) : (
        <span className="text-muted">{count}</span>
      )}
    </a>
  );
}
