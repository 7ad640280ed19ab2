const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

export const form = {
  summary: (count: number) =>
    count === 1
      ? 'One thing to put right'
      : `${NUMBERS[count] ?? String(count)} things to put right`,
  refused: 'Not done. Nothing was changed',
  kept: 'Nothing was sent. What you typed is still here.',
  optional: 'if you like',
  chosen: 'Chosen before',
  required: 'Fill this in',
  choose: 'Choose one',
  chooseFromList: 'Choose one from the list',
  number: 'Write a number, such as 12',
  wholeNumber: 'Write a whole number, such as 12',
  email: 'Write an email address, such as name@example.org',
  url: 'Write an address that begins with https://',
  date: 'Choose a day',
  other: 'Write this differently',
  minLength: (least: number) => `Write at least ${least} characters`,
  maxLength: (most: number, now: number) =>
    `At most ${most} characters; this is ${now}. Shorten it by ${now - most}`,
  minNumber: (least: number) => `Write ${least} or more`,
  maxNumber: (most: number) => `Write ${most} or less`,
  minItems: (least: number) => (least === 1 ? 'Choose at least one' : `Choose at least ${least}`),
  maxItems: (most: number) => `Choose at most ${most}`,
};
