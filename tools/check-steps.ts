/** The checks beside the tests, in order. A generator that is not there yet is skipped, visibly. */
export type CheckStep = {
  name: string;
  /** Run one after the other; the step fails with the first that does. */
  commands: string[][];
  /** What `bin/check --fix` runs instead. */
  fix?: string[][];
  /** Files the step needs to make sense. */
  needs?: string[];
};

export const CHECK_STEPS: CheckStep[] = [
  {
    name: 'format and lint',
    commands: [['biome', 'ci', '--error-on-warnings']],
    fix: [['biome', 'check', '--write']],
  },
  {
    name: 'types',
    commands: [
      ['react-router', 'typegen'],
      ['tsc', '--noEmit'],
    ],
    needs: ['react-router.config.ts'],
  },
  { name: 'unused code', commands: [['knip', '--no-progress']] },
  generated('database types', 'tools/generate-schema.ts'),
  generated('openapi.json', 'tools/generate-openapi.ts'),
  generated('state diagrams', 'tools/generate-states.ts'),
];

/** A committed file that a program writes; the program ends with `keepInStep`. */
function generated(name: string, program: string): CheckStep {
  return {
    name,
    commands: [['node', program, '--check']],
    fix: [['node', program]],
    needs: [program],
  };
}
