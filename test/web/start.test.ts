import { afterAll, describe, expect, it } from 'vitest';
import { castMember } from '../cast/members.ts';
import { openProject } from '../cast/projects.ts';
import { castIllustrators } from '../cast/rates.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const client = await castMember(run, 'Mara Oduya');
const site = await serveAs(database, { client });
afterAll(() => site.stop());

describe('the start page', () => {
  it('of an empty market shows what was once reported, and says that nothing is open', async () => {
    const { html } = await site.get('visitor', '/');
    expect(html).toContain('/evidence/rates-2007');
    expect(html).toContain('No project is open now.');
    expect(html).not.toContain('0 freelancers');
  });

  it('of a market with people shows theirs, each number with its evidence', async () => {
    await castIllustrators(run);
    await openProject(run, client);
    const { html } = await site.get('visitor', '/');
    expect(html).toMatch(
      /An hour of architectural illustration costs USD\s8 in the Philippines or Uruguay and USD\s70 to 75 in the United States/,
    );
    expect(html).toContain('The same hour, eight shores');
    expect(html).toContain('href="/rates/architectural-illustration"');
    expect(html).toContain('10 freelancers');
    expect(html).toContain('in 8 countries');
    expect(html).toContain('one project is open');
  });

  it('offers as open only what is open, and says what it costs to join', async () => {
    const { html } = await site.get('visitor', '/');
    expect(html.match(/Opens with a later version/g)).toHaveLength(1);
    expect(html).toContain('href="/tasks/new"');
    expect(html).toContain('Do I have to invest anything?');
    expect(html).toContain('href="/which-way"');
    expect(html).toMatch(/<form[^>]*action="\/freelancers"/);
  });
});

describe('the fee calculator', () => {
  it('works from either end, to the cent', async () => {
    const wanted = await site.get('visitor', '/fees?who=freelancer&means=receives&amount=1000');
    expect(wanted.html).toMatch(/You receive USD\s1,000\.00; the client pays USD\s1,111\.11\./);
    const agreed = await site.get('visitor', '/fees?amount=0.05&currency=KWD');
    expect(agreed.html).toMatch(/You pay KWD\s0\.050; the freelancer receives KWD\s0\.045\./);
  });

  it('keeps what it cannot read, and says so', async () => {
    const { html } = await site.get('visitor', '/fees?amount=much&before=-1');
    expect(html).toContain('value="much"');
    expect(html).toContain('Write a number, such as 1200.00');
    expect(html).toContain('Write an amount to see both sums.');
  });
});

describe('which way fits', () => {
  it('asks first', async () => {
    const { html } = await site.get('visitor', '/which-way');
    expect(html).toContain('What kind of work is it?');
    expect(html).not.toContain('id="answer"');
  });

  it('answers with reasons and a cost', async () => {
    const address = '/which-way?shape=many&pieces=1,200&minutes=2&level=yes';
    const { html } = await site.get('visitor', `${address}&category=architectural-illustration`);
    expect(html).toContain('<h1 class="text-2xl">Tasks fit</h1>');
    expect(html).not.toContain('Opens with a later version');
    expect(html).toContain('Order tasks');
    expect(html).toContain('1,200 pieces of 2 minutes are 40 hours');
    expect(html).toContain('320.00');
    expect(html).toContain('href="/tasks/new"');
  });

  it('says what opens later, and what can be done today', async () => {
    const address = '/which-way?shape=running&level=yes&category=architectural-illustration';
    const { html } = await site.get('visitor', address);
    expect(html).toContain('Opens with a later version');
    expect(html).toContain('/projects/new?category=architectural-illustration');
  });

  it('shows the price at home to whoever told a country', async () => {
    const address = '/which-way?shape=one&hours=10&category=architectural-illustration&from=GB';
    const { html } = await site.get('visitor', address);
    expect(html).toContain('A project fits');
    expect(html).toMatch(/At the median rate in the United Kingdom, USD\s20/);
  });
});

describe('posting a project from a page about its kind of work', () => {
  it('has that kind chosen', async () => {
    const { html } = await site.get('client', '/projects/new?category=software');
    expect(html).toMatch(/<option value="software" selected/);
    const odd = await site.get('client', '/projects/new?category=%3Cb%3E');
    expect(odd.status).toBe(200);
    expect(odd.html).not.toContain('<b>');
  });
});
