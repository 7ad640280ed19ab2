/**
 * How far a country is. Terms:
 * Region: a continent, named by a word (`south-america`): two letters would not do, since AF, AS,
 *   NA and SA are countries too, and a place in a question is a country or a region.
 * Shore: seen from a country. Onshore is the same one; nearshore another one of the same continent
 *   (the Americas are one) with a clock at most three hours away; offshore everything else.
 */
import { COUNTRY_PLACES } from './country-places.ts';

export type Region = keyof typeof COUNTRY_PLACES;
export type Shore = 'onshore' | 'nearshore' | 'offshore';

export const SHORES: readonly Shore[] = ['onshore', 'nearshore', 'offshore'];
export const REGIONS = Object.keys(COUNTRY_PLACES) as readonly Region[];

const REGION_NAMES: Record<Region, string> = {
  africa: 'Africa',
  asia: 'Asia',
  europe: 'Europe',
  'north-america': 'North America',
  'south-america': 'South America',
  oceania: 'Oceania',
  antarctica: 'Antarctica',
};

const NEAR_HOURS = 3;
const WORK_HOURS = 8;
const DAY_HOURS = 24;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Days of one ordinary year on which the clocks of both halves of the world stand apart. */
const JANUARY = Date.UTC(2026, 0, 15);
const JULY = Date.UTC(2026, 6, 15);

const places = new Map(
  REGIONS.flatMap((region) =>
    COUNTRY_PLACES[region]
      .trim()
      .split(/,\s+/)
      .map((entry) => {
        const [country = '', zone = ''] = entry.split(' ');
        return [country, { region, zone }] as const;
      }),
  ),
);

/** The region of an ISO 3166-1 code; a code that is no country's counts to Antarctica. */
export function regionOf(country: string): Region {
  return places.get(country)?.region ?? 'antarctica';
}

export function isRegion(place: string): place is Region {
  return Object.hasOwn(COUNTRY_PLACES, place);
}

/** The countries of a region; of a country itself. */
export function countriesOf(place: string): string[] {
  if (!isRegion(place)) return [place];
  return [...places].flatMap(([country, { region }]) => (region === place ? [country] : []));
}

/** The English name. */
export function regionName(region: Region): string {
  return REGION_NAMES[region];
}

/** The IANA zone that most of a country keeps, such as `America/New_York`. */
export function mainZone(country: string): string {
  return places.get(country)?.zone ?? 'UTC';
}

/** How far `country` is from the viewer's; null without one. */
export function shoreOf(viewer: string | null, country: string): Shore | null {
  if (viewer === null) return null;
  if (viewer === country) return 'onshore';
  if (landOf(viewer) !== landOf(country)) return 'offshore';
  const apart = hoursApart(standardHours(mainZone(viewer)), standardHours(mainZone(country)));
  return apart <= NEAR_HOURS ? 'nearshore' : 'offshore';
}

/** Every country of that shore, by code. */
export function countriesOn(shore: Shore, viewer: string): string[] {
  return [...places.keys()].filter((country) => shoreOf(viewer, country) === shore);
}

/**
 * Hours of the day, 0 to 8, that two working days from 9 to 17 have in common: with the clocks of
 * the day `at`, or the year's mean without it. Half hours stay: London and Kolkata share 3.
 */
export function hoursShared(zoneA: string, zoneB: string, at?: Date): number {
  if (at !== undefined) return sharedOn(zoneA, zoneB, at.getTime());
  return (sharedOn(zoneA, zoneB, JANUARY) + sharedOn(zoneA, zoneB, JULY)) / 2;
}

function sharedOn(zoneA: string, zoneB: string, at: number): number {
  return Math.max(0, WORK_HOURS - hoursApart(offsetHours(zoneA, at), offsetHours(zoneB, at)));
}

/** On the circle of the day: Auckland's morning is Los Angeles' afternoon of the day before. */
function hoursApart(a: number, b: number): number {
  const apart = Math.abs(a - b) % DAY_HOURS;
  return Math.min(apart, DAY_HOURS - apart);
}

function landOf(country: string): string {
  const region = regionOf(country);
  return region === 'north-america' || region === 'south-america' ? 'the Americas' : region;
}

function standardHours(zone: string): number {
  return Math.min(offsetHours(zone, JANUARY), offsetHours(zone, JULY));
}

/** Asked for thousands of pairs at once, so each zone's answer of a day is kept until another day's. */
const kept = new Map<string, number>();
let keptDay = 0;

function offsetHours(zone: string, at: number): number {
  const day = Math.floor(at / DAY_MS);
  const ofYear = at === JANUARY || at === JULY;
  if (!ofYear && day !== keptDay) {
    for (const key of kept.keys()) if (key.startsWith(`${keptDay} `)) kept.delete(key);
    keptDay = day;
  }
  const key = `${day} ${zone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = readOffset(zone, day * DAY_MS + DAY_MS / 2);
  kept.set(key, found);
  return found;
}

/** Hours ahead of UTC; a zone that the runtime does not know keeps UTC. */
function readOffset(timeZone: string, at: number): number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return 0;
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return (local - at) / MINUTE_MS / 60;
}
