/** What the address of a comparison asks: weights, order, which proposals. */
import { CRITERIA, USUAL_WEIGHTS, type Weights } from '#domain/projects/best-value.ts';

export const SORTS = [
  'fit',
  'pay',
  'receive',
  'delivery',
  'quality',
  'on-time',
  'past',
  'sent',
] as const;
export type Sort = (typeof SORTS)[number];

export const VIEWS = ['all', 'shortlist', 'hidden'] as const;
export type View = (typeof VIEWS)[number];

export type CompareQuestion = {
  weights: Weights;
  sort: Sort;
  /** Against the order that this sort usually has, such as the dearest first. */
  turned: boolean;
  view: View;
  /** Ids of proposals put side by side; none is all of them. */
  show: readonly string[];
  /** The first place shown of a long list, from 1. */
  from: number;
};

export const MOST_BESIDE = 4;
const STEP = 5;

/** Reads an address; what it does not understand is as if it were not there. */
export function parseCompare(search: URLSearchParams): CompareQuestion {
  const sort = search.get('sort') ?? 'fit';
  const plain = sort.replace(/^-/, '');
  const from = Number(search.get('from') ?? 1);
  return {
    weights: {
      price: weightOf(search.get('price'), USUAL_WEIGHTS.price),
      time: weightOf(search.get('time'), USUAL_WEIGHTS.time),
      quality: weightOf(search.get('quality'), USUAL_WEIGHTS.quality),
    },
    sort: SORTS.find((one) => one === plain) ?? 'fit',
    turned: sort.startsWith('-'),
    view: VIEWS.find((one) => one === search.get('view')) ?? 'all',
    show: search
      .getAll('show')
      .flatMap((list) => list.split(','))
      .filter((id) => id !== '')
      .slice(0, MOST_BESIDE),
    from: Number.isInteger(from) && from > 1 ? from : 1,
  };
}

/** The address of a question, without what is usual; `changes` are made first. */
export function compareHref(
  projectId: string,
  question: CompareQuestion,
  changes: Partial<CompareQuestion> = {},
): string {
  const search = new URLSearchParams(compareFields({ ...question, ...changes }));
  const query = search.toString().replaceAll('%2C', ',');
  return `/projects/${projectId}/compare${query === '' ? '' : `?${query}`}`;
}

/** The same as names and values: of an address, or of hidden fields. */
export function compareFields(question: CompareQuestion): [string, string][] {
  const { weights, sort, turned, view, show, from } = question;
  const usual = CRITERIA.every((one) => weights[one] === USUAL_WEIGHTS[one]);
  const fields: [string, string][] = usual
    ? []
    : CRITERIA.map((one) => [one, String(weights[one])]);
  if (sort !== 'fit' || turned) fields.push(['sort', `${turned ? '-' : ''}${sort}`]);
  if (view !== 'all') fields.push(['view', view]);
  if (show.length > 0) fields.push(['show', show.join(',')]);
  if (from > 1) fields.push(['from', String(from)]);
  return fields;
}

/** As the slider shows it: a step of 5 from 0 to 100. */
function weightOf(given: string | null, usual: number): number {
  const number = given === null || given.trim() === '' ? Number.NaN : Number(given);
  if (!Number.isFinite(number)) return usual;
  return Math.min(100, Math.max(0, Math.round(number / STEP) * STEP));
}
