import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { refuse } from '#domain/kernel/refusal.ts';
import { type ArrivingFile, BrokenUpload, readUpload } from './read-upload.ts';

const TYPE = 'multipart/form-data; boundary=rope';

function part(name: string, value: string, file?: string): string {
  const filename = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/html`;
  return `--rope\r\nContent-Disposition: form-data; name="${name}"${filename}\r\n\r\n${value}\r\n`;
}

function requestOf(body: BodyInit, type = TYPE): Request {
  const init = { method: 'POST', headers: { 'Content-Type': type }, body, duplex: 'half' };
  return new Request('http://127.0.0.1/', init as RequestInit);
}

async function readAll(file: ArrivingFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('texts and files come in any order, with names as they were typed', async () => {
  const taken: string[] = [];
  const form = [
    part('files', 'plan', 'Grundriß – 1.pdf'),
    part('title', 'Constanța'),
    part('files', '', ''),
    part('skills[]', 'a'),
    part('skills[]', 'b'),
    '--rope--\r\n',
  ];
  const upload = await readUpload(requestOf(form.join('')), async (file) => {
    await sleep(5);
    taken.push(`${file.field} ${file.name} ${await readAll(file)}`);
  });
  expect(taken).toEqual(['files Grundriß – 1.pdf plan']);
  expect([...upload.fields]).toEqual([
    ['title', 'Constanța'],
    ['skills[]', 'a'],
    ['skills[]', 'b'],
  ]);
});

test('a file refused half-way costs neither the fields behind it nor the next file', async () => {
  const large = 'x'.repeat(3_000_000);
  const form = [
    part('files', large, 'large.pdf'),
    part('title', 'T'),
    part('files', 'ok', 'b.pdf'),
  ];
  const taken: string[] = [];
  const upload = await readUpload(requestOf(`${form.join('')}--rope--\r\n`), async (file) => {
    let bytes = 0;
    for await (const chunk of file.content) {
      bytes += chunk.byteLength;
      if (bytes > 100_000) refuse('file_too_large', { name: file.name }, 'files');
    }
    taken.push(file.name);
  });
  expect(taken).toEqual(['b.pdf']);
  expect(upload.fields.get('title')).toBe('T');
  expect(upload.refused.map((one) => one.data)).toEqual([{ name: 'large.pdf' }]);
});

test('a fault of the store is thrown, not hidden', async () => {
  const form = `${part('files', 'x', 'a.pdf')}--rope--\r\n`;
  const reading = readUpload(requestOf(form), () => Promise.reject(new Error('disk full')));
  await expect(reading).rejects.toThrow('disk full');
});

test.each([
  ['cut off in a file', part('files', 'x'.repeat(100_000), 'a.pdf').slice(0, 60_000), TYPE],
  ['cut off in a head', '--rope\r\nContent-Disp', TYPE],
  ['not multipart', 'a=b', 'application/json'],
  ['no boundary', 'a=b', 'multipart/form-data'],
])('%s is a broken upload', async (_name, body, type) => {
  const reading = readUpload(requestOf(body, type), async (file) => {
    await readAll(file);
  });
  await expect(reading).rejects.toThrow(BrokenUpload);
});

test('a sender that goes away is a broken upload', async () => {
  const head = part('files', 'x'.repeat(50_000), 'a.pdf').slice(0, -2);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    pull: async (controller) => {
      await sleep(10);
      controller.error(new Error('gone'));
    },
  });
  let cleared = false;
  const reading = readUpload(requestOf(body), async (file) => {
    await readAll(file).catch(() => {
      cleared = true;
    });
  });
  await expect(reading).rejects.toThrow(BrokenUpload);
  expect(cleared).toBe(true);
});
