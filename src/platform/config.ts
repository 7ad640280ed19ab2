/** The one place that reads the environment. Every other part gets what it needs handed in. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error.ts';

const projectRoot = join(import.meta.dirname, '..', '..');

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host/name' })
  .optional();

/** Every variable, its form and its default. The message says what a right value looks like. */
const variables = z.object({
  /** The database, with a user that owns it; unset runs the embedded PostgreSQL. */
  DATABASE_URL: databaseUrl,
  /** A replica that may answer reads a little late. */
  DATABASE_READ_URL: databaseUrl,
  PORT: number({ least: 0, most: 65_535, otherwise: 3000 }),
  /** Loopback unless told otherwise: a fresh installation is nobody else's business. */
  HOST: z.string().default('127.0.0.1'),
  /** The address people and mails use; https makes cookies secure and sends HSTS. */
  ANYSHORE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  ANYSHORE_SECRET: z.string().optional(),
  ANYSHORE_DATA: z.string().default(join(projectRoot, 'data')),
  ANYSHORE_ROLE: z
    .enum(['all', 'web', 'jobs'], { error: 'must be all, web or jobs' })
    .default('all'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://host:587' }).optional(),
  ANYSHORE_MAIL_FROM: z.string().regex(/@/, 'must hold a mail address').optional(),
  /** Where the source of this installation can be read; pages link to it. */
  ANYSHORE_SOURCE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional(),
  /** Who may read /metrics from elsewhere than loopback. */
  ANYSHORE_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** How many reverse proxies stand in front and add to X-Forwarded-For. */
  ANYSHORE_PROXIES: number({ least: 0, most: 10, otherwise: 0 }),
  /** Most database connections of this process at once. */
  ANYSHORE_CONNECTIONS: number({ least: 2, most: 500, otherwise: 10 }),
  /** REST requests a minute of one key, and of one address without a key. */
  ANYSHORE_REQUESTS_PER_KEY: number({ least: 1, most: 999_999_999, otherwise: 1_200 }),
  ANYSHORE_REQUESTS_PER_ADDRESS: number({ least: 1, most: 999_999_999, otherwise: 300 }),
  ANYSHORE_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info'),
});

export type Config = {
  /** Undefined for the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  databaseReadUrl: string | undefined;
  port: number;
  host: string;
  /** Without a trailing slash; undefined until the port is known when none was given. */
  publicUrl: string | undefined;
  sourceUrl: string | undefined;
  secret: string | undefined;
  dataDir: string;
  role: 'all' | 'web' | 'jobs';
  smtpUrl: string | undefined;
  mailFrom: string;
  metricsToken: string | undefined;
  proxies: number;
  connections: number;
  requestsPerKey: number;
  requestsPerAddress: number;
  logLevel: string;
};

/** Reads and checks the environment; throws one `StartError` that names each wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new StartError(`${wrong.join('; ')}.`);
  }
  const values = parsed.data;
  const publicUrl = values.ANYSHORE_URL?.replace(/\/+$/, '');
  checkSecret(values.ANYSHORE_SECRET, values.DATABASE_URL === undefined);
  return {
    databaseUrl: values.DATABASE_URL,
    databaseReadUrl: values.DATABASE_READ_URL,
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    sourceUrl: values.ANYSHORE_SOURCE_URL,
    secret: values.ANYSHORE_SECRET,
    dataDir: resolve(values.ANYSHORE_DATA),
    role: values.ANYSHORE_ROLE,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.ANYSHORE_MAIL_FROM ?? `Anyshore <no-reply@${hostOf(publicUrl)}>`,
    metricsToken: values.ANYSHORE_METRICS_TOKEN,
    proxies: values.ANYSHORE_PROXIES,
    connections: values.ANYSHORE_CONNECTIONS,
    requestsPerKey: values.ANYSHORE_REQUESTS_PER_KEY,
    requestsPerAddress: values.ANYSHORE_REQUESTS_PER_ADDRESS,
    logLevel: values.ANYSHORE_LOG_LEVEL,
  };
}

/** The secret that was given, or the one kept in the data folder, made there on the first start. */
export function secretOf(config: Config): string {
  if (config.secret !== undefined) return config.secret;
  const path = join(config.dataDir, 'secret');
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}

function number({ least, most, otherwise }: { least: number; most: number; otherwise: number }) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
    .default(otherwise);
}

/** Sessions and reset links are signed with it: whoever guesses it is everybody. */
function checkSecret(secret: string | undefined, embedded: boolean): void {
  const make = 'Make one with: openssl rand -base64 32';
  if (secret === undefined) {
    if (embedded) return;
    throw new StartError(`ANYSHORE_SECRET must be set beside DATABASE_URL. ${make}`);
  }
  if (secret.length < 32 || entropyBits(secret) < 96) {
    throw new StartError(`ANYSHORE_SECRET is too easy to guess. ${make}`);
  }
}

/** Shannon's entropy of the characters' frequencies: little for words, patterns and repetitions. */
function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, n) => bits - n * Math.log2(n / text.length), 0);
}

function hostOf(url: string | undefined): string {
  return url === undefined ? 'localhost' : new URL(url).hostname;
}
