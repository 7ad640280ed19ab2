/** The page that shows the parts which need script. */
export const live = {
  title: 'Live parts',
  lead: 'The only page that ships both kinds of script. Without any it can still be read and written.',
  enhanced: 'A small script on finished HTML',
  counted: 'A part that React draws',
  label: 'Say something',
  count: (typed: number) => `${typed} of 500 characters`,
  sample: 'anyshore verify-ledger --json',
  copy: 'Copy the command',
  parts: 'Parts',
};
