import { statfsSync } from 'node:fs';
import { QUEUE_SCHEMA } from '#platform/migrate.ts';
import type { CliCommand } from './command.ts';
import type { CliServices, Opened } from './services.ts';

type Finding = { check: string; fine: boolean; says: string };

const LEAST_FREE_BYTES = 1024 ** 3;

export const doctor: CliCommand = {
  summary: 'look at the installation and say what is wrong',
  usage: '',
  details: ['The exit code is 1 when something is.'],
  options: {},
  async run(_words, services) {
    const findings = await examine(services);
    return {
      json: findings,
      lines: findings.map(({ check, fine, says }) => `${fine ? 'ok  ' : 'BAD '} ${check}: ${says}`),
      exitCode: findings.every((finding) => finding.fine) ? 0 : 1,
    };
  },
};

async function examine(services: CliServices): Promise<Finding[]> {
  const { config } = services;
  const findings: Finding[] = [
    { check: 'node', fine: true, says: process.version },
    mails(services),
    disk(config.dataDir),
  ];
  try {
    const opened = await services.open();
    findings.push(...(await database(opened)), ...(await backlog(opened)));
  } catch (error) {
    findings.push({ check: 'database', fine: false, says: (error as Error).message });
  }
  return findings;
}

function mails({ config }: CliServices): Finding {
  const says = config.smtpUrl
    ? `through ${new URL(config.smtpUrl).host}, from ${config.mailFrom}`
    : 'no SMTP_URL: they stay at /operator/outbox';
  return { check: 'mails', fine: true, says };
}

function disk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  const says = `${(free / LEAST_FREE_BYTES).toFixed(1)} GB free at ${dataDir}`;
  return { check: 'disk', fine: free >= LEAST_FREE_BYTES, says };
}

async function database({ ownerPool, pool }: Opened): Promise<Finding[]> {
  const settings = await ownerPool.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  );
  const { version, fsync, commit } = settings.rows[0] ?? { version: '?', fsync: '?', commit: '?' };
  const role = await pool.query<{ role: string }>('select current_user as role');
  const archive = await ownerPool.query<{ failed: number; lastFailed: string | null }>(
    `select failed_count::int as failed, last_failed_wal as "lastFailed" from pg_stat_archiver
     where last_failed_time > coalesce(last_archived_time, '-infinity')`,
  );
  const failing = archive.rows[0];
  return [
    { check: 'database', fine: true, says: `PostgreSQL ${version}, schema up to date` },
    {
      check: 'durability',
      fine: fsync === 'on' && commit !== 'off',
      says: `fsync ${fsync}, synchronous_commit ${commit}`,
    },
    { check: 'role', fine: true, says: `works as ${role.rows[0]?.role}` },
    {
      check: 'archive',
      fine: failing === undefined,
      says: failing ? `fails since ${failing.lastFailed}` : 'no failure',
    },
  ];
}

async function backlog({ ownerPool }: Opened): Promise<Finding[]> {
  const found = await ownerPool.query<{ events: number; late: number; failed: number }>(
    `select (select count(*)::int from event where not relayed) as events,
       (select count(*)::int from ${QUEUE_SCHEMA}._private_jobs
        where run_at < now() - interval '5 minutes' and attempts < max_attempts
          and locked_at is null) as late,
       (select count(*)::int from ${QUEUE_SCHEMA}._private_jobs
        where attempts >= max_attempts) as failed`,
  );
  const { events, late, failed } = found.rows[0] ?? { events: 0, late: 0, failed: 0 };
  return [
    { check: 'events', fine: events < 10_000, says: `${events} wait for the relay` },
    { check: 'jobs', fine: late === 0 && failed === 0, says: `${late} late, ${failed} given up` },
  ];
}
