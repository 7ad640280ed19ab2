/** The places of the bar; a page says which one it belongs to. */
export type Place =
  | 'projects'
  | 'contracts'
  | 'tasks'
  | 'services'
  | 'rates'
  | 'money'
  | 'operator';

/** What a page asks of its frame: `export const handle: PageHandle = { nav: 'projects' }`. */
export type PageHandle = {
  /** Ships React and the page's own code. Left out, the page carries no script at all. */
  script?: true;
  /** The place that the bar marks as current. */
  nav?: Place;
  /** No bar and no footer: a page with one job. */
  bare?: true;
  /** The page shows the band after an act itself, beside its object, with `<FlashBand />`. */
  flash?: 'own';
};
