/**
 * `<form data-task-keys>`: the keys 1 to 9 pick an answer of the group that has the focus, else of
 * the first unanswered one; Enter presses `[data-send]`, S presses `[data-skip]`. Keys that are
 * typed into a field, or held with another, do what they always do.
 */
export {};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-task-keys]')) {
  document.addEventListener('keydown', (event) => onKey(form, event));
  beginTyping(form);
}

/** Where a keyboard is at hand, and the first question is answered by typing, it can begin at once. */
function beginTyping(form: HTMLFormElement): void {
  if (document.activeElement !== document.body || !matchMedia('(pointer: fine)').matches) return;
  const first = form.querySelector<HTMLElement>('[name^="answer."]');
  if (first !== null && isTypedInto(first)) first.focus({ preventScroll: true });
}

function onKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  const at = target instanceof HTMLElement ? target : document.body;
  if (isTypedInto(at)) return;
  const done =
    (/^[1-9]$/.test(key) && pick(form, at, Number(key) - 1)) ||
    (key === 'Enter' && !at.closest('a, button, summary, select') && press(form, '[data-send]')) ||
    (key.toLowerCase() === 's' && !at.closest('select') && press(form, '[data-skip]'));
  if (done) event.preventDefault();
}

function isTypedInto(at: HTMLElement): boolean {
  if (at.isContentEditable || at instanceof HTMLTextAreaElement) return true;
  return at instanceof HTMLInputElement && !['radio', 'checkbox'].includes(at.type);
}

function pick(form: HTMLFormElement, at: HTMLElement, place: number): boolean {
  const groups = [...form.querySelectorAll<HTMLElement>('[data-choose]')];
  const group =
    groups.find((one) => one.contains(at)) ??
    groups.find((one) => one.querySelector(':checked') === null) ??
    groups[0];
  const input = group?.querySelectorAll<HTMLInputElement>('input')[place];
  if (input === undefined) return false;
  input.click();
  input.focus();
  return true;
}

function press(form: HTMLFormElement, selector: string): boolean {
  const button = form.querySelector<HTMLButtonElement>(selector);
  button?.click();
  return button !== null;
}
