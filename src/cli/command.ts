import type { ParseArgsOptionsConfig } from 'node:util';
import type { JsonResult } from '#platform/context.ts';
import type { CliServices } from './services.ts';

export type Words = { [name: string]: string | boolean | undefined };

/** What a command ends with: the same answer for people and, with --json, for programs. */
export type Answer = {
  json: JsonResult;
  lines: string[];
  /** 1 when it worked and found something wrong; 0 unless told. */
  exitCode?: 0 | 1;
};

export type CliCommand = {
  /** What it does, for the list of commands. */
  summary: string;
  /** The words after its name, such as `--email ADDRESS [--operator]`. */
  usage: string;
  /** More for --help: one line for each word. */
  details: string[];
  options: ParseArgsOptionsConfig;
  run(words: Words, services: CliServices): Promise<Answer>;
};

/** The person used a command wrongly: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The text given for an option that the command cannot do without. */
export function required(words: Words, name: string): string {
  const value = words[name];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageError(`--${name} is missing.`);
}

export function optional(words: Words, name: string): string | undefined {
  const value = words[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
