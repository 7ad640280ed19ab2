/** Draws the crowd: who lives where, sells what, for how much. The same people each time. */
import { aboutOf, headlineOf, type Subject } from './describe.ts';
import { drawName } from './names.ts';
import type { Offered, Person } from './person.ts';
import { PLACES, type Place, placeOf } from './places.ts';
import { type Random, randomOf } from './random.ts';
import { HOME_TRADES } from './trades/home.ts';
import { MAKING_TRADES } from './trades/making.ts';
import { OFFICE_TRADES } from './trades/offices.ts';
import { THINKING_TRADES } from './trades/thinking.ts';
import type { Trade } from './trades/trade.ts';

const TRADES = [...OFFICE_TRADES, ...MAKING_TRADES, ...THINKING_TRADES, ...HOME_TRADES];
const EACH = 8;
const AGENCIES = 20;
const OLDEST_DAYS = 545;

/**
 * Categories whose rates are told beforehand, in whole dollars an hour: nobody else sells them.
 * Each entry is one person.
 */
const TOLD: Record<string, Record<string, readonly (readonly [low: number, high: number])[]>> = {
  'architectural-illustration': {
    US: [
      [70, 70],
      [70, 72],
      [71, 75],
      [72, 74],
      [73, 75],
      [75, 75],
    ],
    PH: same(8, 5),
    UY: same(8, 4),
    IN: same(10, 6),
    RO: same(10, 4),
    GB: same(20, 4),
    AU: same(30, 3),
    ES: same(40, 8),
  },
  'patents-and-trademarks': {
    IN: [
      [20, 20],
      [20, 22],
      [20, 25],
      [22, 24],
      [23, 25],
      [25, 25],
    ],
    US: same(300, 4),
  },
  'landscape-design': { IN: same(8, 4), ES: same(26, 4), US: same(95, 4) },
};

/** How the Spanish illustrators work: some well, some not yet, one is new. */
const SPANISH = [0.95, 0.02, 0.9, 0.85, 0.05, 0.97, 0.8, 0.7];

type Seat = { trade: Trade; place: Place; rate: readonly [number, number] | null; nth: number };

export function drawCrowd(offered: Offered): Person[] {
  const random = randomOf('crowd');
  const names = new Set<string>();
  return seats(random).map((seat, index) => {
    const own = randomOf(`person ${index}`);
    const draw = () => drawName(own, seat.place.names);
    let drawn = draw();
    while (names.has(drawn.name)) drawn = draw();
    names.add(drawn.name);
    return person(own, { ...seat, index, drawn, offered });
  });
}

export function tradeOf(category: string): Trade {
  const trade = TRADES.find((one) => one.category === category);
  if (trade === undefined) throw new Error(`Nobody of the crowd sells ${category}`);
  return trade;
}

function seats(random: Random): Seat[] {
  const bag = random.some(
    PLACES.flatMap((place) => Array.from({ length: place.crowd }, () => place)),
    1_000,
  );
  let next = 0;
  return TRADES.flatMap((trade): Seat[] => {
    const told = TOLD[trade.category];
    if (told !== undefined) {
      return Object.entries(told).flatMap(([country, rates]) =>
        rates.map((rate, nth) => ({ trade, place: placeOf(country), rate, nth })),
      );
    }
    return Array.from({ length: EACH }, (_, nth) => {
      const place = bag[next++ % bag.length] ?? placeOf('IN');
      return { trade, place, rate: null, nth };
    });
  });
}

type Draft = Seat & { index: number; drawn: ReturnType<typeof drawName>; offered: Offered };

function person(random: Random, draft: Draft): Person {
  const { trade, place, index, drawn } = draft;
  const offered = draft.offered.get(trade.category) ?? [];
  const agency = draft.rate === null && index % Math.ceil(410 / AGENCIES) === 7;
  const second = draft.rate === null && random.chance(0.25) ? otherTrade(random, trade) : null;
  const skills = [
    ...random.some(offered, random.whole(3, Math.min(7, offered.length))),
    ...(second === null ? [] : random.some(draft.offered.get(second.category) ?? [], 2)),
  ];
  const years = random.whole(2, 24);
  const ownScript = drawn.ownScript;
  const city = random.pick(place.cities);
  const subject: Subject = { trade, place, city, years, skills, ownScript, agency };
  const [low, high] = draft.rate ?? rateOf(random, trade, place);
  const spaniard = isSpanishIllustrator(draft) ? SPANISH[draft.nth] : undefined;
  const newcomer =
    spaniard === undefined ? random.chance(draft.rate === null ? 0.74 : 0.4) : draft.nth === 7;
  const contracts = newcomer ? 0 : Math.max(1, Math.round(12 * random.between(0, 1) ** 12));
  return {
    key: String(index + 1).padStart(3, '0'),
    name: drawn.name,
    agency: agency ? agencyName(random, drawn.name) : null,
    place,
    headline: headlineOf(random, subject),
    about: aboutOf(random, subject),
    categories: [trade.category, ...(second === null ? [] : [second.category])],
    skills: skills.map(({ slug }) => slug),
    languages: languagesOf(random, place),
    rateLowMinor: BigInt(low * 100),
    rateHighMinor: BigInt(high * 100),
    availability: random.chance(0.72) ? 'open' : random.chance(0.7) ? 'limited' : 'away',
    hoursAWeek: random.pick([10, 15, 20, 20, 25, 30, 35, 40]),
    arrived: contracts > 0 ? random.whole(430, OLDEST_DAYS) : random.whole(3, 420),
    skillful: spaniard ?? 1 - random.between(0, 1) ** 2 * 0.8,
    contracts: spaniard !== undefined && !newcomer ? Math.max(3, contracts) : contracts,
  };
}

function isSpanishIllustrator({ trade, place }: Draft): boolean {
  return trade.category === 'architectural-illustration' && place.country === 'ES';
}

function same(rate: number, people: number): [number, number][] {
  return Array.from({ length: people }, () => [rate, rate]);
}

/** A second trade of the same kind of work, never one whose rates are told. */
function otherTrade(random: Random, trade: Trade): Trade | null {
  const lists = [OFFICE_TRADES, MAKING_TRADES, THINKING_TRADES, HOME_TRADES];
  const near = lists.find((list) => list.includes(trade)) ?? [];
  const others = near.filter((one) => one !== trade && TOLD[one.category] === undefined);
  return others.length === 0 ? null : random.pick(others);
}

/** Whole dollars an hour. */
function rateOf(random: Random, trade: Trade, place: Place): [number, number] {
  const low = Math.max(4, Math.round(trade.usRate * place.cost * random.between(0.8, 1.25)));
  const high = random.chance(0.5) ? low : Math.round(low * random.between(1.1, 1.5));
  return [low, Math.max(low, high)];
}

function languagesOf(random: Random, place: Place): Person['languages'] {
  const own = place.native.map((code, nth) => ({
    code,
    level: nth === 0 ? ('native' as const) : ('fluent' as const),
  }));
  const english = place.native.includes('en')
    ? []
    : [{ code: 'en', level: random.pick(['fluent', 'fluent', 'working', 'basic'] as const) }];
  const more = random.chance(0.3)
    ? [{ code: random.pick(['fr', 'de', 'es', 'it', 'pt']), level: 'working' as const }]
    : [];
  const known = new Set([...own, ...english].map(({ code }) => code));
  return [...own, ...english, ...more.filter(({ code }) => !known.has(code))];
}

const HOUSES = ['Studio', 'Office', 'Workshop', 'House', 'Bureau'];

function agencyName(random: Random, owner: string): string {
  const part = random.pick(['North', 'Harbour', 'Lantern', 'Field', 'River', 'Copper', 'Linden']);
  return `${part} ${random.pick(HOUSES)} ${owner.split(' ').at(-1)}`;
}
