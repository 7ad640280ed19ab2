/** The question about open projects in an address, and the facets of their list. */
import { MOST_SKILLS } from '#domain/directory/frequent-skills.ts';
import type { TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import {
  type ProjectQuestion,
  parseProjectQuestion,
  printProjectQuestion,
} from '#domain/projects/project-question.ts';
import type { OpenProjectFacets } from '#domain/projects/queries/open-project-facets.ts';
import { shortAmount } from '#web/directory/figures.tsx';
import { text } from '#web/text/catalogue.ts';
import type { Facet, FacetChoice } from './facets.tsx';
import { categoryName, placeName, skillName } from './freelancers-asked.ts';
import { mostFirst, placeChoices } from './place-choices.ts';
import { type Asked, readTolerantly } from './read-tolerantly.ts';
import { skillChoices } from './skill-choices.ts';

const words = text.directory.openProjects;

type Changes = { [Part in keyof ProjectQuestion]?: ProjectQuestion[Part] | undefined };

export function readProjectAsked(asked: URLSearchParams, currency: string): Asked<ProjectQuestion> {
  return readTolerantly(asked, (params) => parseProjectQuestion(params, currency));
}

export function changedProjects(question: ProjectQuestion, changes: Changes): ProjectQuestion {
  const entries = Object.entries({ ...question, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as ProjectQuestion;
}

export function projectsHref(question: ProjectQuestion, currency: string): string {
  const query = printProjectQuestion(question, currency).toString();
  return query === '' ? '/projects' : `/projects?${query}`;
}

/** Every filter that is set, in words, and what would be asked without it. */
export function chosenProjectFilters(
  question: ProjectQuestion,
  categories: readonly TaxonomyCategory[],
  currency: string,
): { label: string; without: ProjectQuestion }[] {
  const { text: asked, category, skills = [], pricing, place, days } = question;
  const one = (label: string, changes: Changes) => ({
    label,
    without: changedProjects(question, changes),
  });
  const budget = budgetLabel(question, currency);
  return [
    ...(asked === undefined ? [] : [one(`“${asked}”`, { text: undefined })]),
    ...(category === undefined
      ? []
      : [one(categoryName(categories, category), { category: undefined })]),
    ...skills.map((slug) => {
      const others = skills.filter((other) => other !== slug);
      const left = others.length === 0 ? undefined : others;
      return one(skillName(categories, slug), { skills: left });
    }),
    ...(pricing === undefined ? [] : [one(text.projects.pricing[pricing], { pricing: undefined })]),
    ...(place === undefined ? [] : [one(placeName(place), { place: undefined })]),
    ...(budget === null
      ? []
      : [one(budget, { budgetFromMinor: undefined, budgetToMinor: undefined })]),
    ...(days === undefined ? [] : [one(words.within(days), { days: undefined })]),
  ];
}

function budgetLabel(question: ProjectQuestion, currency: string): string | null {
  const { budgetFromMinor: from, budgetToMinor: to } = question;
  const sum = (minor: bigint) => `${currency}\u00a0${shortAmount(minor, currency)}`;
  if (from === undefined) return to === undefined ? null : words.budgetTo(sum(to));
  if (to === undefined) return words.budgetFrom(sum(from));
  return words.budgetBetween(sum(from), shortAmount(to, currency));
}

type Ground = {
  question: ProjectQuestion;
  counts: OpenProjectFacets;
  categories: readonly TaxonomyCategory[];
  currency: string;
};

export function projectFacets(ground: Ground): Facet[] {
  const { question, counts, categories, currency } = ground;
  const choice =
    <Part extends 'category' | 'pricing' | 'place' | 'days'>(part: Part) =>
    (value: NonNullable<ProjectQuestion[Part]>, label: string, count: number): FacetChoice => {
      const chosen = question[part] === value;
      const next = changedProjects(question, { [part]: chosen ? undefined : value });
      const href = projectsHref(next, currency);
      return { label, chosen, href, count: count.toLocaleString('en') };
    };
  const { facets } = words;
  // Where all of them are that new there is nothing to choose.
  const telling = counts.days.filter(
    ({ value, count }) => count < counts.total || value === question.days,
  );
  const byCategory = mostFirst(counts.categories, question.category);
  return [
    {
      id: 'category',
      title: facets.category,
      choices: byCategory.map(({ value, count }) =>
        choice('category')(value, categoryName(categories, value), count),
      ),
    },
    skillFacet(ground),
    {
      id: 'pricing',
      title: facets.pricing,
      choices: counts.pricing.map(({ value, count }) =>
        choice('pricing')(value, text.projects.pricing[value], count),
      ),
    },
    {
      id: 'place',
      title: facets.place,
      choices: placeChoices(counts.places, question.place, choice('place')),
    },
    {
      id: 'days',
      title: facets.days,
      choices: telling.map(({ value, count }) => choice('days')(value, words.within(value), count)),
    },
  ].filter(({ choices }) => choices.length > 0);
}

function skillFacet({ question, counts, categories, currency }: Ground): Facet {
  const { category, skills: asked = [] } = question;
  const choices = skillChoices(counts.skills, asked, (slug, count, skills) => ({
    label: skillName(categories, slug),
    chosen: asked.includes(slug),
    href: projectsHref(changedProjects(question, { skills }), currency),
    count: count.toLocaleString('en'),
  }));
  const cut = category === undefined && counts.skills.length >= MOST_SKILLS;
  const note = cut ? { note: text.directory.search.skillsHint } : {};
  return { id: 'skills', title: words.facets.skills, choices, ...note };
}
