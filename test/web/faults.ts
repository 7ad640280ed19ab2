import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong on the page as it stands: the rule, and the first element that breaks it. */
export async function faultsOf(page: Page, leftOut?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (leftOut !== undefined) axe.exclude(leftOut);
  // In the page itself: otherwise each look opens a second page to sum up what it saw.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
