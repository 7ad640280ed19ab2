/** What people say of each other when the work is done. */
import type { Random } from './random.ts';

const OF_WORK: Record<'good' | 'fair' | 'poor', readonly [first: string[], then: string[]]> = {
  good: [
    [
      'Exactly what we had agreed.',
      'Better than I could have described it.',
      'Quick, exact and pleasant.',
      'Steady work from the first day.',
      'Asked three good questions and then just did it.',
      'The early draft saved us a week.',
      'Careful work that one can build on.',
      'Understood at once what it was for.',
      'Calm, even when we were not.',
      'A second pair of eyes, and good ones.',
      'We changed our mind once; it was no drama.',
    ],
    [
      'Would hire again.',
      'Every message was answered the same day.',
      'Files were in perfect order.',
      'Two days before the date.',
      'I had nothing to correct.',
      'Told us where we were wrong, kindly.',
      'Our own people asked how it was done.',
      'No surprises, neither in the work nor in the price.',
      'We have saved the address.',
      'The notes at the end are worth as much as the work.',
      '',
    ],
  ],
  fair: [
    [
      'Good work in the end.',
      'The result is fine.',
      'Usable, with some corrections by us.',
      'We got there.',
    ],
    [
      'It needed one round more than planned.',
      'Answers took two days.',
      'The date slipped a little.',
      'I missed some initiative.',
    ],
  ],
  poor: [
    ['Not what was asked for.', 'We had to redo half of it.', 'Started well, then silence.'],
    ['The date passed without a word.', 'I would not do this again.', 'A pity.'],
  ],
};

const OF_CLIENT: Record<'good' | 'fair' | 'poor', readonly string[]> = {
  good: [
    'Knows what is wanted and pays at once.',
    'Clear papers, quick answers.',
    'A pleasure. The task stayed the task.',
    'Feedback on the same day, always to the point.',
    'Fair when I found an error in the plan.',
  ],
  fair: ['Fine, though answers took their time.', 'The task grew a little on the way.', 'Correct.'],
  poor: [
    'New wishes every day, old price.',
    'Silence for a week, then everything was urgent.',
    'Never answered the delivery.',
  ],
};

const REPLIES: Record<'good' | 'fair' | 'poor', readonly string[]> = {
  good: [
    'Thank you, it was good to work with you.',
    'Thank you! Your early notes made it easy.',
    'A pleasure. I would gladly do the second part.',
  ],
  fair: [
    'Thank you. The extra round was my fault, and it was free.',
    'We had two holidays in that week; I should have said so earlier.',
  ],
  poor: [
    'The plan changed on day four, as our messages show. I am sorry for how it ended.',
    'I disagree about the silence, but I understand that it was a bad week.',
  ],
};

export function remarkOnWork(random: Random, stars: number): string {
  const [first, then] = OF_WORK[moodOf(stars)];
  return `${random.pick(first)} ${random.pick(then)}`.trim();
}

export function remarkOnClient(random: Random, stars: number): string {
  return random.pick(OF_CLIENT[moodOf(stars)]);
}

export function replyTo(random: Random, stars: number): string {
  return random.pick(REPLIES[moodOf(stars)]);
}

function moodOf(stars: number): 'good' | 'fair' | 'poor' {
  return stars >= 4 ? 'good' : stars === 3 ? 'fair' : 'poor';
}
