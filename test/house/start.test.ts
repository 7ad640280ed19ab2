/** What the person who runs Anyshore meets: first and second start, taken places, Ctrl-C, kill -9. */
import { createServer, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive } from '#platform/embedded/postmaster-file.ts';
import { anyshore, newPlace, postmasterPid, type Started, startAnyshore } from './anyshore.ts';

const place = await newPlace();
const running: Started[] = [];

function start(at = place, words?: string[]): Started {
  const started = startAnyshore(at, words);
  running.push(started);
  return started;
}

beforeAll(() => start().ready());

afterAll(async () => {
  for (const started of running) started.kill('SIGINT');
  await Promise.all(running.map((started) => started.exit));
  place.remove();
});

/** A form whose second half is still on its way. */
function halfSent(): { finish(): Promise<number> } {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': 10,
    Origin: `http://localhost:${place.port}`,
  };
  const options = { host: '127.0.0.1', port: place.port, path: '/theme', method: 'POST', headers };
  const sending = request(options);
  const status = new Promise<number>((resolve, reject) => {
    sending.once('error', reject);
    sending.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  sending.write('theme');
  return {
    finish() {
      sending.end('=dark');
      return status;
    },
  };
}

function latest(): Started {
  const last = running.at(-1);
  if (last === undefined) throw new Error('Nothing was started');
  return last;
}

test('a second start on the folder names the first and harms nothing', async () => {
  const second = startAnyshore({ ...place, port: place.port + 1 });
  expect(await second.exit).toBe(1);
  expect(second.said()).toMatch(
    new RegExp(`^Anyshore already runs on .*, at http://localhost:${place.port} .*\\.\\n$`),
  );
  await latest().ready();
});

test('a taken port is said in one line', async () => {
  const other = await newPlace();
  const taken = createServer().listen(other.port, '127.0.0.1');
  const second = startAnyshore(other);
  expect(await second.exit).toBe(1);
  expect(second.said()).toMatch(/^Port \d+ is taken\. Set another one, such as: PORT=\d+ .*\n$/);
  taken.close();
  other.remove();
});

test('a wrong setting is said in one line', async () => {
  const wrong = startAnyshore({ ...place, port: 99_999 });
  expect(await wrong.exit).toBe(1);
  expect(wrong.said()).toBe('PORT must be a whole number from 0 to 65535.\n');
});

test('the command line works beside the running process', async () => {
  const made = await anyshore(place, ['member', 'create', '--email', 'a@x.test', '--name', 'Ada']);
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^made member/) });
  const again = await anyshore(place, ['member', 'create', '--email', 'a@x.test', '--name', 'Ada']);
  expect(again).toEqual({ code: 1, out: 'Refused: email taken.\n' });
  expect((await anyshore(place, ['doctor', '--nonsense'])).code).toBe(2);
  await latest().ready();
});

test('the first Ctrl-C lets a request finish, stops the database and ends with 0', async () => {
  const pid = postmasterPid(place.dataDir);
  const slow = halfSent();
  await sleep(300);
  latest().kill('SIGINT');
  await sleep(300);
  expect(await slow.finish()).toBeLessThan(500);
  expect(await latest().exit).toBe(0);
  expect(isAlive(pid ?? 0)).toBe(false);
  expect(postmasterPid(place.dataDir)).toBeUndefined();
});

test('a later start still knows everybody', async () => {
  await start().ready();
  const again = await anyshore(place, ['member', 'create', '--email', 'a@x.test', '--name', 'Ada']);
  expect(again.out).toBe('Refused: email taken.\n');
});

test('after kill -9 the next start recovers by itself', async () => {
  latest().kill('SIGKILL');
  await latest().exit;
  const orphan = postmasterPid(place.dataDir) ?? 0;
  expect(isAlive(orphan)).toBe(true);
  await start().ready();
  expect(isAlive(orphan)).toBe(false);
});

test('a killed database is brought back beneath the running process', async () => {
  const pid = postmasterPid(place.dataDir) ?? 0;
  process.kill(pid, 'SIGKILL');
  await sleep(300);
  await latest().ready();
  expect(postmasterPid(place.dataDir)).not.toBe(pid);
  expect((await anyshore(place, ['verify-ledger'])).code).toBe(0);
});

test('without a process the command line starts the database for the moment', async () => {
  latest().kill('SIGTERM');
  expect(await latest().exit).toBe(0);
  expect(await anyshore(place, ['doctor', '--json'])).toMatchObject({ code: 0 });
  expect(postmasterPid(place.dataDir)).toBeUndefined();
});
