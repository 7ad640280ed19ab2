/** What a proposal costs, brings and takes, in the lines of a comparison. */
import { formatAmount, formatMoney } from '#domain/kernel/money.ts';
import { shareOf } from '#web/landing/fee-words.ts';
import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';
import { Day } from '#web/ui/time.tsx';
import type { CompareSight, RankedProposal } from './compare-sight.ts';

const words = text.compare.table;
const DAY_MS = 86_400_000;

export function Pays({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  const { currency } = sight.project;
  return (
    <>
      <b className="font-semibold text-base">
        <Money amount={{ amountMinor: one.fees.clientPaysMinor, currency }} />
      </b>
      <Hours sight={sight} one={one} />
    </>
  );
}

/** `56 h × 10.00`, where it is paid by the hour. */
export function Hours({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  if (one.hourlyRateMinor === null || one.estimatedHours === null) return null;
  const rate = formatAmount(one.hourlyRateMinor, sight.project.currency);
  return (
    <span className="block text-muted">
      {words.hours.replace('{hours}', String(one.estimatedHours)).replace('{rate}', rate)}
    </span>
  );
}

export function Receives({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  const { project, rules } = sight;
  const { currency } = project;
  const fee = formatAmount(one.fees.freelancerFeeMinor, currency);
  return (
    <>
      <Money amount={{ amountMinor: one.fees.freelancerReceivesMinor, currency }} />
      <span className="block text-muted">{words.fee(shareOf(rules.freelancer), fee)}</span>
    </>
  );
}

export function ReadyBy({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  const day = new Date(sight.now.getTime() + one.deliveryDays * DAY_MS);
  const [before = '', after = ''] = words.by.split('{day}');
  return (
    <>
      {before}
      <Day at={day} />
      {after}
    </>
  );
}

/** The hint under "You pay": whether a fee of the client comes on top. */
export function payHint({ rules }: CompareSight): string {
  const { tiers, minimumMinor } = rules.client;
  const free = minimumMinor === null && tiers.every((tier) => tier.basisPoints === 0);
  return free ? words.payHint : words.payFeeHint(shareOf(rules.client));
}

/** The way to the award, with the sum on it; nothing where it cannot be awarded. */
export function AwardLink({
  sight,
  one,
  small = false,
}: {
  sight: CompareSight;
  one: RankedProposal;
  small?: boolean;
}) {
  if (!sight.awardable || one.state !== 'sent') {
    return (
      <a className={`btn ${small ? 'btn-sm max-md:h-11' : 'w-full'}`} href={`/proposals/${one.id}`}>
        {words.open}
      </a>
    );
  }
  const { currency } = sight.project;
  const sum = formatMoney({ amountMinor: one.fees.clientPaysMinor, currency });
  const first = one.fit.place === 1 && !small;
  const size = small ? 'btn-sm max-md:h-11' : 'w-full h-auto min-h-11 py-1.5';
  return (
    <a
      className={`btn ${first ? 'btn-primary' : ''} ${size}`}
      href={`/proposals/${one.id}/award`}
      aria-label={words.awardName(sum, one.name)}
    >
      {small ? words.award : words.awardFor(sum)}
    </a>
  );
}
