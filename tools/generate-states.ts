/** Writes docs/states.md from the state tables; with `--check` it only tells whether it still agrees. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stateDocument } from '#cli/states.ts';
import { keepInStep } from './keep-in-step.ts';

const docs = join(import.meta.dirname, '..', 'docs');

mkdirSync(docs, { recursive: true });
await keepInStep(join(docs, 'states.md'), async () => stateDocument());
