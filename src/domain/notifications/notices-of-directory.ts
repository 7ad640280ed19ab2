/** The words of notices about being found, matched and reported. */
import type { ToldKind } from './notice.ts';
import type { NoticeFacts } from './notice-facts.ts';

type Say = (facts: NoticeFacts) => { title: string; body: string };

const ofTheirs = (f: NoticeFacts) =>
  f.is('hidden')
    ? `You reported ${f.text('what')}: it is hidden now`
    : `You reported ${f.text('what')}: it stays as it is`;

const ofYours = (f: NoticeFacts) =>
  f.is('hidden')
    ? `The operator hid ${f.text('what')} that you wrote`
    : `The operator shows ${f.text('what')} that you wrote again`;

export const aboutDirectory = {
  'feedback.replied': (f) => ({
    title: `${f.who} replied to your feedback on ${f.quoted('contract')}`,
    body: 'The reply stands below what you wrote, for everybody to read.',
  }),
  'project.matched': (f) => ({
    title: `${f.text('count')} freelancers fit ${f.quoted('title')}`,
    body: 'Nobody is told yet. Look at the list, add or remove, then send.',
  }),
  'project.invitation_withdrawn': (f) => ({
    title: `The invitation to ${f.quoted('title')} was withdrawn`,
    body: 'The client needs no proposal of you. It does not count as unanswered.',
  }),
  'saved_search.told': (f) => ({
    title: `${f.text('count')} new in ${f.quoted('name')}`,
    body: `${f.text('first')} The search can be changed or stopped under Saved searches.`,
  }),
  'abuse.reported': (f) => ({
    title: `${f.who} reports ${f.text('what')} of ${f.text('aboutName')}`,
    body: `The reason given: ${f.text('reasonWords')}. Look at it and decide.`,
  }),
  'abuse.decided': (f) => ({
    title: f.side === 'owner' ? ofYours(f) : ofTheirs(f),
    body: f.text('note'),
  }),
} satisfies Partial<Record<ToldKind, Say>>;
