/** Templates that ask people what they think. */
import { formTemplate } from './form-template.ts';

export const survey = formTemplate({
  slug: 'survey',
  name: 'Ask a survey',
  purpose: 'A short questionnaire: scales, choices and free answers from many people.',
  title: 'Five questions about ${topic}',
  description: 'A short survey. Your answers are used in sum only.',
  keywords: ['survey', 'opinion', 'questions', 'study'],
  timeLimitSeconds: 1_800,
  cents: 40n,
  form: {
    kind: 'form',
    instructions: 'There are no right answers. Nothing you write is joined to your name.',
    show: [{ kind: 'text', text: 'Think of the last time you used **${topic}**.' }],
    fields: [
      {
        kind: 'scale',
        name: 'satisfied',
        label: 'How satisfied were you with ${topic}?',
        to: 7,
        low: 'Not at all',
        high: 'Completely',
      },
      {
        kind: 'scale',
        name: 'recommend',
        label: 'How likely are you to recommend it to a friend?',
        from: 0,
        to: 10,
        low: 'Not likely',
        high: 'Very likely',
      },
      {
        kind: 'choice',
        name: 'how_often',
        label: 'How often do you use it?',
        options: [
          { value: 'daily', label: 'Every day' },
          { value: 'weekly', label: 'Every week' },
          { value: 'seldom', label: 'Less often' },
          { value: 'never', label: 'Never' },
        ],
      },
      {
        kind: 'number',
        name: 'minutes',
        label: 'About how many minutes did the last time take?',
        required: false,
        min: 0,
        max: 1_440,
        step: 1,
      },
      {
        kind: 'text',
        name: 'better',
        label: 'What would make it better?',
        lines: 4,
        required: false,
        maxLength: 2_000,
      },
    ],
  },
  samples: [
    { topic: 'the bus to work' },
    { topic: 'the public library' },
    { topic: 'your phone’s calendar' },
  ],
});

export const searchRelevance = formTemplate({
  slug: 'search-relevance',
  name: 'Judge a search result',
  purpose: 'How well a result answers what somebody searched for.',
  title: 'Does this result fit the search?',
  description: 'Read a search and one of its results, and say how well they fit.',
  keywords: ['search', 'relevance', 'judge', 'text'],
  timeLimitSeconds: 600,
  cents: 8n,
  form: {
    kind: 'form',
    instructions:
      'Put yourself in the place of the person who searched.\n\n- **Exact**: what they wanted.\n- **Useful**: helps, but is not it.\n- **Off**: they would go back at once.',
    show: [
      { kind: 'heading', text: 'Search: ${query}' },
      { kind: 'text', text: '**${result_title}**\n\n${result_text}' },
      { kind: 'link', url: '${result_url}', label: 'Open the result' },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'relevance',
        label: 'How well does the result fit the search?',
        options: [
          { value: 'exact', label: 'Exact' },
          { value: 'useful', label: 'Useful' },
          { value: 'off', label: 'Off' },
          { value: 'broken', label: 'The result cannot be judged' },
        ],
      },
    ],
  },
  samples: [
    {
      query: 'waterproof hiking boots wide',
      result_title: 'Ridge Walker boot, wide fit',
      result_text: 'Membrane lining, sizes 36 to 48, two widths.',
      result_url: 'https://example.org/boots/ridge-walker',
    },
    {
      query: 'how to descale a kettle',
      result_title: 'Kettles from 20 litres',
      result_text: 'Catering kettles with tap, delivered in two days.',
      result_url: 'https://example.org/kettles',
    },
    {
      query: 'library opening hours sunday',
      result_title: 'Visit the town library',
      result_text: 'Open Monday to Saturday. Reading room on Sundays from 10 to 14.',
      result_url: 'https://example.org/library/visit',
    },
  ],
});
