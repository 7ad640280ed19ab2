/**
 * `<form data-rank-again>`: while its sliders move, asks the server for the same page with their
 * weights and puts its verdict and its ranking into this one. So there is one way to rank, and the
 * address is always the one of what is shown.
 */
import { CRITERIA, percentsOf } from '#domain/projects/best-value.ts';

const PARTS = ['verdict', 'ranking', 'formula'] as const;
/** Long enough to leave out what the hand passes on the way. */
const REST_MS = 80;

let waiting: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-rank-again]')) {
  form.addEventListener('input', () => {
    showShares(form);
    clearTimeout(waiting);
    waiting = setTimeout(() => rankAgain(form), REST_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void rankAgain(form);
  });
}

function showShares(form: HTMLFormElement): void {
  const typed = new FormData(form);
  const weight = (name: string) => Number(typed.get(name));
  const percents = percentsOf({
    price: weight('price'),
    time: weight('time'),
    quality: weight('quality'),
  });
  for (const name of CRITERIA) {
    const slider = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const share = form.querySelector(`[data-share="${name}"]`);
    if (slider === null || share === null) continue;
    const shown = share.textContent ?? '';
    share.textContent = `${percents[name]}%`;
    slider.ariaValueText = (slider.ariaValueText ?? '').replace(shown, share.textContent);
    slider.style.setProperty('--v', `${slider.value}%`);
  }
}

async function rankAgain(form: HTMLFormElement): Promise<void> {
  asking?.abort();
  asking = new AbortController();
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) search.append(name, String(value));
  const address = `${location.pathname}?${search}`;
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) return location.assign(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of PARTS) put(page.getElementById(part), document.getElementById(part));
    history.replaceState(null, '', address);
  } catch (error) {
    // A newer question replaced this one; without a network the button is still a form's.
    if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
  }
}

function put(from: HTMLElement | null, into: HTMLElement | null): void {
  if (from !== null && into !== null) into.replaceChildren(...from.childNodes);
}
