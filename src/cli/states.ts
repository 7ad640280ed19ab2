import { ASSIGNMENT_STATES } from '#domain/assignments/assignment.ts';
import { MONEY_REQUEST_STATES } from '#domain/billing/money-request.ts';
import { CONTRACT_STATES } from '#domain/contracts/contract.ts';
import { MILESTONE_STATES } from '#domain/contracts/milestone.ts';
import { type StateTable, stateDiagram } from '#domain/kernel/state-table.ts';
import { PROJECT_STATES } from '#domain/projects/project.ts';
import { PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import {
  QUALIFICATION_GRANT_STATES,
  QUALIFICATION_REQUEST_STATES,
  QUALIFICATION_TYPE_STATES,
} from '#domain/qualifications/qualification.ts';
import { REPORT_STATES } from '#domain/reputation/abuse.ts';
import { BATCH_STATES } from '#domain/tasks/batch.ts';
import type { CliCommand } from './command.ts';

/** Every state table there is, in the order in which work meets them. */
const TABLES: readonly StateTable<string, string, string>[] = [
  PROJECT_STATES,
  PROPOSAL_STATES,
  CONTRACT_STATES,
  MILESTONE_STATES,
  BATCH_STATES,
  ASSIGNMENT_STATES,
  MONEY_REQUEST_STATES,
  QUALIFICATION_TYPE_STATES,
  QUALIFICATION_REQUEST_STATES,
  QUALIFICATION_GRANT_STATES,
  REPORT_STATES,
];

export const statesCommand: CliCommand = {
  summary: 'print the state tables as diagrams',
  usage: '',
  details: ['docs/states.md holds the same; bin/check compares them.'],
  options: {},
  async run() {
    const json = TABLES.map(({ thing, rows }) => ({
      thing,
      rows: rows.map((row) => ({ ...row })),
    }));
    return { json, lines: stateDocument().split('\n') };
  },
};

/** The diagrams as Markdown, with the name of each thing above its own. */
export function stateDocument(): string {
  const parts = TABLES.map(
    (table) => `## ${title(table.thing)}\n\n\`\`\`mermaid\n${stateDiagram(table)}\n\`\`\``,
  );
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

const HEAD = `# States

What can become of each thing, by which act, and in brackets who may do it. \`rule\` is a clock or a
consequence that acts by itself. Written by \`bin/check --fix\` from the tables that the commands ask.`;

function title(thing: string): string {
  return thing.charAt(0).toUpperCase() + thing.slice(1);
}
