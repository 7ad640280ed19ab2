/** One right request for every operation of the directory. */
import { usd } from './bodies.ts';
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const words = {
  title: 'Harbour',
  about: 'By **night**.',
  alt: 'A pier',
  link: 'https://example.org/harbour',
  category: 'software',
};

export const DIRECTORY_REQUESTS: Record<string, (w: World) => Right> = {
  getFreelancer: (w) => ({ by: 'visitor', params: { freelancerId: w.rivalId } }),
  getMyFreelancer: () => ({ by: 'freelancer' }),
  editFreelancer: () => ({
    by: 'freelancer',
    body: {
      headline: 'Street views',
      about: 'I draw buildings before they stand, for competitions, planning boards and brochures.',
      time_zone: 'Europe/Bucharest',
      languages: [{ code: 'ro', level: 'native' }],
      rate_low: usd('10.00'),
      rate_high: usd('15.00'),
      availability: 'away',
      hours_a_week: 30,
      away_until: '2099-12-24',
      categories: ['software'],
      skills: ['exterior-rendering'],
      match_notices: false,
    },
  }),
  listFreelancer: () => ({ by: 'freelancer' }),
  unlistFreelancer: () => ({ by: 'rival' }),
  addPortfolioItem: () => ({ by: 'freelancer', query: words, raw: '' }),
  changePortfolioItem: (w) => ({
    by: 'freelancer',
    params: { itemId: w.itemId },
    body: words,
  }),
  removePortfolioItem: (w) => ({ by: 'freelancer', params: { itemId: w.itemId } }),
  listSavedSearches: () => ({ by: 'freelancer' }),
  saveSearch: () => ({
    by: 'freelancer',
    body: { kind: 'freelancers', name: 'In Spain', query: 'place=ES', alerts: false },
  }),
  changeSavedSearch: (w) => ({
    by: 'freelancer',
    params: { searchId: w.searchId },
    body: { name: 'Views', query: 'category=software&q=views', alerts: false },
  }),
  dropSavedSearch: (w) => ({ by: 'freelancer', params: { searchId: w.searchId } }),
  listCategories: () => ({ by: 'visitor' }),
  listSkills: () => ({ by: 'visitor', query: { category: 'software' } }),
  readTaxonomy: () => ({ by: 'operator' }),
  changeTaxonomy: () => ({
    by: 'operator',
    body: {
      kind: 'category',
      act: 'add',
      slug: 'falconry',
      name: 'Falconry',
      also: ['hawking'],
      family: 'household',
      about: 'Birds.',
      category: 'tutoring',
    },
  }),
};
