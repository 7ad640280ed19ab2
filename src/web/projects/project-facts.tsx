import type { ReactNode } from 'react';
import { countryName } from '#domain/accounts/country.ts';
import type { Audience, Pricing, ProjectState } from '#domain/projects/project.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Amount, Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';

const words = text.projects;

type Budgeted = {
  pricing: Pricing;
  currency: string;
  budgetLowMinor: bigint | null;
  budgetHighMinor: bigint | null;
};

/** `USD 1,200.00–2,000.00`, with "an hour" where the work is paid by the hour. */
export function Budget({ project }: { project: Budgeted }) {
  const { currency, budgetLowMinor, budgetHighMinor, pricing } = project;
  if (budgetLowMinor === null && budgetHighMinor === null) return <>{words.budget.none}</>;
  const sum = <Range currency={currency} low={budgetLowMinor} high={budgetHighMinor} />;
  return pricing === 'fixed' ? sum : <Phrase says={words.budget.hourly} values={{ sum }} />;
}

function Range({
  currency,
  low,
  high,
}: {
  currency: string;
  low: bigint | null;
  high: bigint | null;
}) {
  if (low !== null && high !== null && low !== high) {
    const values = {
      low: <Money amount={{ amountMinor: low, currency }} />,
      high: <Amount amount={{ amountMinor: high, currency }} />,
    };
    return <Phrase says={words.budget.between} values={values} />;
  }
  const sum = <Money amount={{ amountMinor: high ?? low ?? 0n, currency }} />;
  if (low === null) return <Phrase says={words.budget.upTo} values={{ high: sum }} />;
  return high === null ? <Phrase says={words.budget.from} values={{ low: sum }} /> : sum;
}

/** The state; to the client of an open project with proposals it is a question. */
export function ProjectBadge({
  project,
  isClient,
  boxed = false,
}: {
  project: { state: ProjectState; proposalsCount: number };
  isClient: boolean;
  boxed?: boolean;
}) {
  const { state, proposalsCount } = project;
  const choose = isClient && state === 'open' && proposalsCount > 0;
  const look = choose ? text.states.chooseOne : text.states.project[state];
  return <StateBadge {...look} boxed={boxed} />;
}

/** How many proposals a project got; the number opens what it is counted from. */
export function ProposalsCount({ project }: { project: { id: string; proposalsCount: number } }) {
  return (
    <Evidence href={`/projects/${project.id}/evidence/proposals`}>
      {project.proposalsCount}
    </Evidence>
  );
}

/** A party with its country; the name leads to its page where it has one. */
export function PartyName({
  name,
  country,
  href,
}: {
  name: string;
  country: string | null;
  href?: string | undefined;
}) {
  return (
    <>
      {href === undefined ? (
        name
      ) : (
        <a className="lk" href={href}>
          {name}
        </a>
      )}
      {country !== null && `, ${countryName(country)}`}
    </>
  );
}

type Facts = Budgeted & {
  id: string;
  categoryName: string;
  expectedHours: number | null;
  wantedOn: string | null;
  audience: Audience;
  proposalsCount: number;
  clientId: string;
  clientName: string;
  clientCountry: string | null;
};

/** What matters at a glance, beside the text. */
export function FactsPanel({ project }: { project: Facts }) {
  const { page } = words;
  const { expectedHours, wantedOn, pricing } = project;
  const lines: [string, ReactNode][] = [
    [pricing === 'hourly' ? page.budgetHour : page.budget, <Budget key="b" project={project} />],
    ...(expectedHours === null ? [] : [[page.expectedHours, expectedHours] as [string, number]]),
    ...(wantedOn === null ? [] : [[page.wantedOn, <Day key="w" at={wantedOn} />] as never]),
    [page.proposals, <ProposalsCount key="p" project={project} />],
    [page.category, project.categoryName],
    [page.openTo, words.audience[project.audience]],
    [
      page.client,
      <PartyName
        key="c"
        name={project.clientName}
        country={project.clientCountry}
        href={`/clients/${project.clientId}`}
      />,
    ],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="text-lg">
        {page.facts}
      </h2>
      <MoneyLines className="mt-2 text-sm border-t border-base-300">
        {lines.map(([label, value]) => (
          <MoneyLine key={label} label={label}>
            {value}
          </MoneyLine>
        ))}
      </MoneyLines>
    </section>
  );
}

/** How escrow works, for whoever thinks of proposing. */
export function EscrowPromise() {
  const { page } = words;
  return (
    <section aria-labelledby="escrow" className="text-sm">
      <h2 id="escrow" className="text-lg">
        {page.escrowTitle}
      </h2>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {page.escrow.map((line) => (
          <li key={line} className="py-2.5">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
