/**
 * `<form data-task-line="assignment">`: an answer that the line does not carry is kept on this
 * device, and sent when the line is back. Its `_key` makes it count once, however often it is sent.
 * `[data-line-said]` tells how many wait, in its `data-one` and `data-many`.
 */
export {};

/** `going`: the browser itself has sent it, and the page that comes next tells whether it arrived. */
type Kept = { id: string; url: string; body: string; going: boolean };

const STORE = 'anyshore-answers';
const TRY_MS = 15_000;

const form = document.querySelector<HTMLFormElement>('form[data-task-line]');
const said = document.querySelector<HTMLElement>('[data-line-said]');
let sending = false;

if (form !== null) start(form, form.dataset.taskLine ?? '');

function start(work: HTMLFormElement, id: string): void {
  // The same task once more, without a word of what is wrong: its answer was lost on the way.
  const heard = document.querySelector('[role="alert"]') !== null;
  const lost = (one: Kept) => one.id === id && !heard;
  const left = read().filter((one) => !one.going || lost(one));
  write(left.map((one) => ({ ...one, going: false })));
  work.addEventListener('submit', (event) => keep(event, work, id));
  addEventListener('online', () => void sendKept());
  setInterval(() => void sendKept(), TRY_MS);
  void sendKept();
}

function keep(event: SubmitEvent, work: HTMLFormElement, id: string): void {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || button.dataset.send === undefined) return;
  const going = navigator.onLine;
  if (!going) event.preventDefault();
  const fields = [...new FormData(work, button)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const body = new URLSearchParams(fields).toString();
  const others = read().filter((one) => one.id !== id);
  write([...others, { id, url: location.href, body, going }]);
}

/** Sends what waits, the oldest first, and goes where the newest of them leads. */
async function sendKept(): Promise<void> {
  const waiting = read().filter(({ going }) => !going);
  if (sending || waiting.length === 0 || !navigator.onLine) return;
  sending = true;
  if (said !== null) said.textContent = said.dataset.sending ?? '';
  let next = '';
  for (const one of waiting) {
    const body = new URLSearchParams(one.body);
    const answer = await fetch(one.url, { method: 'POST', body }).catch(() => null);
    if (answer === null) break;
    write(read().filter(({ id }) => id !== one.id));
    next = answer.url;
  }
  sending = false;
  tell();
  if (next !== '') location.assign(next);
}

function read(): Kept[] {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '[]') as Kept[];
  } catch {
    return [];
  }
}

function write(kept: readonly Kept[]): void {
  try {
    localStorage.setItem(STORE, JSON.stringify(kept));
  } catch {
    // Without room, or where the browser keeps nothing, the answer goes the plain way.
  }
  tell();
}

function tell(): void {
  const { length } = read().filter(({ going }) => !going);
  if (said === null) return;
  const words = length === 1 ? said.dataset.one : said.dataset.many;
  said.textContent = length === 0 ? '' : (words ?? '').replace('#', String(length));
}
