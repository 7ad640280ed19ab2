/** `<button hidden data-copy="…" data-copied="Copied">`: shows the button, copies, and says so. */
export {};

const SHOWN_MS = 4_000;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => copyFrom(button));
}

async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const told = button.nextElementSibling;
  await navigator.clipboard.writeText(button.dataset.copy ?? '');
  if (told === null) return;
  told.textContent = button.dataset.copied ?? '';
  setTimeout(() => {
    told.textContent = '';
  }, SHOWN_MS);
}
