import { myWallet } from '#domain/billing/queries/my-money.ts';
import { escrowSums } from '#domain/evidence/queries/escrow-sums.ts';
import { pendingSums } from '#domain/evidence/queries/pending-sums.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { isCurrency } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink, Evidence, EvidenceSheet } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import type { Route } from './+types/wallet-sum.ts';
import { contractSumHref, eventHref, walletSumHref } from './addresses.ts';
import { RecomputedBand, RecomputeLink, wantsRecompute } from './recompute.tsx';
import { SheetPage } from './sheet-page.tsx';

export const handle: PageHandle = { nav: 'money' };

type Term = { label: string; amountMinor: bigint; href: string | null };

/** A sum of a purse: what pages show, what was found anew, and its terms. */
type PurseSum = {
  name: string;
  formula: string;
  origin: string;
  shownMinor: bigint;
  terms: Term[];
};

type Question = { db: ReadDb; actor: Actor; currency: string };

const SUMS = { available, pending, escrow };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, request } = signedIn(context);
  const { currency, sum } = params;
  if (!isCurrency(currency) || !isPurseSum(sum)) return refuse('not_found', { thing: 'sum' });
  return {
    currency,
    sum,
    purse: await SUMS[sum]({ db: readDb, actor, currency }),
    recomputed: wantsRecompute(request.url),
  };
}

function isPurseSum(name: string): name is keyof typeof SUMS {
  return Object.hasOwn(SUMS, name);
}

async function available({ db, actor, currency }: Question): Promise<PurseSum> {
  const { sheets, acts } = text.evidence;
  const wallet = await myWallet(db, actor, currency);
  const href = statementHref(currency);
  return {
    name: sheets.available.name(currency),
    formula: sheets.available.formula,
    origin: sheets.available.origin,
    shownMinor: wallet.balanceMinor,
    terms: wallet.acts.map(({ act, count, amountMinor }) => ({
      label: sheets.available.term(acts[act] ?? act, count),
      amountMinor,
      href,
    })),
  };
}

async function pending({ db, actor, currency }: Question): Promise<PurseSum> {
  const { sheets } = text.evidence;
  const earnings = await pendingSums(db, actor, currency);
  return {
    name: sheets.pending.name(currency),
    formula: sheets.pending.formula,
    origin: sheets.pending.origin,
    shownMinor: earnings.reduce((sum, one) => sum + one.amountMinor, 0n),
    terms: earnings.map((one) => ({
      label: sheets.pending.term(one.position, one.contractTitle),
      amountMinor: one.transferMinor ?? 0n,
      href: one.eventId === null ? null : eventHref(one.eventId),
    })),
  };
}

async function escrow({ db, actor, currency }: Question): Promise<PurseSum> {
  const { sheets } = text.evidence;
  const contracts = await escrowSums(db, actor, currency);
  return {
    name: sheets.walletEscrow.name(currency),
    formula: sheets.walletEscrow.formula,
    origin: sheets.walletEscrow.origin,
    shownMinor: contracts.reduce((sum, one) => sum + one.shownMinor, 0n),
    terms: contracts.map((one) => ({
      label: one.title,
      amountMinor: one.heldMinor,
      href: contractSumHref(one.contractId, 'escrow'),
    })),
  };
}

function statementHref(currency: string): string {
  return `/money/statement?currency=${currency}`;
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.purse.name ?? '') },
];

export default function WalletSumPage({ loaderData }: Route.ComponentProps) {
  const { currency, sum, purse, recomputed } = loaderData;
  const { sheets } = text.evidence;
  const shown = { currency, amountMinor: purse.shownMinor };
  const found = {
    currency,
    amountMinor: purse.terms.reduce((total, term) => total + term.amountMinor, 0n),
  };
  return (
    <SheetPage crumbs={[{ href: '/money', label: text.site.places.money }]}>
      {recomputed && <RecomputedBand shown={shown} found={found} />}
      <EvidenceSheet
        name={purse.name}
        value={<Money amount={shown} />}
        formula={purse.formula}
        terms={[
          ...purse.terms.map((term) => ({
            label: term.label,
            value: <TermSum term={term} currency={currency} />,
          })),
          { label: sheets.total, value: <Money amount={found} />, kind: 'total' as const },
        ]}
        origin={
          <p>
            {purse.terms.length === 0 ? sheets.none : purse.origin}{' '}
            <a className="lk" href={statementHref(currency)}>
              {sheets.statement}
            </a>
          </p>
        }
        acts={
          <>
            {sum === 'available' && (
              <DownloadLink href={`/money/statement.csv?currency=${currency}`}>
                {text.parts.evidence.rows}
              </DownloadLink>
            )}
            <RecomputeLink href={walletSumHref(currency, sum)} />
          </>
        }
      />
    </SheetPage>
  );
}

function TermSum({ term, currency }: { term: Term; currency: string }) {
  const money = <Money amount={{ amountMinor: term.amountMinor, currency }} />;
  return term.href === null ? money : <Evidence href={term.href}>{money}</Evidence>;
}
