/** Key figures and money of a batch, each with its evidence. Asks no frame: its stream draws it too. */
import { type BatchSum, batchSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { EscrowBar } from '#web/ui/escrow-bar.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Tile } from '#web/ui/tiles.tsx';
import { feeShare, lengthOf, moneyOf, sumOf } from '../batch-words.ts';
import type { BatchSight } from './batch-data.ts';

const words = text.batches.page;

export function BatchTiles({ sight }: { sight: BatchSight }) {
  const { batch, progress } = sight;
  const { tiles } = words;
  return (
    <>
      <Tile
        label={tiles.approved}
        number={
          <Evidence href={batchSumHref(batch.id, 'approved')}>
            {progress.approved.toLocaleString('en')}
          </Evidence>
        }
        words={tiles.approvedWords(progress.waiting, progress.rejected)}
      />
      <Tile
        label={tiles.spent}
        number={<Proved sight={sight} sum="spent" minor={progress.spentMinor} />}
        words={tiles.spentWords(sumOf(batch, progress.fundedMinor))}
      />
      <HourlyTile sight={sight} />
      <Tile
        label={tiles.speed}
        number={
          <Evidence href={batchSumHref(batch.id, 'last-hour')}>
            {progress.lastHour.toLocaleString('en')}
          </Evidence>
        }
        words={tiles.speedWords(progress.workers)}
      />
    </>
  );
}

function HourlyTile({ sight }: { sight: BatchSight }) {
  const { batch, progress } = sight;
  const { tiles } = words;
  const { hourlyMinor, medianActiveSeconds } = progress;
  if (hourlyMinor === null || medianActiveSeconds === null) {
    const none = <span className="text-lg font-normal">{tiles.unknown}</span>;
    return <Tile label={tiles.hourly} number={none} words={tiles.unknownWords} />;
  }
  const length = lengthOf(medianActiveSeconds);
  return (
    <Tile
      label={tiles.hourly}
      number={
        <>
          <Proved sight={sight} sum="hourly" minor={hourlyMinor} />
          <span className="text-sm font-normal text-muted"> {tiles.anHour}</span>
        </>
      }
      words={
        batch.floorMinor === null
          ? tiles.hourlyWords(length)
          : tiles.hourlyFloor(length, sumOf(batch, batch.floorMinor))
      }
    />
  );
}

/** Where the client's money of this batch is now, to the cent. */
export function BatchMoney({ sight }: { sight: BatchSight }) {
  const { batch, progress } = sight;
  const { moneyLines: lines } = words;
  const { spentMinor, heldMinor, returnedMinor, fundedMinor } = progress;
  const proved = (sum: BatchSum, minor: bigint) => <Proved sight={sight} sum={sum} minor={minor} />;
  return (
    <>
      <EscrowBar
        released={spentMinor}
        back={returnedMinor}
        held={heldMinor}
        unfunded={0n}
        label={words.bar(
          sumOf(batch, spentMinor),
          sumOf(batch, returnedMinor),
          sumOf(batch, heldMinor),
        )}
      />
      <MoneyLines className="mt-3 text-sm">
        <MoneyLine label={lines.rewards(progress.approved)}>
          {proved('rewards', progress.rewardsMinor)}
        </MoneyLine>
        {progress.bonusMinor > 0n && (
          <MoneyLine label={lines.bonuses}>{proved('bonuses', progress.bonusMinor)}</MoneyLine>
        )}
        {progress.topUpMinor > 0n && (
          <MoneyLine label={lines.topUps}>{proved('top-ups', progress.topUpMinor)}</MoneyLine>
        )}
        <MoneyLine label={lines.fee(feeShare(batch.feeRule, batch.currency))}>
          {proved('fees', progress.feesMinor)}
        </MoneyLine>
        <MoneyLine kind="sum" swatch="released" label={lines.spent}>
          {proved('spent', spentMinor)}
        </MoneyLine>
        <MoneyLine swatch="held" label={lines.held}>
          {proved('held', heldMinor)}
        </MoneyLine>
        {returnedMinor > 0n && (
          <MoneyLine swatch="back" label={lines.back}>
            {proved('back', returnedMinor)}
          </MoneyLine>
        )}
        <MoneyLine kind="total" label={lines.total}>
          <Money amount={moneyOf(batch, fundedMinor)} />
        </MoneyLine>
      </MoneyLines>
    </>
  );
}

function Proved({ sight, sum, minor }: { sight: BatchSight; sum: BatchSum; minor: bigint }) {
  const { batch } = sight;
  return (
    <Evidence href={batchSumHref(batch.id, sum)}>
      <Money amount={moneyOf(batch, minor)} />
    </Evidence>
  );
}
