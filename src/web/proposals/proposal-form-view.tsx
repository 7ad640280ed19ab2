import { PROPOSAL_LIMITS } from '#domain/projects/proposal-terms.ts';
import type { ProblemsWithFiles } from '#web/files/receive-form.ts';
import type { KeptFile } from '#web/ui/form/file-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import type { MoneyGround } from './money-preview.tsx';
import type { Redrawn } from './proposal-action.ts';
import { proposalFields } from './proposal-fields.tsx';
import { rowsFor } from './rows.ts';

export type ProposalFormProps = {
  ground: MoneyGround;
  values: Readonly<Record<string, string>>;
  kept: readonly KeptFile[];
  accept: string;
  answer: Redrawn | ProblemsWithFiles | undefined;
  /** What the button says. */
  act: string;
};

const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 items-start lg:grid-cols-[minmax(0,1fr)_21.5rem]';

/** The form of a new or an own proposal, as it came, as it was refused, or as it is drawn again. */
export function ProposalFormView({ ground, values, kept, accept, answer, act }: ProposalFormProps) {
  const redrawn = answer !== undefined && 'redrawn' in answer ? answer : undefined;
  const problems = answer !== undefined && 'fields' in answer ? answer : undefined;
  const initial = answer === undefined ? values : firstOf(answer.typed);
  const rows = redrawn?.rows ?? rowsFor(Object.keys(initial));
  const fields = proposalFields({
    ground,
    rows,
    mostRows: PROPOSAL_LIMITS.milestones,
    initial,
    kept: answer?.kept ?? kept,
    accept,
    act,
  });
  return (
    <Form problems={problems} values={initial} files className={COLUMNS}>
      {fields}
    </Form>
  );
}

function firstOf(typed: Redrawn['typed']): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, list]) => [name, list[0] ?? '']));
}
