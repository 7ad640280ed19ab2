/**
 * Which way of buying work fits. Terms:
 * Project: one piece of work, by a freelancer who was chosen, at a price or by the hour.
 * Tasks: many small alike pieces, each by whoever is free, checked by asking more than once.
 * Service: work that goes on every month, by a vendor, at levels that were signed.
 */
export const WAYS = ['project', 'tasks', 'service'] as const;
export type Way = (typeof WAYS)[number];

/** What people can use today; the other way opens with a later version. */
export const OPEN_WAYS: readonly Way[] = ['project', 'tasks'];

export const SHAPES = ['one', 'many', 'running'] as const;
export type Shape = (typeof SHAPES)[number];

export type WorkInMind = {
  shape: Shape;
  /** How many alike pieces, and how long each takes. */
  pieces: number | null;
  minutes: number | null;
  /** Whoever does it must know the client's business. */
  knowsYou: boolean;
  /** A level is needed that is paid back when it is missed. */
  level: boolean;
  /** Strangers must not see the material. */
  secret: boolean;
};

/** Why, as words of the catalogue name them. */
export type Reason =
  | 'one_piece'
  | 'by_the_hour'
  | 'alike_and_small'
  | 'few_pieces'
  | 'long_pieces'
  | 'knows_you'
  | 'secret'
  | 'no_level_yet'
  | 'level_by_repeats'
  | 'level_signed'
  | 'goes_on'
  | 'pieces_unknown';

export type Advice = {
  way: Way;
  /** How a project would be paid. */
  pricing: 'fixed' | 'hourly';
  reasons: Reason[];
  /** Whether this way can be used today; otherwise a project is what can. */
  open: boolean;
};

/** Below this, one person is found, told and paid faster than a batch is set up. */
const FEW_PIECES = 100;
/** Longer than this, a piece is work of its own. */
const LONG_MINUTES = 30;

export function whichWay(work: WorkInMind): Advice {
  const { way, reasons } = decide(work);
  const pricing = work.shape === 'one' ? 'fixed' : 'hourly';
  return { way, pricing, reasons, open: OPEN_WAYS.includes(way) };
}

function decide(work: WorkInMind): { way: Way; reasons: Reason[] } {
  if (work.shape === 'one') return { way: 'project', reasons: reasonsOfOne(work) };
  if (work.shape === 'running') return decideRunning(work);
  return decideMany(work);
}

function decideRunning({ level, knowsYou, secret }: WorkInMind) {
  const kept: Reason[] = [...when(knowsYou, 'knows_you'), ...when(secret, 'secret')];
  if (level)
    return { way: 'service' as const, reasons: ['goes_on', 'level_signed', ...kept] as Reason[] };
  return { way: 'project' as const, reasons: ['by_the_hour', ...kept] as Reason[] };
}

function decideMany(work: WorkInMind) {
  const { pieces, minutes, knowsYou, secret, level } = work;
  const against: Reason[] = [
    ...when(secret, 'secret'),
    ...when(knowsYou, 'knows_you'),
    ...when(pieces !== null && pieces < FEW_PIECES, 'few_pieces'),
    ...when(minutes !== null && minutes > LONG_MINUTES, 'long_pieces'),
  ];
  if (against.length > 0) {
    return { way: 'project' as const, reasons: [...against, ...when(level, 'no_level_yet')] };
  }
  const reasons: Reason[] = [
    'alike_and_small',
    ...when(level, 'level_by_repeats'),
    ...when(pieces === null || minutes === null, 'pieces_unknown'),
  ];
  return { way: 'tasks' as const, reasons };
}

function reasonsOfOne({ knowsYou, secret, level }: WorkInMind): Reason[] {
  return [
    'one_piece',
    ...when(knowsYou, 'knows_you'),
    ...when(secret, 'secret'),
    ...when(level, 'no_level_yet'),
  ];
}

/** Hours of work in all, rounded up to the quarter; null where it is not known. */
export function hoursOf({
  pieces,
  minutes,
}: Pick<WorkInMind, 'pieces' | 'minutes'>): number | null {
  if (pieces === null || minutes === null) return null;
  return Math.ceil((pieces * minutes) / 15) / 4;
}

function when(holds: boolean, reason: Reason): Reason[] {
  return holds ? [reason] : [];
}
