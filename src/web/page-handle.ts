/** The places of the bar; a page says which one it belongs to. */
export type Place =
  | 'home'
  | 'freelancers'
  | 'projects'
  | 'contracts'
  | 'tasks'
  | 'services'
  | 'rates'
  | 'money'
  | 'fees'
  | 'operator';

/** The files of src/web/enhance. */
export type Enhancement =
  | 'copy'
  | 'both-sums'
  | 'ask-again'
  | 'rank-again'
  | 'task-keys'
  | 'task-draft'
  | 'task-frame'
  | 'draw-boxes'
  | 'task-line'
  | 'task-time'
  | 'preview-again'
  | 'batch-live'
  | 'review-keys';

/** What a page asks of its frame: `export const handle: PageHandle = { nav: 'projects' }`. */
export type PageHandle = {
  /**
   * Small scripts of src/web/enhance that make finished HTML quicker to use, about 1 KB each. What
   * a page needs live is nearly always this.
   */
  enhance?: readonly Enhancement[];
  /** Ships React and the page's own code, 105 KB. With neither, the page carries no script. */
  script?: true;
  /** The place that the bar marks as current. */
  nav?: Place;
  /**
   * Shows what clients have ordered: pictures and recordings from anywhere, and free forms in a
   * frame of ours that can be led nowhere else.
   */
  tasks?: true;
  /** No bar and no footer: a page with one job. */
  bare?: true;
  /** The page shows the band after an act itself, beside its object, with `<FlashBand />`. */
  flash?: 'own';
};

/** A page that is one thing or another by what its loader found: `export const handle = (data) => …`. */
export type HandleOf<Data> = (data: Data | undefined) => PageHandle;

/** The handle of a route, whichever way it is written. */
export function handleOf(handle: unknown, data: unknown): PageHandle {
  const made = typeof handle === 'function' ? (handle as HandleOf<unknown>)(data) : handle;
  return (made ?? {}) as PageHandle;
}
