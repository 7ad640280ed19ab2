/** The words of notices about qualifications. */
import type { ToldKind } from './notice.ts';
import type { NoticeFacts } from './notice-facts.ts';

type Say = (facts: NoticeFacts) => { title: string; body: string };

const reason = (f: NoticeFacts, means: string) =>
  f.text('reason') === '' ? means : `${means} ${f.who} writes: “${f.text('reason')}”`;

export const aboutQualifications = {
  'qualification.requested': (f) => ({
    title: `${f.who} asks for the qualification ${f.quoted('name')}`,
    body: 'Grant it with a value, or say why not.',
  }),
  'qualification.submitted': (f) => ({
    title: `${f.who} took the test for ${f.quoted('name')}`,
    body: 'Read the answers, then grant the qualification with a value or say why not.',
  }),
  'qualification.granted': (f) => ({
    title: `You hold ${f.quoted('name')} now, with the value ${f.text('value')}`,
    body: `${f.who} granted it. Tasks that ask for it are open to you.`,
  }),
  'qualification.rejected': (f) => ({
    title: `You were not granted ${f.quoted('name')}`,
    body: reason(f, 'Other tasks stay open to you.'),
  }),
  'qualification.revoked': (f) => ({
    title: `${f.who} took back the qualification ${f.quoted('name')}`,
    body: reason(f, 'Tasks that ask for it are closed to you from now on.'),
  }),
} satisfies Partial<Record<ToldKind, Say>>;
