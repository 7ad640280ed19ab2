import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is; tests that need it skip where there is none. */
export const CHROMIUM = [process.env.ANYSHORE_CHROMIUM ?? '', '/usr/bin/chromium'].find((path) =>
  existsSync(path),
);

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}
