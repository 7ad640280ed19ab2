export const failure = {
  home: 'Go to the start page',
  refused: 'Not done. Nothing was changed',
  visitor: {
    title: 'Nothing is at this address',
    says: 'The page never existed, or only some may see it. If a mail asked you to come, sign in or open an account with the address that it went to, and you come back here.',
  },
  unknown: { title: 'This did not work', says: 'Nothing more is known. No money moved.' },
  crash: (number: string) => ({
    title: 'This did not work, and it is our fault',
    says: `No money moved. Number ${number} finds it in the log.`,
  }),
};
