/** Templates in which something that is seen or heard is typed. */
import { formTemplate } from './form-template.ts';

export const transcription = formTemplate({
  slug: 'transcription',
  name: 'Transcribe a picture',
  purpose: 'Type what is written in a scan or photo, character by character.',
  title: 'Type what this note says',
  description: 'Read a short note in a picture and type it as it is written.',
  keywords: ['transcribe', 'typing', 'picture', 'text'],
  timeLimitSeconds: 900,
  cents: 12n,
  form: {
    kind: 'form',
    instructions:
      'Type the text **as it is written**, mistakes too.\n\n- One line of the picture, one line of the answer.\n- Write `[?]` for a word that you cannot read.',
    show: [{ kind: 'image', url: '${image_url}', alt: 'A note to transcribe' }],
    fields: [
      { kind: 'text', name: 'text', label: 'What does the note say?', lines: 5, maxLength: 2_000 },
      {
        kind: 'choice',
        name: 'legible',
        label: 'How well could you read it?',
        options: [
          { value: 'all', label: 'All of it' },
          { value: 'most', label: 'Most of it' },
          { value: 'none', label: 'Hardly anything' },
        ],
      },
    ],
  },
  samples: [
    { image_url: '/samples/note-1.svg' },
    { image_url: '/samples/note-2.svg' },
    { image_url: '/samples/note-3.svg' },
  ],
});

export const dataEntry = formTemplate({
  slug: 'data-entry',
  name: 'Enter data from a picture',
  purpose: 'Sums, dates and names from receipts, forms or cards, each in its own field.',
  title: 'Enter the data of one receipt',
  description: 'Look at a receipt and type its shop, day and total.',
  keywords: ['receipt', 'data entry', 'typing', 'numbers'],
  timeLimitSeconds: 900,
  cents: 10n,
  form: {
    kind: 'form',
    instructions: 'The total is the sum **after** tax. Leave out the currency.',
    show: [
      { kind: 'text', text: 'Receipt **${receipt_id}**' },
      { kind: 'image', url: '${image_url}', alt: 'A receipt' },
    ],
    fields: [
      { kind: 'text', name: 'shop', label: 'Name of the shop', maxLength: 120 },
      { kind: 'date', name: 'day', label: 'Day of the purchase' },
      { kind: 'number', name: 'total', label: 'Total', hint: 'Such as 24.75', min: 0, step: 0.01 },
      {
        kind: 'text',
        name: 'receipt_number',
        label: 'Number of the receipt',
        hint: 'Four to eight digits, if there is one.',
        required: false,
        pattern: { regex: '[0-9]{4,8}', message: 'Write four to eight digits' },
      },
    ],
  },
  samples: [
    { receipt_id: 'A-1', image_url: '/samples/receipt-1.svg' },
    { receipt_id: 'A-2', image_url: '/samples/receipt-2.svg' },
    { receipt_id: 'A-3', image_url: '/samples/receipt-3.svg' },
  ],
});
