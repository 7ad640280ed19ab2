/** A project as requests write it and answers show it. */
import { z } from '@hono/zod-openapi';
import { FILE_LIMITS } from '#domain/files/file.ts';
import { MATCHINGS } from '#domain/projects/project.ts';
import { PROJECT_LIMITS } from '#domain/projects/project-terms.ts';
import type { MyProject } from '#domain/projects/queries/my-projects.ts';
import type { OpenProject } from '#domain/projects/queries/open-projects.ts';
import type { ProjectPage } from '#domain/projects/queries/project-page.ts';
import { AT, CLIENT, eventExample, IDS, LATER, usd } from '../examples.ts';
import { moneyOrNull, time, timeOrNull } from '../present.ts';
import {
  count,
  currency,
  day,
  eventRef,
  extended,
  id,
  instant,
  money,
  orNull,
  partyRef,
  text,
} from '../schema.ts';
import { fileExample, fileView, presentFile } from './file-view.ts';

export const projectState = z.enum(['draft', 'open', 'offered', 'awarded', 'closed', 'expired']);
export const pricing = z.enum(['fixed', 'hourly']);
export const fileIds = z.array(id).max(FILE_LIMITS.perSubject * 2);

const terms = {
  title: text(PROJECT_LIMITS.titleChars, 1),
  requirements: text(PROJECT_LIMITS.requirementsChars).openapi({ description: 'Markdown.' }),
  category: text(80, 1).openapi({ description: 'A slug of GET /categories.' }),
  skills: z.array(text(PROJECT_LIMITS.skillChars, 1)).max(PROJECT_LIMITS.skills),
  pricing,
  currency,
  budget_low: orNull(money).openapi({
    description: 'Of the whole price, or of one hour where the pricing is hourly.',
  }),
  budget_high: orNull(money),
  expected_hours: count(PROJECT_LIMITS.expectedHours).nullable(),
  wanted_on: day.nullable(),
  audience: z.enum(['everyone', 'invited']),
  matching: z.enum(MATCHINGS).openapi({
    description:
      'Whether the marketplace tells freelancers who fit: by itself, once the client looked, or not.',
  }),
};

/** A new draft: what is not given is empty. */
export const newProject = z
  .strictObject({
    ...terms,
    requirements: terms.requirements.default(''),
    skills: terms.skills.default([]),
    budget_low: terms.budget_low.default(null),
    budget_high: terms.budget_high.default(null),
    expected_hours: terms.expected_hours.default(null),
    wanted_on: terms.wanted_on.default(null),
    audience: terms.audience.default('everyone'),
    matching: terms.matching.default('automatic'),
    file_ids: fileIds.default([]),
  })
  .openapi('NewProject');

/** The parts that change; the others stay. */
export const projectChanges = z
  .strictObject({ ...terms, file_ids: fileIds })
  .partial()
  .openapi('ProjectChanges');

export const newProjectExample = {
  title: 'Six street views of a lighthouse visitor centre',
  requirements: 'Two views **by day**, two at dusk, two inside. Plans are attached.',
  category: 'architectural-illustration',
  skills: ['Rendering', 'Blender'],
  pricing: 'fixed' as const,
  currency: 'USD',
  budget_low: usd('1200.00'),
  budget_high: usd('2000.00'),
};

const base = {
  id,
  title: z.string(),
  pricing,
  budget_low: orNull(money),
  budget_high: orNull(money),
  expires_at: instant.nullable(),
  proposals_count: z.int(),
};

export const projectCard = z
  .strictObject({
    ...base,
    excerpt: z.string(),
    category: z.string(),
    skills: z.array(z.string()),
    currency: z.string(),
    expected_hours: z.int().nullable(),
    wanted_on: z.string().nullable(),
    published_at: instant.nullable(),
    opened_at: instant.nullable().openapi({ description: 'When it came before everybody.' }),
    client: partyRef,
  })
  .openapi('ProjectCard');

export const myProjectRow = z
  .strictObject({
    ...base,
    state: projectState,
    audience: z.enum(['everyone', 'invited']),
    currency: z.string(),
    created_at: instant,
    published_at: instant.nullable(),
    ended_at: instant.nullable(),
  })
  .openapi('MyProject');

export const projectView = z
  .strictObject({
    ...base,
    state: projectState,
    requirements: z.string(),
    category: z.string(),
    skills: z.array(z.string()),
    currency: z.string(),
    expected_hours: z.int().nullable(),
    wanted_on: z.string().nullable(),
    audience: z.enum(['everyone', 'invited']),
    matching: terms.matching,
    created_at: instant,
    published_at: instant.nullable(),
    ended_at: instant.nullable(),
    client: partyRef,
    yours: z.boolean().openapi({ description: 'Whether the key acts for the client.' }),
    own_proposal_id: id.nullable(),
    contract_id: id
      .nullable()
      .openapi({ description: 'Of the contract that came of it, to its sides.' }),
    files: z.array(fileView),
  })
  .openapi('Project');

export const projectActed = extended(projectView, { event: eventRef }).openapi('ProjectActed');

export const cardExample = {
  id: IDS.project,
  title: newProjectExample.title,
  pricing: 'fixed' as const,
  budget_low: usd('1200.00'),
  budget_high: usd('2000.00'),
  expires_at: LATER,
  proposals_count: 2,
  excerpt: 'Two views **by day**, two at dusk, two inside.',
  category: 'architectural-illustration',
  skills: ['Rendering', 'Blender'],
  currency: 'USD',
  expected_hours: null,
  wanted_on: null,
  published_at: AT,
  opened_at: AT,
  client: CLIENT,
};

const { excerpt: _excerpt, opened_at: _opened, ...shown } = cardExample;

export const projectExample = {
  ...shown,
  state: 'open' as const,
  requirements: newProjectExample.requirements,
  audience: 'everyone' as const,
  matching: 'automatic' as const,
  created_at: AT,
  ended_at: null,
  yours: true,
  own_proposal_id: null,
  contract_id: null,
  files: [fileExample],
};

export const projectActedExample = { ...projectExample, event: eventExample(IDS.project, 2) };

export function presentCard(row: OpenProject) {
  return {
    id: row.id,
    title: row.title,
    pricing: row.pricing,
    budget_low: moneyOrNull(row.budgetLowMinor, row.currency),
    budget_high: moneyOrNull(row.budgetHighMinor, row.currency),
    expires_at: timeOrNull(row.expiresAt),
    proposals_count: row.proposalsCount,
    excerpt: row.excerpt,
    category: row.category,
    skills: row.skills,
    currency: row.currency,
    expected_hours: row.expectedHours,
    wanted_on: row.wantedOn,
    published_at: timeOrNull(row.publishedAt),
    opened_at: timeOrNull(row.openedAt),
    client: { id: row.clientId, name: row.clientName, country: row.clientCountry },
  };
}

export function presentMine(row: MyProject) {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    pricing: row.pricing,
    budget_low: moneyOrNull(row.budgetLowMinor, row.currency),
    budget_high: moneyOrNull(row.budgetHighMinor, row.currency),
    expires_at: timeOrNull(row.expiresAt),
    proposals_count: row.proposalsCount,
    audience: row.audience,
    currency: row.currency,
    created_at: time(row.createdAt),
    published_at: timeOrNull(row.publishedAt),
    ended_at: timeOrNull(row.endedAt),
  };
}

export function presentProject({ project, files, ownProposal, contract }: ProjectPage) {
  return {
    id: project.id,
    title: project.title,
    state: project.state,
    pricing: project.pricing,
    budget_low: moneyOrNull(project.budgetLowMinor, project.currency),
    budget_high: moneyOrNull(project.budgetHighMinor, project.currency),
    expires_at: timeOrNull(project.expiresAt),
    proposals_count: project.proposalsCount,
    requirements: project.requirements,
    category: project.category,
    skills: project.skills,
    currency: project.currency,
    expected_hours: project.expectedHours,
    wanted_on: project.wantedOn,
    audience: project.audience,
    matching: project.matching,
    created_at: time(project.createdAt),
    published_at: timeOrNull(project.publishedAt),
    ended_at: timeOrNull(project.endedAt),
    client: { id: project.clientId, name: project.clientName, country: project.clientCountry },
    yours: project.relation.isClient,
    own_proposal_id: ownProposal?.id ?? null,
    contract_id: contract?.id ?? null,
    files: files.map(presentFile),
  };
}
