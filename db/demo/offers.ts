/** What the freelancers of the cast sell, and how well it went so far. */
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { listFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import type { FreelancerProfile } from '#domain/directory/freelancer-profile.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { scoreContract } from '#domain/reputation/commands/score-contract.ts';
import type { Cast } from './cast.ts';
import type { Worker } from './crowd/person.ts';
import { act, type Stage } from './stage.ts';

type Offer = Omit<FreelancerProfile, 'awayUntil' | 'matchNotices' | 'availability'>;

const en = { code: 'en', level: 'fluent' as const };

const OFFERS: Partial<Record<keyof Cast, Offer>> = {
  ioana: {
    headline: 'Architectural illustration, exteriors and rain',
    about:
      'Eleven years of **street views**, mostly housing. I begin with the camera set, so that you can move me early, and I answer the same day.\n\n- Plans as DWG, models from Revit and Rhino\n- Layered files, 6,000 px and more\n- Two rounds of changes inside the price',
    timeZone: 'Europe/Bucharest',
    languages: [{ code: 'ro', level: 'native' }, en, { code: 'fr', level: 'working' }],
    ...rate(10),
    hoursAWeek: 30,
    categories: ['architectural-illustration'],
    skills: ['exterior-rendering', 'photo-montage', 'blender', 'building-models', 'hand-drawing'],
  },
  grace: {
    headline: 'Visualisation, fast and exact',
    about:
      'Six views in twelve days is what I am known for. I work from your model, keep its names, and send clay views before anything shines.',
    timeZone: 'Asia/Manila',
    languages: [{ code: 'fil', level: 'native' }, en],
    ...rate(8),
    hoursAWeek: 40,
    categories: ['architectural-illustration'],
    skills: ['exterior-rendering', 'interior-rendering', 'real-time-scenes', 'aerial-views'],
  },
  pocitos: {
    headline: 'Estudio Pocitos: one models, one paints',
    about:
      'Diego models, Lucía paints. We have drawn sea fronts, markets and two theatres, and you see a draft of each view after one week.',
    timeZone: 'America/Montevideo',
    languages: [{ code: 'es', level: 'native' }, en],
    ...rate(8),
    hoursAWeek: 60,
    categories: ['architectural-illustration'],
    skills: ['exterior-rendering', 'hand-drawing', 'building-models', 'walk-throughs'],
  },
  rahul: {
    headline: 'Patent drawings and searches',
    about:
      'Searches in nine registers, three of them by hand, and drawings as the offices want them. You get the closest papers with the sentence that hurts.',
    timeZone: 'Asia/Kolkata',
    languages: [{ code: 'ml', level: 'native' }, en, { code: 'hi', level: 'fluent' }],
    ...rate(22, 24),
    hoursAWeek: 35,
    categories: ['patents-and-trademarks'],
    skills: ['patent-drawings', 'patent-search', 'trademark-search', 'office-actions'],
  },
  nuria: {
    headline: 'Gardens that need little water',
    about:
      'Dry gardens for slopes and courtyards. I ask for photos at eight, noon and six, because a garden is made of light, and I plan around old trees.',
    timeZone: 'Europe/Madrid',
    languages: [{ code: 'ca', level: 'native' }, { code: 'es', level: 'native' }, en],
    ...rate(26),
    hoursAWeek: 25,
    categories: ['landscape-design'],
    skills: ['planting-plans', 'mediterranean-plants', 'watering-plans', 'garden-plans'],
  },
  tom: {
    headline: 'TypeScript, interfaces, accessibility',
    about:
      'Forms that can be filled in by keyboard, by voice and in a bus. I write the test first, deliver in small steps, and none of them on a Friday.',
    timeZone: 'America/Chicago',
    languages: [{ code: 'en', level: 'native' }],
    ...rate(85, 95),
    hoursAWeek: 30,
    categories: ['software', 'web-design'],
    skills: ['typescript', 'react', 'accessibility', 'nodejs', 'html-and-css'],
  },
  keiko: {
    headline: 'Translates manuals, English to Japanese · 技術翻訳',
    about:
      'Manuals of machines, from English to Japanese. A second person reads everything before you do, and your list of terms comes back longer.',
    timeZone: 'Asia/Tokyo',
    languages: [{ code: 'ja', level: 'native' }, en],
    ...rate(45, 55),
    hoursAWeek: 30,
    categories: ['translation'],
    skills: ['english-to-japanese', 'technical-translation', 'translation-review'],
  },
  chidi: {
    headline: 'Data entry and transcripts, English and Igbo',
    about:
      'Eleven thousand rows a week, every fiftieth typed twice. Interviews in English and Igbo, word for word or tidied, with time codes where it is unclear.',
    timeZone: 'Africa/Lagos',
    languages: [{ code: 'ig', level: 'native' }, en],
    ...rate(5, 6),
    hoursAWeek: 40,
    categories: ['data-entry', 'transcription'],
    skills: ['form-typing', 'deduplication', 'labelling', 'interview-transcripts', 'time-coding'],
  },
  wei: {
    headline: 'Records and archives that an auditor can follow',
    about:
      'I run Brightwater Records, a house of eleven. We index archives, recognise scans and keep registers in order, and I answer for each page myself.',
    timeZone: 'Asia/Singapore',
    languages: [{ code: 'zh', level: 'native' }, en, { code: 'ms', level: 'working' }],
    ...rate(24, 28),
    hoursAWeek: 20,
    categories: ['document-processing', 'data-entry', 'compliance-records'],
    skills: ['scanning-and-ocr', 'archive-indexing', 'labelling', 'audit-preparation'],
  },
};

/** Writes the profiles and puts them into the directory. */
export async function offerWork(stage: Stage, cast: Cast): Promise<void> {
  for (const [key, offer] of Object.entries(OFFERS)) {
    const actor = cast[key as keyof Cast];
    const scene = { actor, root: actor.partyId, ago: 517 };
    await act(stage, scene, [editFreelancer, { ...offer, availability: 'open' as const }]);
    await act(stage, { ...scene, ago: 516 }, [listFreelancer, {}]);
  }
}

/** The same people as they stand among the crowd: what they did before today's contracts. */
export function workersOf(cast: Cast): Map<Worker, MemberActor> {
  return new Map(
    Object.entries(PAST).map(([key, [contracts, skillful]]) => {
      const offer = OFFERS[key as keyof Cast];
      const rateLowMinor = offer?.rateLowMinor ?? 1_000n;
      const categories = [...(offer?.categories ?? [])];
      const worker = { key, categories, rateLowMinor, arrived: 500, skillful, contracts };
      return [worker, cast[key as keyof Cast]];
    }),
  );
}

const PAST: Partial<Record<keyof Cast, [contracts: number, skillful: number]>> = {
  ioana: [9, 0.97],
  grace: [11, 0.75],
  pocitos: [6, 0.9],
  rahul: [5, 0.9],
  nuria: [4, 0.85],
  tom: [6, 0.95],
  keiko: [4, 1],
  chidi: [8, 0.85],
  wei: [3, 0.9],
};

/** Scores both sides of what has ended and was not counted yet. */
export async function scoreCast(stage: Stage): Promise<void> {
  const ended = await stage.readDb
    .selectFrom('contract')
    .leftJoin('outcome', 'outcome.contractId', 'contract.id')
    .select('contract.id')
    .where('state', '=', 'ended')
    .where('outcome.contractId', 'is', null)
    .orderBy('contract.endedAt')
    .execute();
  for (const { id: contractId } of ended) {
    const actor = systemActor('reputation');
    await stage.run(scoreContract, { contractId }, { actor, root: contractId, now: stage.today });
  }
}

/** Whole dollars an hour. */
function rate(low: number, high = low): Pick<Offer, 'rateLowMinor' | 'rateHighMinor'> {
  return { rateLowMinor: BigInt(low * 100), rateHighMinor: BigInt(high * 100) };
}
