import { homeOf, isId } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import type { SubjectKind } from '../abuse.ts';

/** Content that a report is about. */
export type ReportSubject = {
  kind: SubjectKind;
  id: string;
  /** Who wrote it. */
  aboutParty: string;
  aboutName: string;
  /** What it is, within a sentence: `the feedback`. */
  what: string;
  /** The words that are complained of. */
  excerpt: string;
  /** Where everybody finds it. */
  link: string;
  /** Of a contract's feedback. */
  contractId: string | null;
  /** Whether everybody sees it now. */
  shown: boolean;
  /** Whether an operator hid it. A project can be neither: for the invited only. */
  hidden: boolean;
};

/** The subject of a report, shown or hidden; undefined where it never was public. */
export async function reportSubject(
  db: ReadDb,
  kind: SubjectKind,
  id: string,
): Promise<ReportSubject | undefined> {
  const found = isId(id) ? await READ[kind](db, id) : undefined;
  return found === undefined ? undefined : { hidden: !found.shown, ...found, kind, id };
}

type Found = Omit<ReportSubject, 'kind' | 'id' | 'hidden'> & { hidden?: boolean };

const READ: Record<SubjectKind, (db: ReadDb, id: string) => Promise<Found | undefined>> = {
  feedback: readFeedback,
  feedback_reply: readReply,
  freelancer: readFreelancer,
  portfolio_item: readPortfolioItem,
  project: readProject,
  batch: readBatch,
};

async function readFeedback(db: ReadDb, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('feedback')
    .innerJoin('party', 'party.id', 'feedback.fromParty')
    .innerJoin('contract', 'contract.id', 'feedback.contractId')
    .select(['fromParty', 'aboutParty', 'comment', 'stars', 'hiddenAt', 'contractId', 'party.name'])
    .select(['contract.clientId'])
    .where('feedback.id', '=', id)
    .where('revealedAt', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    aboutParty: row.fromParty,
    aboutName: row.name,
    what: 'the feedback',
    excerpt: `${row.stars} of 5 stars. ${row.comment}`.trim(),
    link: pageOf(row.aboutParty, row.clientId),
    contractId: row.contractId,
    shown: row.hiddenAt === null,
  };
}

/** Feedback stands on the public page of the party that it is about. */
function pageOf(partyId: string, clientId: string): string {
  return partyId === clientId ? `/clients/${partyId}` : `/freelancers/${partyId}`;
}

async function readReply(db: ReadDb, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('feedbackReply')
    .innerJoin('party', 'party.id', 'feedbackReply.partyId')
    .innerJoin('feedback', 'feedback.id', 'feedbackReply.feedbackId')
    .innerJoin('contract', 'contract.id', 'feedback.contractId')
    .select(['partyId', 'text', 'feedbackReply.hiddenAt', 'party.name', 'contract.clientId'])
    .where('feedbackId', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    aboutParty: row.partyId,
    aboutName: row.name,
    what: 'the reply to feedback',
    excerpt: row.text,
    link: pageOf(row.partyId, row.clientId),
    contractId: null,
    shown: row.hiddenAt === null,
  };
}

async function readFreelancer(db: ReadDb, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('freelancer')
    .innerJoin('party', 'party.id', 'freelancer.id')
    .select(['freelancer.id', 'party.name', 'headline', 'listedAt'])
    .where('freelancer.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    aboutParty: row.id,
    aboutName: row.name,
    what: 'the profile',
    excerpt: row.headline,
    link: `/freelancers/${row.id}`,
    contractId: null,
    shown: row.listedAt !== null,
  };
}

async function readPortfolioItem(db: ReadDb, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('portfolioItem')
    .innerJoin('party', 'party.id', 'portfolioItem.freelancerId')
    .select(['freelancerId', 'party.name', 'title', 'about', 'hiddenAt'])
    .where('portfolioItem.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    aboutParty: row.freelancerId,
    aboutName: row.name,
    what: 'a work in the portfolio',
    excerpt: `${row.title} ${row.about}`.trim(),
    link: `/freelancers/${row.freelancerId}`,
    contractId: null,
    shown: row.hiddenAt === null,
  };
}

async function readProject(db: ReadDb, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('project')
    .innerJoin('party', 'party.id', 'project.clientId')
    .select(['clientId', 'party.name', 'title', 'requirements', 'audience', 'hiddenAudience'])
    .where('project.id', '=', id)
    .where('publishedAt', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    aboutParty: row.clientId,
    aboutName: row.name,
    what: 'the project',
    excerpt: `${row.title}. ${row.requirements}`,
    link: `/projects/${id}`,
    contractId: null,
    shown: row.audience === 'everyone',
    hidden: row.hiddenAudience !== null,
  };
}

async function readBatch(db: ReadDb, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('batch')
    .innerJoin('party', 'party.id', 'batch.clientId')
    .select(['clientId', 'party.name', 'title', 'description', 'hiddenAt'])
    .where('home', '=', homeOf(id))
    .where('batch.id', '=', id)
    .where('state', '<>', 'draft')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    aboutParty: row.clientId,
    aboutName: row.name,
    what: 'the tasks',
    excerpt: `${row.title}. ${row.description}`,
    link: `/work/batches/${id}`,
    contractId: null,
    shown: row.hiddenAt === null,
  };
}
