export const failure = {
  home: 'Go to the start page',
  refused: 'Not done. Nothing was changed',
  unknown: { title: 'This did not work', says: 'Nothing more is known. No money moved.' },
  crash: (number: string) => ({
    title: 'This did not work, and it is our fault',
    says: `No money moved. Number ${number} finds it in the log.`,
  }),
};
