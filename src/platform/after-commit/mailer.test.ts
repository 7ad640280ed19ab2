import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { testDatabase } from '#test/database.ts';
import { quiet } from '#test/quiet-log.ts';
import { createMailer } from './mailer.ts';

const { db } = await testDatabase();
const taken: string[] = [];
let refusing = false;
const server = await startSmtp();
const { port } = server.address() as AddressInfo;
const mailer = createMailer({
  db,
  smtpUrl: `smtp://127.0.0.1:${port}`,
  from: 'Anyshore <no-reply@anyshore.test>',
  log: quiet,
});
const NOW = new Date('2026-03-01T12:00:00Z');

afterAll(() => {
  mailer.close();
  server.close();
});

beforeEach(async () => {
  taken.length = 0;
  refusing = false;
  await db.deleteFrom('mail').execute();
});

/** As much of RFC 5321 as a client needs to get rid of a mail. */
async function startSmtp(): Promise<Server> {
  const smtp = createServer((socket) => {
    let data: string | undefined;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== undefined && line === '.') {
          taken.push(data);
          data = undefined;
          socket.write('250 taken\r\n');
        } else if (data !== undefined) data += `${line}\n`;
        else if (/^RCPT/i.test(line) && refusing) socket.write('451 later\r\n');
        else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go\r\n');
        } else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp, 'listening');
  return smtp;
}

async function write(mail: { secret: boolean }): Promise<string> {
  const id = newId(1, NOW);
  await db
    .insertInto('mail')
    .values({
      id,
      recipient: 'mara@x.test',
      subject: 'Your link',
      bodyText: 'Open https://x.test/?token=abc',
      secret: mail.secret,
      reason: 'test',
      createdAt: NOW,
    })
    .execute();
  return id;
}

function stored(id: string) {
  return db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

test('a mail is sent once, and a secret one is forgotten', async () => {
  const open = await write({ secret: false });
  const secret = await write({ secret: true });
  await mailer.deliverDue(NOW);
  await mailer.deliverDue(NOW);
  expect(taken).toHaveLength(2);
  expect(taken[0]).toContain('To: mara@x.test');
  expect(await stored(open)).toMatchObject({ sentAt: NOW, bodyText: expect.stringMatching(/abc/) });
  expect(await stored(secret)).toMatchObject({ sentAt: NOW, bodyText: '' });
});

test('two processes send a mail once', async () => {
  await write({ secret: false });
  await Promise.all([mailer.deliverDue(NOW), mailer.deliverDue(NOW)]);
  expect(taken).toHaveLength(1);
});

test('one that fails waits longer each time', async () => {
  refusing = true;
  const id = await write({ secret: false });
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  await mailer.deliverDue(NOW);
  await mailer.deliverDue(later(29));
  expect(await stored(id)).toMatchObject({ attempts: 1, sentAt: null });
  expect((await stored(id)).lastError).toMatch(/451/);
  await mailer.deliverDue(later(31));
  await mailer.deliverDue(later(80));
  expect(await stored(id)).toMatchObject({ attempts: 2 });
  refusing = false;
  await mailer.deliverDue(later(91));
  expect(await stored(id)).toMatchObject({ attempts: 3, sentAt: later(91), lastError: '' });
});
