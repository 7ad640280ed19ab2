/** One of the crowd, as it will register and describe itself. */
import type { Availability, SpokenLanguage } from '#domain/directory/freelancer-profile.ts';
import type { Place } from './places.ts';

export type Person = {
  /** Unlike all others; the address is made of it. */
  key: string;
  name: string;
  /** An agency's name; the person above owns it. */
  agency: string | null;
  place: Place;
  headline: string;
  about: string;
  categories: string[];
  skills: string[];
  languages: SpokenLanguage[];
  rateLowMinor: bigint;
  rateHighMinor: bigint;
  availability: Availability;
  hoursAWeek: number;
  /** Days before the show on which it arrived. */
  arrived: number;
  /** How well it works, 0 to 1: its histories follow. */
  skillful: number;
  /** How many contracts it has ended. */
  contracts: number;
};

/** What the plan of somebody's contracts has to know. */
export type Worker = Pick<
  Person,
  'key' | 'categories' | 'rateLowMinor' | 'arrived' | 'skillful' | 'contracts'
>;

/** Skills of a category, as the directory offers them. */
export type OfferedSkill = { slug: string; name: string };
export type Offered = ReadonlyMap<string, readonly OfferedSkill[]>;
