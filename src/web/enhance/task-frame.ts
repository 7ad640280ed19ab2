/**
 * `<iframe data-task-frame="/where/next">`: goes on when the frame tells that its answer was taken,
 * by the page's `<form data-task-next>` where it has one.
 * The frame is on an origin of its own, so only who spoke is looked at, never what else it said.
 */
export {};

for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-task-frame]')) {
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.data !== 'anyshore:answered') return;
    const onward = document.querySelector<HTMLFormElement>('form[data-task-next]');
    if (onward !== null) onward.requestSubmit(onward.querySelector('button'));
    else location.assign(frame.dataset.taskFrame ?? location.href);
  });
}
