export const failure = {
  home: 'Go to the start page',
  refused: 'Not done. Nothing was changed',
  notNow: 'This cannot be done now',
  over: {
    title: 'This is done or over already',
    says: 'There is nothing left to do here, and nothing was changed. Look how it stands now.',
  },
  back: {
    projects: 'Open the project',
    contracts: 'Open the contract',
    proposals: 'Open the proposal',
    milestones: 'Your contracts',
  },
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
