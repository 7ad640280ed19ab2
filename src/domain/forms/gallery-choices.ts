/** Templates whose answer is chosen from a list. */
import { formTemplate } from './form-template.ts';

export const classification = formTemplate({
  slug: 'classification',
  name: 'Classify a picture',
  purpose: 'One picture, one question, one of several answers: the commonest task there is.',
  title: 'What does this picture show?',
  description: 'Look at one picture and choose what it shows. One click.',
  keywords: ['picture', 'classify', 'label', 'quick'],
  timeLimitSeconds: 300,
  cents: 4n,
  form: {
    kind: 'form',
    instructions:
      'Choose what takes up **most** of the picture.\n\n- Something behind or at the edge does not count.\n- Choose *Something else* only if no other answer fits.',
    show: [{ kind: 'image', url: '${image_url}', alt: 'The picture to look at' }],
    fields: [
      {
        kind: 'choice',
        name: 'category',
        label: 'What does the picture show?',
        options: [
          { value: 'boat', label: 'A boat' },
          { value: 'house', label: 'A house' },
          { value: 'tree', label: 'A tree' },
          { value: 'other', label: 'Something else' },
          { value: 'unclear', label: 'I cannot tell' },
        ],
      },
    ],
  },
  samples: [
    { image_url: '/samples/boat.svg' },
    { image_url: '/samples/house.svg' },
    { image_url: '/samples/tree.svg' },
    { image_url: '/samples/scene-1.svg' },
  ],
});

export const multiSelect = formTemplate({
  slug: 'multi-select',
  name: 'Choose all that apply',
  purpose: 'Several labels for one thing, such as topics of a text or what a photo holds.',
  title: 'Which topics does this headline touch?',
  description: 'Read one headline and tick every topic it is about.',
  keywords: ['text', 'topics', 'tag', 'quick'],
  timeLimitSeconds: 300,
  cents: 5n,
  form: {
    kind: 'form',
    instructions:
      'Tick **every** topic that the headline is about. Most headlines have one or two.',
    show: [
      { kind: 'heading', text: '${headline}' },
      { kind: 'text', text: 'From: ${source}' },
    ],
    fields: [
      {
        kind: 'choices',
        name: 'topics',
        label: 'Which topics is this about?',
        least: 1,
        options: [
          { value: 'economy', label: 'Economy and work' },
          { value: 'science', label: 'Science and technology' },
          { value: 'health', label: 'Health' },
          { value: 'environment', label: 'Environment' },
          { value: 'culture', label: 'Culture and sport' },
          { value: 'none', label: 'None of these' },
        ],
      },
    ],
  },
  samples: [
    { headline: 'Harbour town heats its library with sea water', source: 'Coast Courier' },
    { headline: 'Night trains return to the northern line', source: 'Rail Weekly' },
    { headline: 'Clinic lends glasses to pupils for free', source: 'Town Notes' },
  ],
});

export const sentiment = formTemplate({
  slug: 'sentiment',
  name: 'Judge the feeling of a text',
  purpose: 'How a review, message or comment feels about something, from negative to positive.',
  title: 'How does this customer feel?',
  description: 'Read one short review and say how its writer feels about the product.',
  keywords: ['sentiment', 'review', 'text', 'opinion'],
  timeLimitSeconds: 300,
  cents: 5n,
  form: {
    kind: 'form',
    instructions:
      'Judge how the **writer** feels, not whether you agree. Choose *Mixed* only if both sides carry weight.',
    show: [{ kind: 'text', text: '> ${text}' }],
    fields: [
      {
        kind: 'choice',
        name: 'sentiment',
        label: 'How does the writer feel about ${product}?',
        options: [
          { value: 'very_negative', label: 'Very negative' },
          { value: 'negative', label: 'Negative' },
          { value: 'neutral', label: 'Neutral' },
          { value: 'positive', label: 'Positive' },
          { value: 'very_positive', label: 'Very positive' },
          { value: 'mixed', label: 'Mixed' },
        ],
      },
    ],
  },
  samples: [
    { product: 'the kettle', text: 'Boils fast, pours badly. I would still buy it again.' },
    { product: 'the backpack', text: 'The zip broke on the second day.' },
    { product: 'the desk lamp', text: 'Warm light, sturdy, does what it should.' },
  ],
});

export const moderation = formTemplate({
  slug: 'moderation',
  name: 'Moderate a post',
  purpose: 'Whether something that people wrote keeps to your rules, and which rule it breaks.',
  title: 'Does this post keep to the rules?',
  description: 'Read one post. Some may be rude; skip any that you would rather not read.',
  keywords: ['moderation', 'safety', 'text', 'rules'],
  timeLimitSeconds: 600,
  cents: 7n,
  form: {
    kind: 'form',
    instructions:
      'A post breaks a rule only by what it **says**, not by its topic.\n\n1. *Advertising*: sells something that nobody asked about.\n2. *Insult*: attacks a person or group.\n3. *Private data*: tells where somebody lives or how to reach them.',
    show: [
      { kind: 'text', text: '**Posted in ${forum}**' },
      { kind: 'text', text: '> ${post}' },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'verdict',
        label: 'What should happen to this post?',
        options: [
          { value: 'keep', label: 'Keep it' },
          { value: 'advertising', label: 'Remove: advertising' },
          { value: 'insult', label: 'Remove: insult' },
          { value: 'private', label: 'Remove: private data' },
          { value: 'unsure', label: 'A second person should look' },
        ],
      },
      {
        kind: 'text',
        name: 'reason',
        label: 'Which words decided it?',
        hint: 'Copy them from the post.',
        required: false,
        maxLength: 300,
      },
    ],
  },
  samples: [
    { forum: 'Gardening', post: 'My tomatoes split after the rain. What did I do wrong?' },
    { forum: 'Gardening', post: 'BEST SEEDS 70% OFF only today, write to me for the code' },
    { forum: 'Cycling', post: 'Only a fool would ride that road without lights.' },
  ],
});
