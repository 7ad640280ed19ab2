import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { endedContract } from './matched-project.ts';
import { type Site, serveAs } from './serve-as.ts';

const database = await testDatabase();
const mara = await castMember(database.run, 'Mara Oduya');
const ioana = await castFreelancer(database.run, 'Ioana Petrescu');
const operator: MemberActor = {
  ...(await castMember(database.run, 'Operator')),
  operator: true,
};
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
let site: Site;
let ended: { contractId: string; feedbackId: string };

beforeAll(async () => {
  ended = await endedContract(database, { client: mara, freelancer: ioana });
  site = await serveAs(database, { mara, ioana, operator });
});
afterAll(() => site.stop());

describe('a score sheet', () => {
  it('shows what the score is made of, to everybody', async () => {
    const { html, status } = await site.get('visitor', `/freelancers/${ioana.partyId}/score`);
    expect(status).toBe(200);
    expect(plain(html)).toMatch(/Quality score of Ioana Petrescu: \d\.\d\d/);
    expect(plain(html)).toContain('1 ended contract');
    expect(plain(html)).toContain('Stars 1 of 5');
    expect(plain(html)).toContain('Work kept 100% by money, milestones 1 of 1');
    expect(plain(html)).toContain('was the first to count');
    expect(html).not.toContain('/events/of/');
    const own = await site.get('ioana', `/freelancers/${ioana.partyId}/score`);
    expect(own.html).toContain(`/events/of/${ended.contractId}/`);
  });

  it('gives the same as JSON', async () => {
    const answer = await site.get('visitor', `/clients/${mara.partyId}/score.json`);
    const found = JSON.parse(answer.html) as { side: string; score: number; outcomes: unknown[] };
    expect(found).toMatchObject({ side: 'client' });
    expect(found.outcomes).toHaveLength(1);
    const sheet = await site.get('visitor', `/clients/${mara.partyId}/score`);
    expect(plain(sheet.html)).toContain(`Client score of Mara Oduya: ${found.score.toFixed(2)}`);
    expect((await site.get('visitor', '/clients/nobody/score.json')).status).toBe(404);
    expect((await site.get('visitor', '/freelancers/nobody/score')).status).toBe(404);
  });

  it('begins with a wide interval, for its party alone while that deals under no name', async () => {
    const sheet = `/freelancers/${operator.partyId}/score`;
    const { html } = await site.get('operator', sheet);
    expect(plain(html)).toContain('Quality score of Operator: New');
    for (const path of [sheet, `${sheet}.json`, `/clients/${operator.partyId}`]) {
      expect((await site.get('visitor', path)).status).toBe(404);
    }
  });
});

describe('a client', () => {
  it('has a public page', async () => {
    const { html } = await site.get('visitor', `/clients/${mara.partyId}`);
    expect(plain(html)).toContain('Paid out of escrow 100%');
    expect(plain(html)).toContain('5 of 5');
  });
});

describe('feedback', () => {
  it('gets one public reply', async () => {
    const path = `/feedback/${ended.feedbackId}/reply`;
    expect(plain((await site.get('ioana', path)).html)).toContain('Would not work for free.');
    expect((await site.get('mara', path)).status).toBe(404);
    const empty = await site.post('ioana', path, { text: '' });
    expect(empty.status).toBe(422);
    const sent = await site.post('ioana', path, { text: 'The extra work was never agreed.' });
    expect(sent.location).toBe(`/contracts/${ended.contractId}#feedback`);
    const contract = await site.get('mara', `/contracts/${ended.contractId}`);
    expect(plain(contract.html)).toContain('The extra work was never agreed.');
    const report = `/report/feedback_reply/${ended.feedbackId}`;
    expect(contract.html).toContain(`href="${report}"`);
    expect((await site.get('mara', report)).status).toBe(200);
    const own = await site.get('ioana', `/contracts/${ended.contractId}`);
    expect(own.html).not.toContain(`href="${report}"`);
    expect((await site.post('ioana', path, { text: 'Again' })).status).toBeGreaterThan(400);
  });

  it('is reported, hidden by an operator with a note, and shown again', async () => {
    const path = `/report/feedback/${ended.feedbackId}`;
    expect(plain((await site.get('ioana', path)).html)).toContain(
      'What is wrong with the feedback',
    );
    expect((await site.get('visitor', path)).location).toContain('/sign-in');
    const sent = await site.post('ioana', path, {
      reason: 'retaliation',
      note: 'See the contract',
    });
    expect(sent.location).toBe(`/freelancers/${ioana.partyId}`);
    const list = await site.get('operator', '/operator/reports');
    expect(plain(list.html)).toContain('One report waits for you');
    expect((await site.get('ioana', '/operator/reports')).status).toBe(404);
    const [, id = ''] = /operator\/reports\/([0-9a-f-]{36})/.exec(list.html) ?? [];
    const page = `/operator/reports/${id}`;
    expect(plain((await site.get('operator', page)).html)).toContain('It is retaliation');
    expect((await site.post('operator', page, { _intent: 'hide', note: '' })).status).toBe(422);
    await site.post('operator', page, { _intent: 'hide', note: 'It is about something else.' });
    const hidden = await site.get('operator', page);
    expect(plain(hidden.html)).toContain('Only its author sees it now.');
    await site.post('operator', page, { _intent: 'keep', note: 'I was wrong.' });
    expect(plain((await site.get('operator', page)).html)).toContain('Everybody sees it now.');
  });
});

describe('a signed record', () => {
  it('is made by a form, and verified with the script and the public keys', async () => {
    const page = await site.get('ioana', '/record');
    expect(plain(page.html)).toContain('Your record, to take with you');
    const file = await site.post('ioana', '/record/record.jws', { side: 'freelancer' });
    expect(file.headers.get('Content-Disposition')).toContain('record.jws');
    expect(file.html.trim().split('.')).toHaveLength(3);
    expect((await site.get('ioana', '/record/record.jws')).location).toBe('/record');
    expect((await site.post('visitor', '/record/record.jws', {})).location).toContain('/sign-in');
  });
});
