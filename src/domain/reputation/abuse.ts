/**
 * Report: a member tells the operator of content that breaks the rules. Subject: the content, which
 * is public; about: the party that wrote it. Kept: it stays; hidden: nobody but its author and the
 * operator sees it, and hidden feedback counts in no score.
 */
import type { StateTable } from '#domain/kernel/state-table.ts';

export const SUBJECT_KINDS = [
  'feedback',
  'feedback_reply',
  'freelancer',
  'portfolio_item',
  'project',
  'batch',
] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const REPORT_REASONS = [
  'retaliation',
  'not_true',
  'offensive',
  'private_data',
  'fraud',
  'stolen_work',
  'other',
] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];

/** A reason within a sentence of a notice. */
export const REASON_WORDS: Readonly<Record<ReportReason, string>> = {
  retaliation: 'it is retaliation',
  not_true: 'it is not true',
  offensive: 'it is offensive',
  private_data: 'it shows private data',
  fraud: 'it is fraud',
  stolen_work: 'it is the work of somebody else',
  other: 'another one',
};

export type ReportState = 'open' | 'kept' | 'hidden';
export type ReportDecision = 'keep' | 'hide';

/** A decision can be taken back by the other one: what was hidden is shown again by keeping it. */
export const REPORT_STATES: StateTable<
  ReportState,
  'report' | ReportDecision,
  'member' | 'operator'
> = {
  thing: 'report',
  rows: [
    { from: null, act: 'report', to: 'open', who: 'member' },
    { from: 'open', act: 'keep', to: 'kept', who: 'operator' },
    { from: 'open', act: 'hide', to: 'hidden', who: 'operator' },
    { from: 'hidden', act: 'keep', to: 'kept', who: 'operator' },
    { from: 'kept', act: 'hide', to: 'hidden', who: 'operator' },
  ],
};

export const NOTE_CHARS = 2_000;
export const REPLY_CHARS = 2_000;
/** Reports of one member that may wait for a decision at once. */
export const MOST_OPEN_REPORTS = 20;
