import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureName } from '#platform/picture.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { testDatabase } from '../database.ts';
import { failures, keyOf, openDoor } from './door.ts';

const database = await testDatabase();
const { run } = database;
const { send, files } = openDoor(database);
const ana = await castFreelancer(run, 'Ana Dumitru');
const { secret: key } = await keyOf(run, ana);
const ADD = '/me/freelancer/portfolio?title=Harbour&alt=A+pier&category=architectural-illustration';

function photo(background: string): Promise<Buffer> {
  const create = { width: 1400, height: 700, channels: 3, background } as const;
  return sharp({ create }).jpeg().toBuffer();
}

test('a picture is sent once however often the request is', async () => {
  const raw = new Uint8Array(await photo('#246'));
  const sent = { key, raw, idempotencyKey: 'harbour-1' };
  const first = await send('POST', ADD, sent);
  expect(first.status).toBe(201);
  const { id } = first.body;
  expect(first.body.picture).toEqual({
    large: `/portfolio/${id}/1200.webp`,
    small: `/portfolio/${id}/400.webp`,
    width: 1200,
    height: 600,
  });
  const again = await send('POST', ADD, sent);
  expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  expect(again.body).toEqual(first.body);
  const bytes = await buffer(files.read(pictureName(id, 400)));
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 400 });
  const other = await send('POST', ADD, { ...sent, raw: new Uint8Array(await photo('#642')) });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  const { body } = await send('GET', `/freelancers/${ana.partyId}`);
  expect(body.portfolio.map((one: { id: string }) => one.id)).toEqual([id]);
});

test('what is no picture, or a form, is refused and leaves nothing', async () => {
  const svg = await send('POST', ADD, { key, raw: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  expect(svg).toMatchObject({ status: 422, body: { code: 'picture_refused' } });
  const raw = new FormData();
  raw.append('picture', 'x');
  expect((await send('POST', ADD, { key, raw })).status).toBe(415);
  const half = (await photo('#246')).subarray(0, 900);
  const cut = await send('POST', ADD, { key, raw: new Uint8Array(half) });
  expect(cut.body.code).toBe('picture_refused');
  const blind = await send('POST', '/me/freelancer/portfolio?title=Harbour', {
    key,
    raw: new Uint8Array(await photo('#246')),
  });
  expect(blind.body).toMatchObject({ code: 'input_invalid', errors: [{ field: 'alt' }] });
  const { body } = await send('GET', '/me/freelancer', { key });
  expect(body.portfolio).toHaveLength(1);
  expect(failures).toEqual([]);
});

test('items are moved, changed and removed', async () => {
  await send('POST', '/me/freelancer/portfolio?title=Words', { key, raw: '' });
  const titles = async () => {
    const { body } = await send('GET', '/me/freelancer', { key });
    return body.portfolio.map((one: { title: string }) => one.title);
  };
  expect(await titles()).toEqual(['Harbour', 'Words']);
  const { body } = await send('GET', '/me/freelancer', { key });
  const item = `/me/freelancer/portfolio/${body.portfolio[1].id}`;
  await send('PATCH', item, { key, body: { move: 'up' } });
  expect(await titles()).toEqual(['Words', 'Harbour']);
  const both = await send('PATCH', item, { key, body: { move: 'up', title: 'X' } });
  expect(both.status).toBe(422);
  await send('PATCH', item, { key, body: { title: 'Two words' } });
  expect(await titles()).toEqual(['Two words', 'Harbour']);
  const left = await send('DELETE', item, { key });
  expect(left.body.items).toHaveLength(1);
  expect((await send('DELETE', item, { key })).status).toBe(404);
});
