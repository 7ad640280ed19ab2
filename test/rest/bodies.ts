/** Full bodies: every field that the act takes. */

export const usd = (amount: string) => ({ amount, currency: 'USD' });

export const project = {
  title: 'Six views',
  requirements: 'By day.',
  category: 'software',
  skills: ['Rendering'],
  pricing: 'fixed',
  currency: 'USD',
  budget_low: usd('100.00'),
  budget_high: usd('200.00'),
  expected_hours: null,
  wanted_on: '2099-12-24',
  audience: 'everyone',
  matching: 'review',
  file_ids: [],
};

export const terms = {
  pricing: 'fixed',
  price: usd('600.00'),
  milestones: [{ title: 'All of it', details: 'In one piece', amount: usd('600.00'), due_days: 7 }],
  delivery_days: 7,
  cover: 'I begin on Monday.',
};

export const feeRule = {
  contract_kind: 'fixed',
  payer: 'freelancer',
  currency: 'USD',
  tiers: [
    { up_to: usd('1000.00'), basis_points: 1000 },
    { up_to: null, basis_points: 500 },
  ],
  minimum: usd('1.00'),
  maximum: usd('900.00'),
  starts_at: '2099-01-01T00:00:00Z',
};
