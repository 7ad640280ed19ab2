import type { PurseSight } from '#domain/billing/queries/my-money.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { countHref, walletSumHref } from '#web/evidence/addresses.ts';
import { mainPurse } from '#web/money/main-purse.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { Day } from '#web/ui/time.tsx';

const words = text.dashboard.tiles;

/** Four figures: three of money in the party's main currency, and its contracts in progress. */
export function MoneyTiles({
  purses,
  active,
  baseCurrency,
}: {
  purses: readonly PurseSight[] | null;
  baseCurrency: string;
  active: number;
}) {
  const purse =
    purses === null ? undefined : (mainPurse(purses, baseCurrency) ?? emptyPurse(baseCurrency));
  return (
    <Tiles label={words.label}>
      {purse !== undefined && <PurseTiles purse={purse} purses={purses ?? []} />}
      <Tile
        label={words.contracts}
        number={<Evidence href={countHref('in-progress')}>{active}</Evidence>}
        words={words.contractsWords}
      />
    </Tiles>
  );
}

function emptyPurse(currency: string): PurseSight {
  const none = { availableMinor: 0n, pendingMinor: 0n, escrowMinor: 0n, payoutMinor: 0n };
  return { currency, ...none, nextAt: null };
}

function PurseTiles({ purse, purses }: { purse: PurseSight; purses: readonly PurseSight[] }) {
  const { currency, nextAt } = purse;
  const others = purses.filter((one) => one !== purse && one.availableMinor > 0n);
  const figure = (sum: 'available' | 'pending' | 'escrow', amountMinor: bigint) => (
    <Evidence href={walletSumHref(currency, sum)}>
      <Money amount={{ amountMinor, currency }} />
    </Evidence>
  );
  return (
    <>
      <Tile
        label={words.available}
        number={figure('available', purse.availableMinor)}
        words={<Others purses={others} holds={purse.availableMinor > 0n} />}
      />
      <Tile
        label={words.pending}
        number={figure('pending', purse.pendingMinor)}
        words={
          nextAt === null ? (
            words.pendingNone
          ) : (
            <>
              {words.pendingNext} <Day at={nextAt} />
            </>
          )
        }
      />
      <Tile
        label={words.escrow}
        number={figure('escrow', purse.escrowMinor)}
        words={words.escrowWords}
      />
    </>
  );
}

function Others({ purses, holds }: { purses: readonly PurseSight[]; holds: boolean }) {
  const sums = purses.map(({ availableMinor, currency }) =>
    formatMoney({ amountMinor: availableMinor, currency }),
  );
  return (
    <a className="lk" href={sums.length === 0 && !holds ? '/money/deposit' : '/money'}>
      {sums.length > 0 ? words.more(sums.join(', ')) : holds ? words.use : words.add}
    </a>
  );
}
