import { decimalAmount } from '#domain/kernel/money.ts';
import { walletSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { feeShare, lengthOf, moneyOf, sumOf } from '../batch-words.ts';
import type { CostData } from './cost-data.ts';

const words = text.tasks.cost;
const { many } = text.tasks;

/** The sum, part by part, and what it leaves in the wallet. */
export function CostLines({ data }: { data: CostData }) {
  const { batch, cost, availableMinor } = data;
  const money = (minor: bigint) => <Money amount={moneyOf(batch, minor)} />;
  const enough = availableMinor !== null && availableMinor >= cost.totalMinor;
  return (
    <MoneyLines className="mt-2 text-sm">
      <MoneyLine label={many(batch.tasks, 'task', 'tasks')}>
        {words.wanted(cost.ordinary.toLocaleString('en'))}
      </MoneyLine>
      {batch.goldTasks > 0 && (
        <MoneyLine label={many(batch.goldTasks, 'gold task', 'gold tasks')}>
          {words.wanted(cost.gold.toLocaleString('en'))}
        </MoneyLine>
      )}
      <MoneyLine
        kind="sum"
        label={words.rewards(cost.wanted.toLocaleString('en'), sumOf(batch, batch.rewardMinor))}
      >
        {money(cost.rewardsMinor)}
      </MoneyLine>
      <MoneyLine
        label={words.fee(feeShare(batch.feeRule, batch.currency), sumOf(batch, cost.feeMinor))}
      >
        {money(cost.feesMinor)}
      </MoneyLine>
      {cost.reserveMinor > 0n && (
        <MoneyLine label={words.reserve}>{money(cost.reserveMinor)}</MoneyLine>
      )}
      <MoneyLine kind="total" label={words.total}>
        {money(cost.totalMinor)}
      </MoneyLine>
      {availableMinor !== null && (
        <MoneyLine label={words.now}>
          <Evidence href={walletSumHref(batch.currency, 'available')}>
            {money(availableMinor)}
          </Evidence>
        </MoneyLine>
      )}
      {enough && (
        <MoneyLine label={words.after}>{money(availableMinor - cost.totalMinor)}</MoneyLine>
      )}
    </MoneyLines>
  );
}

/** How long it takes and what it pays, and where that number is from. */
export function CostPace({ data }: { data: CostData }) {
  const { batch, cost, pace, hourlyMinor } = data;
  const seconds = lengthOf(pace.seconds);
  const says = {
    you: words.fromYou(seconds),
    similar: words.fromSimilar(pace.batches, seconds),
    form: words.fromForm(seconds),
  };
  const { floorMinor } = batch;
  return (
    <Section id="pace" title={words.timeTitle}>
      <div id="reckoned" className="mt-2">
        <p role="status">
          {words.hours(lengthOf(pace.seconds * Number(cost.wanted)))}.{' '}
          {hourlyMinor !== null && (
            <>
              {words.pay}{' '}
              <b>
                <Money amount={moneyOf(batch, hourlyMinor)} />
              </b>{' '}
              {words.anHour}.
            </>
          )}{' '}
          <span className="text-muted">{says[pace.from]}</span>
        </p>
        {floorMinor !== null && hourlyMinor !== null && hourlyMinor < floorMinor && (
          <div className="mt-3">
            <Note tone="hold">{words.low(sumOf(batch, floorMinor))}</Note>
          </div>
        )}
      </div>
      <form method="get" className="mt-4 flex flex-wrap items-end gap-3" data-ask-again="reckoned">
        <label className="grid gap-1 text-sm font-medium">
          {words.ask}
          <input
            className="input w-28 text-end"
            name="seconds"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={pace.seconds}
          />
        </label>
        <button type="submit" className="btn">
          {words.askAct}
        </button>
      </form>
    </Section>
  );
}

export function MoneyThen({ data }: { data: CostData }) {
  return (
    <section aria-labelledby="then" className="text-sm">
      <h2 id="then" className="text-lg">
        {words.thenTitle}
      </h2>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {words.afterwards(lengthOf(data.batch.lifetimeSeconds)).map((line) => (
          <li key={line} className="py-2.5">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why it cannot be ordered yet; null where it can. */
export function Hindrance({ data }: { data: CostData }) {
  const { batch, cost, missing, availableMinor } = data;
  const { budgetCapMinor: cap } = batch;
  if (missing.length > 0)
    return <Note tone="hold">{words.missingColumns(missing.join(', '))}</Note>;
  if (cap !== null && cap < cost.totalMinor) {
    return <Note tone="hold">{words.cap(sumOf(batch, cap))}</Note>;
  }
  if (availableMinor !== null && availableMinor < cost.totalMinor) {
    return (
      <Note tone="hold">
        {words.missing(sumOf(batch, availableMinor), sumOf(batch, cost.totalMinor))}
      </Note>
    );
  }
  return null;
}

export function AddMoney({ data }: { data: CostData }) {
  const { batch, cost, availableMinor } = data;
  const lackMinor = cost.totalMinor - (availableMinor ?? 0n);
  const { currency } = batch;
  const amount = decimalAmount(lackMinor, currency);
  return (
    <a className="btn btn-primary" href={`/money/deposit?currency=${currency}&amount=${amount}`}>
      {words.add(sumOf(batch, lackMinor))}
    </a>
  );
}
