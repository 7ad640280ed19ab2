import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal, refuse } from '#domain/kernel/refusal.ts';
import { actOn, actOnIntent, formCase, type Problems, parseForm } from './form-act.ts';

const schema = z.object({
  title: z.string().min(5).max(20),
  days: z.coerce.number().int().min(1),
  email: z.email().optional(),
  skills: z.array(z.string()).min(2).optional(),
});

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

function post(values: Record<string, string>): Request {
  return new Request('http://here/', { method: 'POST', body: new URLSearchParams(values) });
}

type Refused = { data: Problems; init: { status: number } };

describe('parseForm', () => {
  it('gives the checked value', () => {
    const parsed = parseForm(schema, form({ title: 'Four views', days: '3' }));
    expect(parsed).toEqual({ ok: true, value: { title: 'Four views', days: 3 } });
  });

  it.each([
    [{ days: '3' }, 'title', 'Fill this in'],
    [{ title: 'abc', days: '3' }, 'title', 'Write at least 5 characters'],
    [
      { title: 'a'.repeat(23), days: '3' },
      'title',
      'At most 20 characters; this is 23. Shorten it by 3',
    ],
    [{ title: 'Four views', days: 'soon' }, 'days', 'Write a number, such as 12'],
    [{ title: 'Four views', days: '0' }, 'days', 'Write 1 or more'],
    [{ title: 'Four views', days: '1.5' }, 'days', 'Write a whole number, such as 12'],
    [
      { title: 'Four views', days: '1', email: 'x@' },
      'email',
      'Write an email address, such as name@example.org',
    ],
    [{ title: 'Four views', days: '1', 'skills[]': 'a' }, 'skills', 'Choose at least 2'],
  ])('says what is wrong with %j in plain words', (values, field, says) => {
    const parsed = parseForm(schema, form(values));
    expect(parsed.ok ? null : parsed.problems.fields[field]).toBe(says);
  });

  it('keeps everything typed and counts what is wrong', () => {
    const parsed = parseForm(schema, form({ title: 'abc', days: 'soon', _intent: 'send' }));
    expect(parsed).toMatchObject({
      problems: {
        intent: 'send',
        title: 'Two things to put right',
        typed: { title: ['abc'], days: ['soon'] },
      },
    });
  });
});

describe('an act', () => {
  const values = { title: 'Four views', days: '3', price: '1', _key: '0123456789abcdef' };

  it('gets the value and the key of the page', async () => {
    const seen: unknown[] = [];
    const only = formCase(schema, async (value, key) => {
      seen.push(value, key);
      return new Response();
    });
    await actOn(post(values), only);
    expect(seen).toEqual([{ title: 'Four views', days: 3 }, '0123456789abcdef']);
  });

  it('puts a refusal at its field if the form has it', async () => {
    const only = formCase(schema, async () =>
      refuse('amount_invalid', { example: '12.00' }, 'price'),
    );
    const { data, init } = (await actOn(post(values), only)) as unknown as Refused;
    expect(data.fields).toEqual({ price: 'Write a number, such as 12.00' });
    expect(data.typed.title).toEqual(['Four views']);
    expect(init.status).toBe(422);
  });

  it('puts any other refusal on top, with the words for what did not happen', async () => {
    const refused = { refusedTitle: 'Not sent. No money moved.' };
    const only = formCase(schema, async () => refuse('busy'), refused);
    const { data, init } = (await actOn(post(values), only)) as unknown as Refused;
    expect(data).toMatchObject({ title: 'Not sent. No money moved.', fields: {} });
    expect(data.form[0]?.says).toMatch(/busy/);
    expect(init.status).toBe(503);
  });

  it('shows everything that the rules of the domain find, at once', async () => {
    const check = () => [
      new Refusal('amount_invalid', {}, 'price'),
      new Refusal('date_in_past', {}, 'days'),
    ];
    const only = formCase(schema, async () => new Response('acted'), { check });
    const { data } = (await actOn(post(values), only)) as unknown as Refused;
    expect(Object.keys(data.fields)).toEqual(['price', 'days']);
    expect(data.title).toBe('Two things to put right');
  });

  it('leaves a refusal that no form can answer to the page', async () => {
    const only = formCase(schema, async () => refuse('not_found'));
    await expect(actOn(post(values), only)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('does not hide a failure', async () => {
    const only = formCase(schema, async () => {
      throw new Error('broken');
    });
    await expect(actOn(post(values), only)).rejects.toThrow('broken');
  });

  it('is chosen by its intent, and nothing else is', async () => {
    const cases = { accept: formCase(z.object({}), async () => new Response('accepted')) };
    const done = (await actOnIntent(post({ _intent: 'accept' }), cases)) as Response;
    expect(await done.text()).toBe('accepted');
    for (const intent of ['', 'other', '__proto__', 'toString']) {
      await expect(actOnIntent(post({ _intent: intent }), cases)).rejects.toMatchObject({
        init: { status: 405 },
      });
    }
  });
});
