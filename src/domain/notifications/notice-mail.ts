import type { MailText } from '#domain/accounts/mail-texts.ts';
import type { NoticeWords } from './notice-words.ts';

/** A notice as a mail in plain text. `baseUrl` is the address that people use, without a slash. */
export function noticeMail(
  words: NoticeWords,
  around: { marketName: string; baseUrl: string; notificationId: string; party: string | null },
): MailText {
  const { marketName, baseUrl, notificationId, party } = around;
  return {
    subject: words.title,
    text: [
      ...(words.body === '' ? [`${words.title}.`] : [`${words.title}.`, words.body]),
      ...(party === null ? [] : [`This is for ${party}.`]),
      `See it: ${baseUrl}/notifications/${notificationId}`,
      `${marketName} sends this because you get notices by mail. Turn them off: ${baseUrl}/settings`,
    ]
      .join('\n\n')
      .replaceAll('\u00a0', ' '),
  };
}
