import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const GUIDES = ['docs/rest-walkthrough.md', 'docs/rest-tasks.md'];

const folder = mkdtempSync(join(tmpdir(), 'anyshore-walk-'));
chmodSync(folder, 0o711);
let server: ChildProcess;
let url: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = {
    ...process.env,
    PORT: String(port),
    ANYSHORE_DATA: join(folder, 'data'),
    ANYSHORE_LOG_LEVEL: 'error',
    ANYSHORE: url,
  };
  server = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env, stdio: 'ignore' });
  await ready();
}, 250_000);

afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test.each(GUIDES)(
  '%s runs from its first block to its last and prints what it promises',
  async (guide) => {
    const words = readFileSync(join(ROOT, guide), 'utf8');
    const script = [...words.matchAll(/^```sh\n(.*?)^```$/gms)]
      .map(([, block]) => block)
      .join('\n');
    const promised = [...script.matchAll(/# → (.*?)\s*$/gm)].map(([, line]) => line);
    const { code, output, errors } = await bash(`set -u\n${script}`);
    expect(errors).toBe('');
    expect(output.trim().split('\n')).toEqual(promised);
    expect(code).toBe(0);
  },
  180_000,
);

async function bash(text: string): Promise<{ code: unknown; output: string; errors: string }> {
  const shell = spawn('bash', ['-s'], { cwd: ROOT, env });
  let output = '';
  let errors = '';
  shell.stdout.on('data', (part) => {
    output += part;
  });
  shell.stderr.on('data', (part) => {
    errors += part;
  });
  shell.stdin.end(text);
  const [code] = await once(shell, 'close');
  return { code, output, errors };
}

async function ready(): Promise<void> {
  for (const end = Date.now() + 240_000; Date.now() < end; await sleep(250)) {
    if (server.exitCode !== null) throw new Error(`It ended with ${server.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('It was not ready in time');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
