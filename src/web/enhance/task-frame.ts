/**
 * `<iframe data-task-frame="/where/next">`: goes on when the frame tells that its answer was taken.
 * The frame is on an origin of its own, so only who spoke is looked at, never what else it said.
 */
export {};

for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-task-frame]')) {
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.data !== 'anyshore:answered') return;
    location.assign(frame.dataset.taskFrame ?? location.href);
  });
}
