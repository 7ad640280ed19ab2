/**
 * A state table: which act leads from which state to which, and who may do it. The doors, the
 * commands and the diagrams in docs/ read the same rows.
 */
import { type RefusalCode, refuse } from './refusal.ts';

export type Transition<State extends string, Act extends string, Who extends string> = {
  from: State | null;
  act: Act;
  to: State;
  who: Who;
};

export type StateTable<State extends string, Act extends string, Who extends string> = {
  thing: string;
  rows: readonly Transition<State, Act, Who>[];
};

/**
 * The state that `act` by `who` leads to. Refuses `not_allowed` when somebody else may do it now,
 * and `wrong_state` (data: thing, state, act) when nobody may.
 */
export function nextState<State extends string, Act extends string, Who extends string>(
  table: StateTable<State, Act, Who>,
  from: State | null,
  step: { act: Act; who: Who },
): State {
  const possible = table.rows.filter((row) => row.from === from && row.act === step.act);
  const row = possible.find((one) => one.who === step.who);
  if (row !== undefined) return row.to;
  const code: RefusalCode = possible.length > 0 ? 'not_allowed' : 'wrong_state';
  return refuse(code, { thing: table.thing, state: from ?? 'none', act: step.act });
}

/** Whether `who` may do `act` now; what a page asks before it draws a button. */
export function mayAct<State extends string, Act extends string, Who extends string>(
  table: StateTable<State, Act, Who>,
  from: State | null,
  step: { act: Act; who: Who },
): boolean {
  return table.rows.some(
    (row) => row.from === from && row.act === step.act && row.who === step.who,
  );
}

/** The table as a Mermaid state diagram. */
export function stateDiagram(table: StateTable<string, string, string>): string {
  const lines = table.rows.map(
    (row) => `    ${row.from ?? '[*]'} --> ${row.to}: ${row.act} (${row.who})`,
  );
  return ['stateDiagram-v2', ...lines].join('\n');
}
