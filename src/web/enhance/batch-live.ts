/**
 * `<div data-live="/address" data-live-ends>`: hears from the server what changed, and puts each
 * part into the element of its id. At the end the page is asked for once more where
 * `data-live-ends` says so. The status is told at most every ten seconds, so that a screen reader
 * can follow.
 */
export {};

type Live = { parts: Record<string, string>; says: string; done: boolean };

const TELL_EVERY_MS = 10_000;

for (const root of document.querySelectorAll<HTMLElement>('[data-live]')) {
  const source = new EventSource(root.dataset.live ?? '');
  const told = root.querySelector('[role="status"][data-live-says]');
  let toldAt = Date.now();
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { parts, says, done } = JSON.parse(data) as Live;
    for (const [id, html] of Object.entries(parts)) {
      const part = document.getElementById(id);
      // What is being read by keyboard stays in place until the focus leaves it.
      if (part !== null && !part.contains(document.activeElement)) part.innerHTML = html;
    }
    if (told !== null && Date.now() - toldAt >= TELL_EVERY_MS) {
      told.textContent = says;
      toldAt = Date.now();
    }
    if (!done) return;
    source.close();
    if (root.dataset.liveEnds !== undefined) location.reload();
  });
}
