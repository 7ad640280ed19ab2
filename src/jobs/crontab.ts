import type { JobName } from './jobs.ts';

/** Minute, hour, day, month, weekday; in UTC. A missed run is made up for by the next: each sweep takes all. */
const TIMES: Partial<Record<JobName, string>> = {
  'deliver-mail': '* * * * *',
  'accept-silence': '* * * * *',
  'warn-of-acceptance': '*/5 * * * *',
  'lapse-offers': '* * * * *',
  'expire-projects': '*/5 * * * *',
  'release-earnings': '* * * * *',
  'reveal-feedback': '*/5 * * * *',
  'drop-files': '17 * * * *',
  'drop-pictures': '19 * * * *',
  'tell-saved-searches': '31 * * * *',
  'forget-keys': '23 3 * * *',
  'forget-sessions': '29 * * * *',
  'score-again': '11 4 * * *',
  'watch-assignments': '* * * * *',
  'end-batches': '* * * * *',
  'end-tasks': '* * * * *',
  'finish-pages': '*/5 * * * *',
  'refresh-batches': '* * * * *',
  'resume-imports': '* * * * *',
  'resume-lists': '* * * * *',
  'check-ledger': '41 3 * * *',
  'count-words': '53 3 * * *',
};

/** In graphile-worker's form. One run of a sweep at a time: a second would find the same rows. */
export const CRONTAB = Object.entries(TIMES)
  .map(([job, time]) => `${time} ${job} ?jobKey=${job}&queue=${job}`)
  .join('\n');
