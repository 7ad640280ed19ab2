/** Words of task forms: fields, what is wrong with an answer, drawing on pictures, the frame. */
import { form } from './form.ts';

export const forms = {
  instructions: 'Instructions',
  noPicture: 'This picture has no address that can be shown.',
  noSound: 'This recording has no address that can be played.',
  noLink: 'This link has no address that can be opened.',
  newTab: 'opens in a new tab',
  enlarge: 'Enlarge, in a new tab',
  noAnswer: 'No answer',
  maxChars: (most: number) => `At most ${most} characters`,
  minBoxes: (least: number) => (least === 1 ? 'Draw at least one box' : `Draw at least ${least}`),
  days: (from: string | undefined, to: string | undefined) => `Choose a day ${range(from, to)}`,
  numbers: (from: string | undefined, to: string | undefined) =>
    `Write a number ${range(from, to)}`,
  boxes: {
    row: (number: number) => `Box ${number}`,
    label: 'What it is',
    x: 'Left, %',
    y: 'Top, %',
    width: 'Width, %',
    height: 'Height, %',
    numbers: 'Boxes in numbers',
    help: 'Percent of the picture. An empty row is left out; more rows come when you save.',
    draw: 'Drag on the picture to draw a box, or add one and move it by the arrow keys; with Shift they change its size, Delete removes it.',
    add: 'Add a box',
    /** Filled in by the script; `#` is the number, `@` the label. */
    drawn: 'Box #: @. Left {x}, top {y}, width {width}, height {height} percent',
    removed: 'Box # removed',
    most: (most: number) => `No more than ${most} boxes fit`,
  },
  preview: 'Preview',
  previewSend: 'Send',
  previewNote: 'Nothing is sent from a preview.',
  frame: {
    title: 'Task',
    send: 'Send',
    sent: 'Sent. The next page opens by itself.',
    goOn: 'Go on',
    preview: 'This is a preview. Nothing was sent.',
    gone: 'This task is no longer open here. Go back to your work.',
    tooLarge: 'The answer is larger than 64 KB. Go back and shorten it.',
    wrong: 'The answer could not be taken. Go back and try again.',
    empty: 'Nothing was filled in. Go back and answer.',
  },
  wrong: {
    text: form.other,
    required: form.required,
    choose: form.choose,
    not_listed: form.chooseFromList,
    number: 'Write a number, such as 12 or 12.5',
    date: form.date,
    box: 'Give each box a label, and numbers that keep it within the picture',
    unknown_field: 'This form has no such field',
    empty_answer: 'Answer at least one question',
  },
  step: (from: string, step: string) =>
    from === '0' ? `Write a multiple of ${step}` : `Write ${from} or a multiple of ${step} more`,
  tooLarge: 'The whole answer is larger than 64 KB. Shorten it',
};

function range(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `up to ${to}`;
  return to === undefined ? `from ${from} on` : `from ${from} to ${to}`;
}
