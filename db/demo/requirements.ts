/** What the demo's clients ask for. */
import type { ProjectTerms } from '#domain/projects/project-terms.ts';

const ordinary = {
  skills: [],
  pricing: 'fixed' as const,
  currency: 'USD',
  budgetLowMinor: null,
  budgetHighMinor: null,
  expectedHours: null,
  wantedOn: null,
  audience: 'everyone' as const,
};

export const riverside: ProjectTerms = {
  ...ordinary,
  title: 'Riverside Quarter: nine views',
  requirements: [
    'Nine street views of a housing quarter by the river, four of them from inside.',
    '',
    '- Plans and sections as DWG, trees as they will be in ten years',
    '- 6,000 px wide, layered files',
    '- Two rounds of changes for each view',
  ].join('\n'),
  category: 'architectural-illustration',
  skills: ['Exterior rendering', 'Blender', 'Post-production'],
  budgetLowMinor: 350_000n,
  budgetHighMinor: 550_000n,
};

export const lighthouse: ProjectTerms = {
  ...ordinary,
  title: 'Six views of a lighthouse visitor centre',
  requirements:
    'Two views by day, two at dusk, two inside. The model exists; light and people do not.',
  category: 'architectural-illustration',
  skills: ['Exterior views', 'Interior views'],
  budgetLowMinor: 120_000n,
  budgetHighMinor: 200_000n,
};

export const booking: ProjectTerms = {
  ...ordinary,
  title: 'Make our booking form usable by keyboard',
  requirements:
    'A React form with eleven steps. It must pass **WCAG 2.2 AA** and keep what was typed.',
  category: 'software',
  skills: ['TypeScript', 'Accessibility', 'React'],
  budgetLowMinor: 180_000n,
  budgetHighMinor: 300_000n,
};

export const trademark: ProjectTerms = {
  ...ordinary,
  title: 'Trademark search in nine countries',
  requirements: 'One word mark, classes 9, 35 and 42. A table with a risk for each country.',
  category: 'patents-and-trademarks',
  skills: ['Trademark search'],
  pricing: 'hourly',
  budgetLowMinor: 2_000n,
  budgetHighMinor: 4_000n,
  expectedHours: 30,
};

export const garden: ProjectTerms = {
  ...ordinary,
  title: 'A dry garden of 400 m² in Lucca',
  requirements: 'Planting plan and list for a slope to the south. Little water, two old olives.',
  category: 'landscape-design',
  skills: ['Planting plans', 'Mediterranean plants'],
  currency: 'EUR',
  budgetLowMinor: 90_000n,
  budgetHighMinor: 160_000n,
};

export const manual: ProjectTerms = {
  ...ordinary,
  title: 'Manual of a dough machine into Japanese',
  requirements: '42 pages, terms list exists. One reading by a second person.',
  category: 'translation',
  skills: ['English to Japanese', 'Technical translation'],
  currency: 'JPY',
  budgetLowMinor: 150_000n,
  budgetHighMinor: 260_000n,
};

export const spareParts: ProjectTerms = {
  ...ordinary,
  title: 'Exploded views of 60 spare parts',
  requirements: 'Line drawings from STEP files, numbered as in the list.',
  category: 'engineering',
  skills: ['Technical drawing', 'STEP'],
  currency: 'KWD',
  budgetLowMinor: 300_000n,
  budgetHighMinor: 500_000n,
};

export const plansUpkeep: ProjectTerms = {
  ...ordinary,
  title: 'Keep our plans up to date for a quarter',
  requirements: 'About ten hours a week: corrections from the site go into the model the same day.',
  category: 'engineering',
  skills: ['Revit'],
  pricing: 'hourly',
  budgetLowMinor: 1_500n,
  budgetHighMinor: 3_500n,
  expectedHours: 120,
};

export const panorama: ProjectTerms = {
  ...riverside,
  title: 'A panorama for the town hall',
  requirements: 'One image, 4 by 1.2 metres at 200 dpi, of the square after the rebuild.',
  budgetLowMinor: 60_000n,
  budgetHighMinor: 110_000n,
};

export const closed: ProjectTerms = {
  ...booking,
  title: 'A small site for a summer school',
  requirements: 'Five pages. Not needed any more: the school found a sponsor with its own site.',
};

export const draft: ProjectTerms = {
  ...riverside,
  title: 'Night views, second part',
  requirements: 'To be written when the first part is accepted.',
};
