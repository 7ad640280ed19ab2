/** Writes openapi.json from src/rest: `node tools/generate-openapi.ts`; `--check` only compares. */
import { join } from 'node:path';
import { openapiDocument } from '../src/rest/document.ts';
import { keepInStep } from './keep-in-step.ts';

await keepInStep(
  join(import.meta.dirname, '..', 'openapi.json'),
  async () => `${JSON.stringify(openapiDocument(), null, 2)}\n`,
);
