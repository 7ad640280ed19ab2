import { useEffect, useRef, useState } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import { type FeeRules, previewFees } from '#domain/ledger/fee.ts';
import type { Pricing } from '#domain/projects/project.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { FeeNote, MoneySides } from './money-sides.tsx';
import { type TypedMoney, typedMoney } from './typed-money.ts';

const words = text.proposals.money;

/** What decides the sums, from the server. */
export type MoneyGround = {
  pricing: Pricing;
  currency: string;
  rules: FeeRules;
  /** Paid between the two before, in minor units: where tiers begin. */
  lifetimeMinor: bigint;
  clientName: string;
  freelancerName: string;
};

/**
 * Both sums under the fields of a proposal: drawn from what the server knows, and with script again
 * at every key. Without script the button beside it sends the form for a new drawing.
 */
export function MoneyPreview({
  ground,
  initial,
  rows,
}: {
  ground: MoneyGround;
  /** What stands in the fields when the page comes. */
  initial: Readonly<Record<string, string>>;
  rows: number;
}) {
  const { pricing, currency } = ground;
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState(false);
  const [money, setMoney] = useState(() =>
    typedMoney((name) => initial[name] ?? '', { pricing, currency, rows }),
  );
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const draw = () => {
      const typed = new FormData(form);
      const read = (name: string) => String(typed.get(name) ?? '');
      setMoney(typedMoney(read, { pricing, currency, rows }));
    };
    setLive(true);
    draw();
    form.addEventListener('input', draw);
    return () => form.removeEventListener('input', draw);
  }, [pricing, currency, rows]);
  return (
    <div ref={place} className="pn">
      <h2 className="text-lg">{words.title}</h2>
      <div role="status">
        {money === null ? (
          <p className="mt-2 text-sm text-muted">{words.waiting}</p>
        ) : (
          <Drawn ground={ground} money={money} />
        )}
      </div>
      {!live && (
        <button type="submit" name="act" value="show" className="btn btn-sm mt-4">
          {text.proposals.form.show}
        </button>
      )}
    </div>
  );
}

function Drawn({ ground, money }: { ground: MoneyGround; money: TypedMoney }) {
  const { rules, lifetimeMinor, currency, clientName, freelancerName } = ground;
  const preview = previewFees(rules, money.payments, lifetimeMinor);
  const sides = { rules, preview, currency, clientName, freelancerName };
  return (
    <>
      <Slices money={money} currency={currency} />
      <MoneySides sides={{ ...sides, reader: 'freelancer' }} />
      <FeeNote />
    </>
  );
}

/** Whether the milestones make the price. */
function Slices({ money, currency }: { money: TypedMoney; currency: string }) {
  const { milestonesMinor, priceMinor } = money;
  if (milestonesMinor === null) return null;
  const rest = priceMinor - milestonesMinor;
  const values = {
    sum: formatMoney({ amountMinor: milestonesMinor, currency }),
    rest: formatMoney({ amountMinor: rest < 0n ? -rest : rest, currency }),
  };
  if (rest === 0n) {
    return (
      <p className="mt-2 text-sm text-muted">
        <Phrase says={words.sum} values={values} />
      </p>
    );
  }
  return (
    <p className="mt-2 text-sm text-hold">
      <Phrase says={rest > 0n ? words.missing : words.over} values={values} />
    </p>
  );
}
