import { afterAll, describe, expect, it } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { castMember } from '../cast/members.ts';
import { castIllustrators } from '../cast/rates.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
await castIllustrators(run);
const london = await castMember(run, 'Lena London');
await run(changeProfile, { country: 'GB' }, { actor: london, root: london.memberId });
const site = await serveAs(database, { london });
afterAll(() => site.stop());

const PAGE = '/rates/architectural-illustration';

describe('the rates of a kind of work', () => {
  it('state the finding, and the rate of every country', async () => {
    const { status, html } = await site.get('visitor', PAGE);
    expect(status).toBe(200);
    expect(html).toMatch(/<h1[^>]*>Architectural illustration costs USD\s8 to 75 an hour<\/h1>/);
    expect(html).toContain('10 freelancers in 8 countries.');
    for (const rate of ['70–75', '>40<', '>30<', '>20<', '>10<', '>8<'])
      expect(html).toContain(rate);
    expect(html).toContain('/freelancers?category=architectural-illustration&amp;place=PH');
    expect(html).toContain('/evidence/rates/architectural-illustration/PH');
    expect(html).toContain('/projects/new?category=architectural-illustration');
  });

  it('say nothing of shores to a visitor who named no country', async () => {
    const { html } = await site.get('visitor', PAGE);
    expect(html).not.toContain('Nearshore</span>');
    expect(html).toContain('Choose your country');
    expect(rowsOf(html)[0]).toContain('United States');
  });

  it('are seen from the country of the party acted for, or the one named', async () => {
    const own = await site.get('london', PAGE);
    expect(own.html).toContain('Distance is measured from your country, the United Kingdom.');
    expect(own.html).toContain('10 hours at the median rate cost USD\u00a0200.00');
    const row = (html: string, country: string) =>
      rowsOf(html).find((one) => one.includes(country)) ?? '';
    expect(row(own.html, 'Spain')).toMatch(/Nearshore.*400\.00.*200\.00 more/s);
    expect(row(own.html, 'Philippines')).toMatch(/Offshore.*80\.00.*120\.00 less/s);
    expect(row(own.html, 'United Kingdom')).toContain('Onshore');
    const named = await site.get('london', `${PAGE}?from=US&hours=100`);
    expect(row(named.html, 'Uruguay')).toMatch(/Nearshore.*800\.00.*less/s);
    expect(row(named.html, 'United States')).toMatch(/7,000\.00–(<[^>]*>)*7,500\.00/);
  });

  it('narrow by shore, shared hours and quality, and say when nobody is left', async () => {
    const near = await site.get('london', `${PAGE}?shore=nearshore`);
    expect(rowsOf(near.html)).toHaveLength(2);
    expect(near.html).toMatch(/costs USD\s10 to 40 an hour/);
    const awake = await site.get('london', `${PAGE}?shared=4`);
    expect(rowsOf(awake.html).join()).not.toContain('United States');
    const good = await site.get('london', `${PAGE}?score=4`);
    expect(good.html).toContain('Nobody fits this choice');
    const odd = await site.get('london', `${PAGE}?shore=moon&shared=99&hours=x&sort=y&from=XX`);
    expect(rowsOf(odd.html)).toHaveLength(8);
  });

  it('sort by every column, what is equal by name', async () => {
    const names = async (sort: string) =>
      rowsOf((await site.get('london', `${PAGE}?sort=${sort}`)).html).map(
        (row) => /<\/span><span>([^<]+)/.exec(row)?.[1],
      );
    expect((await names('rate')).slice(0, 3)).toEqual(['Philippines', 'Uruguay', 'India']);
    expect((await names('country'))[0]).toBe('Australia');
    expect((await names('-freelancers')).slice(0, 2)).toEqual(['United States', 'Philippines']);
    expect((await names('-shared'))[0]).toBe('United Kingdom');
  });

  it('come as CSV', async () => {
    const { html, headers } = await site.get('london', `${PAGE}/rates.csv?sort=rate&hours=20`);
    expect(headers.get('Content-Type')).toContain('text/csv');
    const [head, first] = html.split('\n');
    expect(head).toMatch(/^country,name,shore,currency,rate_low,rate_median/);
    expect(first).toMatch(
      /^PH,Philippines,offshore,USD,8\.00,8\.00,8\.00,2,0,,,,,0,20,160\.00,160\.00/,
    );
    expect(first).toMatch(/,-240\.00$/);
  });

  it('of nobody say so, and of nothing are not there', async () => {
    const none = await site.get('visitor', '/rates/bookkeeping');
    expect(none.html).toContain('Nobody is listed for Bookkeeping yet');
    expect((await site.get('visitor', '/rates/no-such-work')).status).toBe(404);
    expect((await site.get('visitor', '/rates/no-such-work/rates.csv')).status).toBe(404);
  });
});

describe('the evidence of a rate', () => {
  const SHEET = '/evidence/rates/architectural-illustration/US';

  it('names the freelancers behind it and computes it again', async () => {
    const { html } = await site.get('visitor', `${SHEET}?recompute=yes`);
    expect(html).toContain('Illustrator 0 of US');
    expect(html).toContain('USD\u00a070.00 / 72.25 / 75.00: the same as the page shows.');
    expect(html).toContain(`href="${SHEET}/rows.csv"`);
    const csv = await site.get('visitor', `${SHEET}/rows.csv`);
    expect(csv.html.trim().split('\n')).toHaveLength(3);
  });

  it('is not there where nobody is listed', async () => {
    expect((await site.get('visitor', SHEET.replace('US', 'FR'))).status).toBe(404);
    expect((await site.get('visitor', SHEET.replace('US', 'zz'))).status).toBe(404);
  });
});

describe('the rates by kind of work', () => {
  it('list every family with its span', async () => {
    const { html } = await site.get('visitor', '/rates');
    expect(html).toContain('Knowledge work');
    expect(html).toMatch(/An hour costs USD\s8 to 75, by what it is for/);
    expect(html).toContain('href="/rates/architectural-illustration"');
    expect(html).toMatch(/aria-current="page"[^>]*>Rates/);
  });

  it('lead to the kind that a form chose, with what it asks', async () => {
    const to = await site.get('visitor', '/rates?category=bookkeeping&from=GB&shore=&hours=20');
    expect(to.status).toBe(302);
    expect(to.location).toBe('/rates/bookkeeping?from=GB&hours=20');
  });
});

function rowsOf(html: string): string[] {
  const body = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return body.split('<tr').slice(1);
}
