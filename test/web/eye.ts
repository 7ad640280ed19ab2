/** Looks at pages for tests: what axe finds wrong with them, and whether they fit a phone. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';

type Cookie = { name: string; value: string; url: string };

export type Look = {
  cookie?: Cookie | undefined;
  status?: number;
  /** What is not judged, as a selector. */
  leftOut?: string;
  /** Opens what is folded before it looks. */
  unfold?: string;
};

const VIEWS = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;
const NARROWEST = 320;

export class Eye {
  readonly browser: Browser;
  /** One page per visitor, used again: a new one for each address costs more than the look at it. */
  private readonly pages = new Map<string, Page>();

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async open(): Promise<Eye> {
    return new Eye(await openBrowser());
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Everything that is wrong with the page, wide and light, narrow and dark; nothing is `[]`. */
  async faultsAt(
    address: string,
    { cookie, status = 200, leftOut, unfold }: Look = {},
  ): Promise<string[]> {
    const page = await this.pageOf(cookie);
    const faults: string[] = [];
    const complain = (error: Error) => faults.push(`throws ${error.message}`);
    page.on('pageerror', complain);
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (answer?.status() !== status) faults.push(`answers ${answer?.status()}`);
    if (unfold !== undefined) {
      await page.locator(unfold).evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
    }
    for (const { width, colorScheme } of VIEWS) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await widerThan(page, width)), ...(await faultsOf(page, leftOut)));
    }
    faults.push(...(await widerThan(page, NARROWEST)));
    page.off('pageerror', complain);
    return faults;
  }

  private async pageOf(cookie: Cookie | undefined): Promise<Page> {
    const who = cookie === undefined ? '' : `${cookie.url} ${cookie.value}`;
    const known = this.pages.get(who);
    if (known !== undefined) return known;
    const context = await this.browser.newContext();
    if (cookie !== undefined) await context.addCookies([cookie]);
    const page = await context.newPage();
    this.pages.set(who, page);
    return page;
  }
}

/** What axe finds wrong on the page as it stands: the rule, and the first element that breaks it. */
export async function faultsOf(page: Page, leftOut?: string): Promise<string[]> {
  // Once per page: to read the script in takes longer than to run it.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (without) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const on = without === undefined ? document : { exclude: [without] };
    const { violations } = await axe.run(on, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, leftOut);
  return found;
}

async function widerThan(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`${wide} px wide at ${width}`] : [];
}
