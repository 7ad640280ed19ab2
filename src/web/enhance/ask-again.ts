/**
 * `<form method="get" data-ask-again="answer">`: after each change asks the server for the same page
 * with what the form says now, and puts its element of that id into this page. So there is one way
 * to compute, and the address is always the one of what is shown.
 */
export {};

/** After the last key, so that a screen reader hears one answer and not each on the way to it. */
const REST_MS = 300;

let asking: AbortController | undefined;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ask-again]')) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => askAgain(form), REST_MS);
  });
}

async function askAgain(form: HTMLFormElement): Promise<void> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const address = `${location.pathname}?${new URLSearchParams(fields).toString()}`;
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(address, { signal: asking.signal }).catch(() => null);
  // Where the server cannot be reached, the button of the form still asks it, and says so.
  if (answer === null || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const id = form.dataset.askAgain ?? '';
  const [shown, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (shown === null || fresh === null) return;
  // The status inside stays in place, or no screen reader would hear that it changed.
  const [told, says] = [
    shown.querySelector('[role="status"]'),
    fresh.querySelector('[role="status"]'),
  ];
  if (told !== null && says !== null) told.replaceChildren(...says.childNodes);
  else shown.replaceChildren(...fresh.childNodes);
  history.replaceState(null, '', address);
}
