/** What the demo's tasks are about. Nobody here is a real person, shop or firm. */
import type { TaskInput } from '#domain/forms/variables.ts';

const PRODUCTS = [
  'the kettle',
  'the backpack',
  'the desk lamp',
  'the rain jacket',
  'the garden hose',
];

const REVIEWS = [
  'Does what it should, nothing more.',
  'Broke in the second week. The shop did not answer.',
  'I have bought it twice, once for my mother.',
  'Good idea, poor finish. The seam opened.',
  'Arrived early and works well.',
  'Smaller than the picture makes you think.',
  'Quiet, light, and the colour is lovely.',
  'It is fine. I would not pay that much again.',
];

const POSTS: readonly (readonly [string, string])[] = [
  ['Gardening', 'My tomatoes split after the rain. What did I do wrong?'],
  ['Gardening', 'Half price seeds, today only, write to me for the code'],
  ['Cycling', 'Anybody who rides there without lights is a fool.'],
  ['Cycling', 'Is the ferry path open in winter?'],
  ['Kitchen', 'Rye bread fell flat again. More water or less?'],
  ['Kitchen', 'She lives above the bakery, second bell, go and ask her yourself'],
];

const SEARCHES: readonly (readonly [string, string, string])[] = [
  ['waterproof boots wide', 'Ridge Walker boot, wide fit', 'Membrane lining, two widths.'],
  ['descale a kettle', 'Kettles from 20 litres', 'Catering kettles with tap.'],
  ['library sunday hours', 'Visit the library', 'Reading room on Sundays from 10 to 14.'],
  ['quiet keyboard', 'Low keys, soft switches', 'Measured at 38 decibels.'],
  ['bus to the harbour', 'Harbour fish market', 'Fresh every morning but Monday.'],
];

const PICTURES = ['boat', 'house', 'tree', 'scene-1', 'scene-2', 'scene-3'];

/** The nth row for the template of that name; each is unlike its neighbours. */
export function rowOf(template: string, place: number): TaskInput {
  const nth = <T>(list: readonly T[]): T => list[place % list.length] as T;
  switch (template) {
    case 'classification':
      return { image_url: `/samples/${nth(PICTURES)}.svg` };
    case 'bounding-boxes':
      return { image_url: `/samples/scene-${(place % 3) + 1}.svg` };
    case 'transcription':
      return { image_url: `/samples/note-${(place % 3) + 1}.svg` };
    case 'data-entry':
      return { receipt_id: `N-${place + 1}`, image_url: `/samples/receipt-${(place % 3) + 1}.svg` };
    case 'sentiment':
      return { product: nth(PRODUCTS), text: nth(REVIEWS) };
    case 'moderation': {
      const [forum, post] = nth(POSTS);
      return { forum, post };
    }
    case 'search-relevance': {
      const [query, title, text] = nth(SEARCHES);
      const result_url = `https://example.org/results/${place + 1}`;
      return { query, result_title: title, result_text: text, result_url };
    }
    default:
      return { topic: 'looking for a flat' };
  }
}
