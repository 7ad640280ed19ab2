import { expect, test } from 'vitest';
import { EVENT_KINDS } from '#domain/kernel/event.ts';
import { NOTICES, noticeRules, TOLD_KINDS } from './notice.ts';
import { NoticeFacts, plainValues } from './notice-facts.ts';
import { noticeMail } from './notice-mail.ts';
import { noticeWords } from './notice-words.ts';

const DATA = {
  who: 'Ioana Petrescu',
  side: 'freelancer',
  title: 'Clay models',
  contract: 'Six street views',
  currency: 'USD',
  amountMinor: '60000',
  toFreelancerMinor: '54000',
  availableAt: '2026-12-03T16:42:00.000Z',
};

test('every kind of event is in the table: told to somebody, or to nobody', () => {
  expect(Object.keys(NOTICES).sort()).toEqual([...EVENT_KINDS].sort());
});

test.each(TOLD_KINDS)('%s has words that stand on one line, also when data is missing', (kind) => {
  for (const data of [DATA, {}]) {
    for (const side of ['client', 'freelancer', 'owner', 'subject', 'operator']) {
      const { title, body } = noticeWords(
        kind,
        new NoticeFacts({ ...data, currency: 'USD', side }, 'UTC'),
      );
      expect(title).toMatch(/^[^\n]{5,200}$/);
      expect(`${title} ${body}`).not.toMatch(/undefined|null|NaN|Invalid|please|oops|!/);
    }
  }
});

test('the money stands in the subject, and times in the reader’s zone', () => {
  const words = noticeWords('milestone.paid', new NoticeFacts(DATA, 'Europe/Bucharest'));
  expect(words).toEqual({
    title: 'You are paid USD\u00a0540.00 for “Clay models”',
    body: 'USD\u00a0600.00 less the fee of USD\u00a060.00. Yours to withdraw from 3 Dec 2026, 18:42 EET.',
  });
});

test('who signed by the hour sends the client to a first milestone, not to a funding', () => {
  const body = (pricing: string) =>
    noticeWords('contract.signed', new NoticeFacts({ ...DATA, pricing }, 'UTC')).body;
  expect(body('fixed')).toContain('Fund the first milestone');
  expect(body('hourly')).toContain('Propose the first one');
});

test('a split that gave a side nothing says so, and not that it is paid nothing', () => {
  const title = (side: string, data: Record<string, string>) =>
    noticeWords('milestone.split', new NoticeFacts({ ...DATA, side, ...data }, 'UTC')).title;
  expect(title('freelancer', { toFreelancerMinor: '0', toClientMinor: '60000' })).toBe(
    'All of “Clay models” went back, nothing is paid to you',
  );
  expect(title('client', { toClientMinor: '0' })).toBe(
    'All of “Clay models” was paid out, nothing is back in your account',
  );
  expect(title('freelancer', { toClientMinor: '6000' })).toContain('You are paid USD');
});

test('a currency without decimals is written without', () => {
  const facts = new NoticeFacts({ currency: 'JPY', amountMinor: '1200' }, 'UTC');
  expect(noticeWords('deposit.confirmed', facts).title).toBe(
    'JPY\u00a01,200 arrived in your account',
  );
});

test('a mail names its link and how to end mails', () => {
  const around = {
    marketName: 'Anyshore',
    baseUrl: 'https://a.test',
    notificationId: 'n1',
    party: null,
  };
  const mail = noticeMail({ title: 'USD 5.00 is available', body: 'Spend it.' }, around);
  expect(mail.subject).toBe('USD 5.00 is available');
  expect(mail.text).toContain('https://a.test/notifications/n1');
  expect(mail.text).toContain('Turn them off: https://a.test/settings');
});

test('rules ask the data: an untold invitation and a clean ledger tell nobody', () => {
  const event = { rootId: 'r', subjectId: 's' };
  const rules = (kind: 'project.freelancer_invited' | 'ledger.checked', data: object) =>
    noticeRules({ ...event, kind, data: { ...data } }).length;
  expect(rules('project.freelancer_invited', { told: false })).toBe(0);
  expect(rules('project.freelancer_invited', { told: true })).toBe(1);
  expect(rules('ledger.checked', { differenceCount: 0 })).toBe(0);
  expect(rules('ledger.checked', { differenceCount: 2 })).toBe(1);
});

test('only plain values are kept', () => {
  expect(plainValues({ a: 'x', b: 1, c: [1], d: { e: 1 }, f: null, g: true })).toEqual({
    a: 'x',
    b: 1,
    f: null,
    g: true,
  });
});
