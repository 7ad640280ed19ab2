import { contractSums } from '#domain/evidence/queries/contract-sums.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink, EventLink, Evidence, EvidenceSheet } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import type { Route } from './+types/contract-sum.ts';
import { contractSumHref, eventHref } from './addresses.ts';
import {
  isContractSum,
  type SumTerm,
  shownSum,
  sumTerms,
  usedTransfers,
} from './contract-terms.ts';
import { RecomputedBand, RecomputeLink, wantsRecompute } from './recompute.tsx';
import { SheetPage } from './sheet-page.tsx';

export const handle: PageHandle = { nav: 'contracts' };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, request } = signedIn(context);
  const name = params.sum;
  if (!isContractSum(name)) return refuse('not_found', { thing: 'sum' });
  const { page, transfers } = await contractSums(readDb, actor, params.id);
  return {
    name,
    contract: { id: params.id, title: page.contract.title, currency: page.contract.currency },
    terms: sumTerms(transfers, name),
    transfers: usedTransfers(transfers, name).length,
    shownMinor: shownSum(page, name),
    recomputed: wantsRecompute(request.url),
  };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? text.evidence.sheets[loaderData.name].name : '') },
];

export default function ContractSumPage({ loaderData }: Route.ComponentProps) {
  const { name, contract, terms, transfers, shownMinor, recomputed } = loaderData;
  const { sheets } = text.evidence;
  const { currency } = contract;
  const found = { currency, amountMinor: terms.reduce((sum, term) => sum + term.amountMinor, 0n) };
  const href = contractSumHref(contract.id, name);
  return (
    <SheetPage crumbs={crumbsOf(contract)}>
      {recomputed && <RecomputedBand shown={{ currency, amountMinor: shownMinor }} found={found} />}
      <EvidenceSheet
        name={`${sheets[name].name}: ${contract.title}`}
        value={<Money amount={{ currency, amountMinor: shownMinor }} />}
        formula={sheets[name].formula}
        terms={[
          ...terms.map((term) => ({
            label: labelOf(term, name === 'escrow'),
            value: (
              <Evidence href={eventHref(term.eventId)}>
                <Money amount={{ currency, amountMinor: term.amountMinor }} />
              </Evidence>
            ),
          })),
          { label: sheets.total, value: <Money amount={found} />, kind: 'total' as const },
        ]}
        origin={<Origin terms={terms} transfers={transfers} />}
        acts={
          <>
            <DownloadLink href={`${href}/rows.csv`}>{text.parts.evidence.rows}</DownloadLink>
            <RecomputeLink href={href} />
          </>
        }
      />
    </SheetPage>
  );
}

function crumbsOf(contract: { id: string; title: string }) {
  return [
    { href: '/contracts', label: text.site.places.contracts },
    { href: `/contracts/${contract.id}`, label: contract.title },
  ];
}

function Origin({ terms, transfers }: { terms: readonly SumTerm[]; transfers: number }) {
  const { sheets } = text.evidence;
  if (terms.length === 0) return <p>{sheets.none}</p>;
  const events = new Map(terms.map((term) => [term.eventId, term.eventSeq]));
  return (
    <>
      <p>{sheets.from(transfers, events.size)}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {[...events].map(([id, seq]) => (
          <EventLink key={id} href={eventHref(id)} seq={seq ?? ''} />
        ))}
      </p>
    </>
  );
}

function labelOf(term: SumTerm, bothWays: boolean): string {
  const { sheets } = text.evidence;
  const milestone = sheets.milestone(term.position, term.milestoneTitle);
  return bothWays ? `${milestone}: ${term.out ? sheets.out : sheets.into}` : milestone;
}
