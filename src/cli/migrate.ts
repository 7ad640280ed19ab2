import type { CliCommand } from './command.ts';

export const migrateCommand: CliCommand = {
  summary: 'bring the database to this version',
  usage: '',
  details: ['bin/start does the same; use it before starting several processes on one database.'],
  options: {},
  async run(_words, services) {
    const applied = await services.migrate();
    const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['up to date'];
    return { json: { applied }, lines };
  },
};
