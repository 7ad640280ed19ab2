import type { ReactNode } from 'react';
import type { MyProject } from '#domain/projects/queries/my-projects.ts';
import type { MyProposal } from '#domain/projects/queries/my-proposals.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';

const words = text.dashboard;

/** The newest projects and proposals, a line each. */
export function Glance({
  projects,
  proposals,
}: {
  projects: readonly MyProject[];
  proposals: readonly MyProposal[];
}) {
  return (
    <>
      {projects.length > 0 && (
        <Lines id="projects" words={words.projects} href="/my/projects">
          {projects.map((one) => (
            <Line
              key={one.id}
              href={`/projects/${one.id}`}
              title={one.title}
              state={
                one.state === 'open' && one.proposalsCount > 0 ? (
                  <StateBadge {...text.states.chooseOne} />
                ) : (
                  <StateBadge {...text.states.project[one.state]} />
                )
              }
            >
              {one.state !== 'draft' && (
                <a className="ev" href={`/projects/${one.id}/evidence/proposals`}>
                  {words.projects.proposals(one.proposalsCount)}
                </a>
              )}
            </Line>
          ))}
        </Lines>
      )}
      {proposals.length > 0 && (
        <Lines id="proposals" words={words.proposals} href="/my/proposals">
          {proposals.map((one) => (
            <Line
              key={one.id}
              href={`/proposals/${one.id}`}
              title={one.title}
              state={<StateBadge {...text.states.proposal[one.state]} />}
            >
              <Evidence href={`/proposals/${one.id}#milestones`}>
                <Money amount={{ amountMinor: one.priceMinor, currency: one.currency }} />
              </Evidence>
            </Line>
          ))}
        </Lines>
      )}
    </>
  );
}

function Lines({
  id,
  words: { title, all },
  href,
  children,
}: {
  id: string;
  words: { title: string; all: string };
  href: string;
  children: ReactNode;
}) {
  return (
    <Section
      id={id}
      title={title}
      beside={
        <a className="lk text-sm py-2" href={href}>
          {all}
        </a>
      }
    >
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300 text-sm">{children}</ul>
    </Section>
  );
}

function Line({
  href,
  title,
  state,
  children,
}: {
  href: string;
  title: string;
  state: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="py-3 grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1">
      <a className="lk font-medium py-0.5 justify-self-start" href={href}>
        {title}
      </a>
      <span className="text-end">{children}</span>
      <span className="col-span-full">{state}</span>
    </li>
  );
}
