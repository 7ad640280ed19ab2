/**
 * `<form data-draft-url="…">`: posts what is filled in there every ten seconds when it changed, and
 * once more when the page is left. Counts into its `_active` field the seconds in which the page
 * was in sight and in use. `[data-draft-said]` says how it went, in its `data-saved` or `data-failed`.
 */
export {};

const SAVE_MS = 10_000;
/** Reading without touching anything is work too, for so long. */
const IDLE_MS = 30_000;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft-url]')) {
  watch(form, form.dataset.draftUrl ?? '');
}

function watch(form: HTMLFormElement, url: string): void {
  const active = form.querySelector<HTMLInputElement>('input[name="_active"]');
  const said = document.querySelector<HTMLElement>('[data-draft-said]');
  let touched = performance.now();
  let saved = filledIn(form);
  let sending = false;
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'input']) {
    document.addEventListener(type, () => (touched = performance.now()), { passive: true });
  }
  // What stands in a frame of its own is in use while it has the focus.
  const inUse = () =>
    performance.now() - touched < IDLE_MS || document.activeElement instanceof HTMLIFrameElement;
  setInterval(() => {
    if (active === null || document.visibilityState !== 'visible' || !inUse()) return;
    active.value = String(Number(active.value) + 1);
  }, 1_000);
  setInterval(() => void save(), SAVE_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && filledIn(form) !== saved) {
      navigator.sendBeacon(url, bodyOf(form));
    }
  });
  form.addEventListener('submit', () => (saved = filledIn(form)));

  async function save(): Promise<void> {
    const filled = filledIn(form);
    if (filled === saved || sending) return;
    sending = true;
    const answer = await fetch(url, { method: 'POST', body: bodyOf(form) }).catch(() => null);
    sending = false;
    if (answer?.ok === true) saved = filled;
    if (said !== null) {
      said.textContent = (answer?.ok === true ? said.dataset.saved : said.dataset.failed) ?? '';
    }
  }
}

function bodyOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new URLSearchParams(fields);
}

/** What the worker did; the clock alone is no change. */
function filledIn(form: HTMLFormElement): string {
  const body = bodyOf(form);
  body.delete('_active');
  return body.toString();
}
