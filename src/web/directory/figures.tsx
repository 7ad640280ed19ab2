/** What a list and a profile say of a freelancer in numbers; every measured one is evidence. */
import { countryName } from '#domain/accounts/country.ts';
import type { Availability } from '#domain/directory/freelancer-profile.ts';
import { shoreOf } from '#domain/directory/region.ts';
import { formatAmount } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { ShoreGlyph } from '#web/ui/icon.tsx';
import { Money } from '#web/ui/money.tsx';
import { StateBadge } from '#web/ui/state.tsx';

const words = text.directory.figures;

type Rated = { rateLowMinor: bigint | null; rateHighMinor: bigint | null };

/** `USD 20.00–30.00`, one sum where both ends are the same. */
export function Rate({ rate, currency }: { rate: Rated; currency: string }) {
  const { rateLowMinor: low, rateHighMinor: high } = rate;
  if (low === null) return <>{words.noRate}</>;
  return (
    <span className="whitespace-nowrap">
      <Money amount={{ amountMinor: low, currency }} />
      {high !== null && high !== low && `–${formatAmount(high, currency)}`}
    </span>
  );
}

/** `USD 8 to 95`: whole units for a headline, cents only where they are not zero. */
export function rateSpan(low: bigint, high: bigint, currency: string): string {
  const ends = low === high ? [low] : [low, high];
  return `${currency}\u00a0${ends.map((one) => shortAmount(one, currency)).join(' to ')}`;
}

export function shortAmount(minor: bigint, currency: string): string {
  return formatAmount(minor, currency).replace(/\.0+$/, '');
}

export function scoreSheetHref(id: string): string {
  return `/freelancers/${id}/score`;
}

type Scored = {
  id: string;
  quality: number | null;
  qualityLow: number | null;
  qualityHigh: number | null;
  contracts: number;
};

/** `4.62` with its interval and how much it rests on; a newcomer has none. */
export function Quality({ of }: { of: Scored }) {
  if (of.quality === null) {
    return (
      <>
        {words.newcomer}
        <span className="block text-muted text-[0.8125rem]">{words.newcomerSays}</span>
      </>
    );
  }
  const interval = words.interval(points(of.qualityLow ?? of.quality), points(of.qualityHigh));
  return (
    <>
      <Evidence href={scoreSheetHref(of.id)}>
        <span className="font-semibold">{points(of.quality)}</span>
      </Evidence>{' '}
      <Interval low={of.qualityLow} at={of.quality} high={of.qualityHigh} />
      <span className="block text-muted text-[0.8125rem]">
        {interval} {words.contracts(of.contracts)}
      </span>
    </>
  );
}

/** Where the score lies between 1 and 5, and how sure that is; the numbers stand below. */
export function Interval({
  low,
  at,
  high,
}: {
  low: number | null;
  at: number;
  high: number | null;
}) {
  const x = (score: number) => (score - 1) / 4;
  const share = (of: number) => `${(of * 100).toFixed(1)}%`;
  const from = x(low ?? at);
  return (
    <svg className="ch inline-block align-middle" width="112" height="12" aria-hidden="true">
      <rect y="5" width="100%" height="2" fill="var(--color-base-300)" />
      <rect x={share(from)} y="4" width={share(x(high ?? at) - from)} height="4" fill="var(--d3)" />
      <circle cx={share(x(at))} cy="6" r="4" fill="var(--d5)" />
    </svg>
  );
}

export function points(score: number | null): string {
  return (score ?? 5).toFixed(2);
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** The share of work that came when it was due. */
export function OnTime({ id, share }: { id: string; share: number | null }) {
  if (share === null) return null;
  return <Evidence href={`${scoreSheetHref(id)}#rates`}>{words.onTime(percent(share))}</Evidence>;
}

/** `◐ Romania, nearshore`: the country, and how far it is from the viewer's. */
export function Where({ country, from }: { country: string; from: string | null }) {
  const shore = shoreOf(from, country);
  if (shore === null) return <>{countryName(country)}</>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <ShoreGlyph shore={shore} />
      <span>
        {countryName(country)} <span className="text-muted">{text.parts.shores[shore]}</span>
      </span>
    </span>
  );
}

export function AvailabilityBadge({
  availability,
  boxed = false,
}: {
  availability: Availability;
  boxed?: boolean;
}) {
  return <StateBadge {...text.directory.availability[availability]} boxed={boxed} />;
}
