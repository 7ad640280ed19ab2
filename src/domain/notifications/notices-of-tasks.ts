/** The words of notices about tasks. */
import type { ToldKind } from './notice.ts';
import type { NoticeFacts } from './notice-facts.ts';

type Say = (facts: NoticeFacts) => { title: string; body: string };

export const aboutTasks = {
  'batch.imported': (f) => ({
    title: `${f.text('count')} tasks are in ${f.quoted('name')}`,
    body: 'Look at them, and order them when they are right.',
  }),
  'batch.import_failed': (f) => ({
    title: `The file of ${f.quoted('name')} has a mistake`,
    body: `${f.text('says')} No task was made of it.`,
  }),
  'batch.expired': (f) => ({
    title: `The time of ${f.quoted('name')} is over`,
    body: 'No more tasks are handed out. What nobody took goes back to your account; work that is held may still be handed in.',
  }),
  'batch.completed': (f) => ({
    title: `${f.quoted('name')} is finished`,
    body: `${f.text('approved')} answers were approved. What was left in escrow is back in your account.`,
  }),
  'batch.breaker_tripped': (f) => ({
    title: `Rejections of ${f.quoted('name')} are stopped`,
    body: `${f.text('rejected')} of ${f.text('decided')} decided answers were rejected. An operator looks at it before more are.`,
  }),
  'batch.breaker_freed': (f) => ({
    title: `You can reject answers of ${f.quoted('name')} again`,
    body: `The operator writes: “${f.text('note')}”`,
  }),
  'batch.decisions_done': (f) => ({
    title: `Your decisions on ${f.quoted('name')} are carried out`,
    body: `${f.text('approved')} answers were approved, ${f.text('rejected')} rejected, ${f.text('skipped')} left as they were.`,
  }),
  'assignment.rejected': (f) => ({
    title: `An answer to ${f.quoted('title')} was rejected`,
    body: `${f.who} writes: “${f.text('feedback')}” You can repair it once, or appeal, until ${f.time('answerBy')}.`,
  }),
  'assignment.repaired': (f) => ({
    title: `A rejected answer of ${f.quoted('name')} was repaired`,
    body: 'It waits for your decision again.',
  }),
  'assignment.appealed': (f) => ({
    title: `A rejection of ${f.quoted('title')} is appealed`,
    body: `The worker writes: “${f.text('words')}” ${f.money('heldMinor')} stay held until an operator has decided.`,
  }),
  'assignment.appeal_decided': (f) => ({
    title: f.is('upheld')
      ? `The appeal about ${f.quoted('title')} was upheld: ${f.money('rewardMinor')} is paid`
      : `The appeal about ${f.quoted('title')} was dismissed`,
    body: `The operator writes: “${f.text('verdict')}”`,
  }),
  'bonus.given': (f) => ({
    title: `${f.who} gives you a bonus of ${f.money('amountMinor')}`,
    body: f.text('reason'),
  }),
  'work.topped_up': (f) => ({
    title: `${f.money('amountMinor')} more for ${f.quoted('title')}`,
    body: 'The tasks took longer than planned; the promised pay of an hour was made up for.',
  }),
  'worker.messaged': (f) => ({
    title: `${f.who} writes about ${f.quoted('title')}: ${f.text('subject_line')}`,
    body: f.text('words'),
  }),
} satisfies Partial<Record<ToldKind, Say>>;
