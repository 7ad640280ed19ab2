/**
 * `<button formtarget="…" data-preview-again>`: after each change sends its form to that frame, as
 * the button does. So there is one way to draw a preview.
 */
export {};

const REST_MS = 700;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-preview-again]')) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  button.form?.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => button.form?.requestSubmit(button), REST_MS);
  });
}
