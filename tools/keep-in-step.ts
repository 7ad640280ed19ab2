import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * What every generator ends with: writes `path`, or with `--check` among the program's words only
 * compares, and exits with 1 when the committed file is not what would be written now.
 */
export async function keepInStep(path: string, generate: () => Promise<string>): Promise<void> {
  const text = await generate();
  const same = existsSync(path) && readFileSync(path, 'utf8') === text;
  const name = relative(process.cwd(), path);
  if (same) return;
  if (process.argv.includes('--check')) {
    console.error(`${name} is out of step with its source: run bin/check --fix`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, text);
  console.log(`${name} written`);
}
