import type { Availability } from '#domain/directory/freelancer-profile.ts';
import { text } from '#web/text/catalogue.ts';
import { Initials } from '#web/ui/initials.tsx';
import { AvailabilityBadge, OnTime, Quality, Rate, Where } from './figures.tsx';

export type ListedFreelancer = {
  id: string;
  name: string;
  headline: string;
  country: string;
  rateLowMinor: bigint;
  rateHighMinor: bigint;
  availability: Availability;
  quality: number | null;
  qualityLow: number | null;
  qualityHigh: number | null;
  contracts: number;
  onTime: number | null;
  skills: readonly { slug: string; name: string }[];
};

const MOST_SKILLS = 6;

/** Freelancers one under the other: who and what at the start, what can be compared at the end. */
export function FreelancerList({
  rows,
  currency,
  from,
  label,
}: {
  rows: readonly ListedFreelancer[];
  currency: string;
  /** The viewer's country. */
  from: string | null;
  label: string;
}) {
  return (
    <ul className="border-t border-edge" aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          className="border-b border-base-300 py-4 grid grid-cols-2 sm:grid-cols-[minmax(0,1fr)_9.5rem_11.5rem] gap-x-5 gap-y-2"
        >
          <div className="min-w-0 col-span-2 sm:col-span-1 flex gap-3.5">
            <Initials name={row.name} size="large" />
            <div className="min-w-0">
              <h3 className="text-base leading-6">
                <a className="lk" href={`/freelancers/${row.id}`}>
                  {row.name}
                </a>
              </h3>
              <p className="max-w-[62ch]">{row.headline}</p>
              <p className="mt-1 text-sm flex flex-wrap gap-x-4 gap-y-0.5">
                <Where country={row.country} from={from} />
                <AvailabilityBadge availability={row.availability} />
              </p>
              {row.skills.length > 0 && (
                <p className="mt-1 text-sm text-muted">
                  {row.skills
                    .slice(0, MOST_SKILLS)
                    .map(({ name }) => name)
                    .join(' · ')}
                </p>
              )}
            </div>
          </div>
          <div className="sm:text-end">
            <span className="font-semibold">
              <Rate rate={row} currency={currency} />
            </span>
            <span className="block text-muted text-[0.8125rem]">
              {text.directory.figures.anHour}
            </span>
          </div>
          <div className="sm:text-end">
            <Quality of={row} />
            <span className="block text-[0.8125rem]">
              <OnTime id={row.id} share={row.onTime} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
