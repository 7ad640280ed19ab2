/** Portfolio pictures that nobody had to draw: patterns of a few shapes and colours. */
import { newId } from '#domain/kernel/ids.ts';
import { tradeOf } from './people.ts';
import type { Worker } from './person.ts';
import { type Random, randomOf } from './random.ts';

export type Pattern = {
  itemId: string;
  title: string;
  about: string;
  alt: string;
  link: string;
  category: string;
  picture: { width: number; height: number };
  svg: string;
};

const MOST = 3;

export const PATTERN_SHAPE = { width: 1200, height: 800 } as const;

/** One to three for a person, made on the day it arrived. */
export function patternsOf(person: Worker, home: number, now: Date): Pattern[] {
  const random = randomOf(`patterns ${person.key}`);
  const [category = ''] = person.categories;
  const jobs = random.some(tradeOf(category).jobs, random.whole(1, MOST));
  return jobs.map((title) => {
    const palette = random.pick(PALETTES);
    const [kind, draw] = random.pick(KINDS);
    return {
      itemId: newId(home, now),
      title,
      about: random.pick([
        '',
        'With a team of three.',
        'Two weeks of work.',
        'My part: all of it.',
      ]),
      alt: `A pattern of ${kind} in ${palette.name}`,
      link: '',
      category,
      picture: PATTERN_SHAPE,
      svg: frame(palette.colours, draw(random, palette.colours)),
    };
  });
}

const PALETTES = [
  { name: 'blue and sand', colours: ['#16324f', '#2a628f', '#f2e3c6', '#e8a04c'] },
  { name: 'green and cream', colours: ['#1f3d2b', '#4f8a5b', '#f5f1e3', '#d9b44a'] },
  { name: 'brick and grey', colours: ['#3b3b44', '#a3483a', '#e9e4df', '#d98e5f'] },
  { name: 'violet and rose', colours: ['#2f2440', '#6d4c8c', '#f3dfe0', '#d9788a'] },
  { name: 'teal and white', colours: ['#0f3b3d', '#2f8f8a', '#f4f7f5', '#f0b95a'] },
] as const;

type Colours = readonly string[];
type Draw = (random: Random, colours: Colours) => string;

const { width: W, height: H } = PATTERN_SHAPE;

const KINDS: readonly (readonly [string, Draw])[] = [
  ['towers', towers],
  ['circles', circles],
  ['waves', waves],
  ['tiles', tiles],
];

function frame([back = '#222222']: Colours, shapes: string): string {
  const size = `width="${W}" height="${H}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="${back}"/>${shapes}</svg>`;
}

function towers(random: Random, colours: Colours): string {
  const count = random.whole(7, 13);
  return Array.from({ length: count }, (_, place) => {
    const high = random.whole(180, 700);
    const x = Math.round((place * W) / count);
    const wide = Math.round(W / count) - 8;
    const fill = random.pick(colours.slice(1));
    return `<rect x="${x}" y="${H - high}" width="${wide}" height="${high}" fill="${fill}"/>`;
  }).join('');
}

function circles(random: Random, colours: Colours): string {
  return Array.from({ length: random.whole(8, 18) }, () => {
    const [x, y, r] = [random.whole(0, W), random.whole(0, H), random.whole(40, 220)];
    const fill = random.pick(colours.slice(1));
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" fill-opacity="0.75"/>`;
  }).join('');
}

function waves(random: Random, colours: Colours): string {
  const rows = random.whole(5, 9);
  return Array.from({ length: rows }, (_, row) => {
    const y = Math.round(((row + 1) * H) / (rows + 1));
    const [up, wide] = [random.whole(30, 110), random.whole(24, 60)];
    const fill = random.pick(colours.slice(1));
    const path = `M0 ${y} Q${W / 4} ${y - up} ${W / 2} ${y} T${W} ${y}`;
    return `<path d="${path}" fill="none" stroke="${fill}" stroke-width="${wide}"/>`;
  }).join('');
}

function tiles(random: Random, colours: Colours): string {
  const side = random.pick([100, 200]);
  const places = Array.from({ length: (W / side) * (H / side) }, (_, place) => place);
  return places
    .map((place) => {
      const x = (place % (W / side)) * side;
      const y = Math.floor(place / (W / side)) * side;
      const fill = random.pick(colours.slice(1));
      const turn = random.pick([0, 90, 180, 270]);
      const middle = `${x + side / 2} ${y + side / 2}`;
      const corner = `M${x} ${y}h${side}v${side}z`;
      return `<path d="${corner}" fill="${fill}" transform="rotate(${turn} ${middle})"/>`;
    })
    .join('');
}
