/**
 * The map of the modules, as data: which part of the tree is what, and what each may import.
 * Arrows run one way, doors → domain → the platform's small interfaces, and no door knows another.
 */
export type Area =
  | 'kernel'
  | 'rules'
  | 'commands'
  | 'queries'
  | 'interfaces'
  | 'platform'
  | 'rest'
  | 'mturk'
  | 'web'
  | 'jobs'
  | 'cli'
  | 'composition'
  | 'demo';

/** The first pattern that fits says what a file is. */
export const AREAS: readonly (readonly [RegExp, Area])[] = [
  [/^src\/domain\/kernel\//, 'kernel'],
  [/^src\/domain\/[^/]+\/commands\//, 'commands'],
  [/^src\/domain\/[^/]+\/queries\//, 'queries'],
  [/^src\/domain\/[^/]+\/[^/]+$/, 'rules'],
  [/^src\/platform\/(context|database|event-log|schema)\.ts$/, 'interfaces'],
  [/^src\/platform\//, 'platform'],
  [/^src\/rest\//, 'rest'],
  [/^src\/mturk\//, 'mturk'],
  [/^src\/web\//, 'web'],
  [/^src\/jobs\//, 'jobs'],
  [/^src\/cli\//, 'cli'],
  [/^src\/[^/]+$/, 'composition'],
  [/^db\/demo\//, 'demo'],
];

const DOMAIN: readonly Area[] = ['kernel', 'rules', 'commands', 'queries'];
const BELOW: readonly Area[] = [...DOMAIN, 'interfaces', 'platform'];

export const MAY_IMPORT: Readonly<Record<Area, readonly Area[]>> = {
  kernel: ['kernel'],
  rules: ['kernel', 'rules'],
  commands: [...DOMAIN, 'interfaces'],
  queries: ['kernel', 'rules', 'queries', 'interfaces'],
  interfaces: ['kernel', 'interfaces'],
  platform: ['kernel', 'interfaces', 'platform'],
  rest: [...BELOW, 'rest'],
  mturk: [...BELOW, 'mturk'],
  web: [...BELOW, 'web'],
  jobs: [...BELOW, 'jobs'],
  cli: [...BELOW, 'cli', 'composition'],
  composition: [...BELOW, 'rest', 'mturk', 'web', 'jobs', 'composition', 'demo'],
  demo: [...BELOW, 'demo'],
};

/** Tables in which `home` stands first in every key (ARCHITECTURE §5). */
export const HOT_TABLES = [
  ...['ledger_account', 'transfer', 'event', 'idempotency_key'],
  ...['batch', 'task', 'assignment', 'answer', 'answer_draft', 'batch_worker', 'bonus'],
] as const;

/** Tables that only one folder may write. */
export const WRITERS: readonly { folder: string; tables: readonly string[] }[] = [
  { folder: 'src/domain/ledger/', tables: ['ledger_account', 'transfer'] },
  { folder: 'src/platform/', tables: ['event', 'idempotency_key'] },
];

export const BANNED_NAMES: readonly string[] = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'shared',
  'index',
  'service',
  'repository',
  'manager',
];

export const BUDGET = {
  fileLines: 300,
  functionLines: 70,
  folderFiles: 20,
  foldersBelowSrc: 3,
  columns: 100,
} as const;

/** Catalogues of words grow with the pages, and are looked up, not read: length is no burden there. */
export const CATALOGUES = 'src/web/text/';
