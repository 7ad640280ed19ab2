import { formatMoney, type Money as MoneyValue } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { Band } from '#web/ui/bands.tsx';
import { Icon } from '#web/ui/icon.tsx';

/** Says whether the transfers come to what pages show. */
export function RecomputedBand({ shown, found }: { shown: MoneyValue; found: MoneyValue }) {
  const { sheets } = text.evidence;
  const equal = shown.amountMinor === found.amountMinor;
  return (
    <div className="mb-5 max-w-xl">
      <Band tone={equal ? 'go' : 'miss'} title={sheets.recomputedTitle}>
        {equal
          ? sheets.equal(formatMoney(found))
          : sheets.notEqual(formatMoney(found), formatMoney(shown))}
      </Band>
    </div>
  );
}

/** Asks for this sheet once more, recomputed. */
export function RecomputeLink({ href }: { href: string }) {
  return (
    <a className="btn" href={`${href}?recompute=yes`}>
      <Icon name="rotate-ccw" />
      {text.parts.evidence.recompute}
    </a>
  );
}

export function wantsRecompute(url: string): boolean {
  return new URL(url).searchParams.has('recompute');
}
