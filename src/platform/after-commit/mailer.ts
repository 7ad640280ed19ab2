/** Sends what stands in the table `mail`. Without a server to send through, operators read it there. */
import { sql } from 'kysely';
import { createTransport, type Transporter } from 'nodemailer';
import type { Database } from '../database.ts';
import type { Logger } from '../logger.ts';

export type Mailer = {
  /** Sends every mail that is due now; one that fails is tried again later, and later still. */
  deliverDue(now: Date): Promise<void>;
  close(): void;
};

export type MailerOptions = {
  db: Database;
  smtpUrl: string;
  /** The address mails come from, such as `Anyshore <no-reply@anyshore.example>`. */
  from: string;
  log: Logger;
};

const MOST_ATTEMPTS = 12;
/** Tried at once, then 30 s after it was written, 90 s, 3.5 minutes … 17 hours. */
const PAUSE = sql<string>`interval '30 seconds'`;
const BATCH = 20;

type WaitingMail = {
  id: string;
  recipient: string;
  subject: string;
  bodyText: string;
  secret: boolean;
  attempts: number;
};

export function createMailer(options: MailerOptions): Mailer {
  const transport = createTransport({
    url: options.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async deliverDue(now) {
      for (;;) {
        const due = await findDue(options.db, now);
        for (const mail of due) await deliver(options, transport, mail, now);
        if (due.length < BATCH) return;
      }
    },
    close: () => transport.close(),
  };
}

async function findDue(db: Database, now: Date): Promise<WaitingMail[]> {
  return db
    .selectFrom('mail')
    .select(['id', 'recipient', 'subject', 'bodyText', 'secret', 'attempts'])
    .where('sentAt', 'is', null)
    .where('attempts', '<', MOST_ATTEMPTS)
    .where(sql<boolean>`created_at + ${PAUSE} * (2 ^ attempts - 1) <= ${now}`)
    .orderBy('createdAt')
    .limit(BATCH)
    .execute();
}

/** Counting the attempt first claims the mail: two processes never send the same attempt. */
async function deliver(
  { db, from, log }: MailerOptions,
  transport: Transporter,
  mail: WaitingMail,
  now: Date,
): Promise<void> {
  const claimed = await db
    .updateTable('mail')
    .set({ attempts: mail.attempts + 1 })
    .where('id', '=', mail.id)
    .where('attempts', '=', mail.attempts)
    .where('sentAt', 'is', null)
    .executeTakeFirst();
  if (claimed.numUpdatedRows === 0n) return;
  try {
    await transport.sendMail({
      from,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.bodyText,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Anyshore-Mail': mail.id },
    });
  } catch (error) {
    const reason = (error as Error).message;
    log.warn({ mail: mail.id, attempt: mail.attempts + 1, reason }, 'a mail could not be sent');
    await db.updateTable('mail').set({ lastError: reason }).where('id', '=', mail.id).execute();
    return;
  }
  await db
    .updateTable('mail')
    .set({ sentAt: now, lastError: '', ...(mail.secret ? { bodyText: '' } : {}) })
    .where('id', '=', mail.id)
    .execute();
}
