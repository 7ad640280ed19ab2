const WORDS = ['', 'Poor', 'Below what was agreed', 'As agreed', 'Good', 'Excellent'];

export const feedback = {
  title: 'Feedback',
  asked: 'Feedback is open',
  about: (who: string) =>
    `Say how it was to work with ${who}. Neither side sees the other’s words before both are given or the time is over. Open`,
  act: (who: string) => `Give feedback on ${who}`,
  givenHidden:
    'Your feedback is in. Both are shown when the other side gave theirs, or when the time is over.',
  over: 'The contract is over and everything in escrow is settled.',
  hidden: 'hidden until both gave theirs',
  stars: (count: number) => `${count} of 5`,
  question: (who: string) => `How was it to work with ${who}?`,
  blindTitle: 'Both sides write without seeing the other',
  blind: (who: string) =>
    `${who} sees your feedback only after giving theirs, or when the time is over. You see theirs at the same moment. Nobody can answer a rating with a rating.`,
  until: 'Open until',
  starsLabel: 'Your rating',
  choose: 'Choose one to five',
  option: (count: number) => `${count} of 5: ${WORDS[count] ?? ''}`,
  comment: 'In words',
  commentHint: 'Say what went well and what did not. Everybody can read it later.',
  send: 'Give this feedback',
  once: 'It is given once and cannot be changed.',
  done: 'Feedback given.',
  doneHidden: 'It stays hidden until both gave theirs or the time is over.',
  doneShown: 'Both gave theirs, so both are shown now.',
  refused: 'Not given',
};
