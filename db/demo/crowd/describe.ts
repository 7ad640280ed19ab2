/** What one of the crowd writes about itself. */
import { ownWords } from './own-words.ts';
import type { OfferedSkill } from './person.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import type { Trade } from './trades/trade.ts';

const HEADLINE_CHARS = 118;

export type Subject = {
  trade: Trade;
  place: Place;
  city: string;
  years: number;
  skills: readonly OfferedSkill[];
  /** Whether it signs in its own script. */
  ownScript: boolean;
  agency: boolean;
};

export function headlineOf(random: Random, subject: Subject): string {
  const { trade, place, city, years, ownScript } = subject;
  const [ware = '', second = ''] = random.some(trade.wares, 2);
  const field = random.pick(trade.fields);
  const role = subject.agency ? 'A small team' : random.pick(trade.roles);
  const skill = subject.skills[0]?.name ?? ware;
  const plain = random.pick([
    `${capital(ware)} and ${second}`,
    `${capital(ware)} for ${field}`,
    `${role} for ${field}`,
    `${role} in ${city}: ${ware}`,
    `${role}, ${years} years: ${ware}`,
    `${skill} and ${ware}`,
    `${role}: ${ware}, ${second}`,
  ]);
  const native = place.native.map((code) => ownWords(code, trade.category)).find(Boolean);
  const whole = native !== undefined && (ownScript || random.chance(0.5));
  return fitting(whole ? `${plain} · ${native}` : plain, plain);
}

export function aboutOf(random: Random, subject: Subject): string {
  const { trade, city, years } = subject;
  const [field = '', other = ''] = random.some(trade.fields, 2);
  const lines = random.some(trade.lines, 2);
  const opening = subject.agency
    ? random.pick([
        `We are ${random.whole(3, 14)} people in ${city} and work for ${field} and ${other}.`,
        `A team from ${city}, together for ${years} years, mostly for ${field}.`,
      ])
    : random.pick([
        `I have worked for ${field} and ${other} for ${years} years, from ${city}.`,
        `${years} years in this trade, first employed, now on my own in ${city}.`,
        `I came to this from ${random.pick(FORMER)}; that was ${years} years ago.`,
        `Based in ${city}. Most of my clients are ${field}, some of them since year one.`,
        `My work: ${random.some(trade.wares, 2).join(' and ')}, above all for ${field}.`,
      ]);
  const list = subject.skills.slice(0, 4).map(({ name }) => `- ${name}`);
  const closing = random.some(HABITS, 2).join(' ');
  const body = random.chance(0.45)
    ? [`${opening} ${lines.join(' ')}`, ['What I am asked for most:', '', ...list].join('\n')]
    : [opening, `**${lines[0]}** ${lines[1] ?? ''}`.trim()];
  return [...body, subject.agency ? `${closing} ${TOGETHER}` : closing].join('\n\n');
}

const TOGETHER = 'One of us answers you, and it is always the same one.';

const FORMER = [
  'teaching',
  'a family workshop',
  'a public office',
  'a newspaper',
  'a shipyard',
  'a hospital',
  'a bank that closed',
  'the hotel trade',
];

const HABITS = [
  'I answer within a working day.',
  'You see a first part early, so that we can change course while it is cheap.',
  'I say what I do not know before I start.',
  'Prices are fixed when the task is clear, by the hour when it is not.',
  'I take two jobs at a time, never three.',
  'Files come named, dated and in order.',
  'I write short messages and read long ones.',
  'Mornings are for work, afternoons for calls.',
  'Once a week you get five lines: done, next, open.',
  'I keep your papers confidential and delete them when you say so.',
  'If I run late you hear it from me first.',
  'A short trial task is a good way to begin.',
];

/** The longer text where it fits, else the shorter, cut at a word. */
function fitting(whole: string, plain: string): string {
  const text = [...whole].length <= HEADLINE_CHARS ? whole : plain;
  if ([...text].length <= HEADLINE_CHARS) return text;
  return text.slice(0, text.lastIndexOf(' ', HEADLINE_CHARS));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
