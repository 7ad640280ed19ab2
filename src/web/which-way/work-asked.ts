/** What an address says of the work in mind. What it leaves out is not known. */
import { SHAPES, type WorkInMind } from '#domain/market/which-way.ts';

export type WorkAsked = WorkInMind & {
  /** Hours in all, as typed; the pieces tell them too. */
  hours: number | null;
  /** A category's slug. */
  category: string | null;
};

const MOST = 10_000_000;

/** Null while the first question is not answered. */
export function workAsked(params: URLSearchParams): WorkAsked | null {
  const shape = SHAPES.find((one) => one === params.get('shape'));
  if (shape === undefined) return null;
  const yes = (name: string) => params.get(name) === 'yes';
  const category = params.get('category') ?? '';
  return {
    shape,
    pieces: whole(params.get('pieces')),
    minutes: whole(params.get('minutes')),
    hours: whole(params.get('hours')),
    category: category === '' ? null : category,
    knowsYou: yes('knows'),
    level: yes('level'),
    secret: yes('secret'),
  };
}

function whole(typed: string | null): number | null {
  const plain = (typed ?? '').replace(/[,\s]/g, '');
  if (!/^\d{1,8}$/.test(plain)) return null;
  const number = Number(plain);
  return number === 0 ? null : Math.min(number, MOST);
}
