const freelancers = (count: number) =>
  `${count.toLocaleString('en')} freelancer${count === 1 ? '' : 's'}`;
const countries = (count: number) => (count === 1 ? 'one country' : `${count} countries`);
const hours = (count: number) => `${count} hour${count === 1 ? '' : 's'}`;

export const rates = {
  title: 'Rates',
  families: {
    'back-office': 'Back office',
    'front-office': 'Front office',
    knowledge: 'Knowledge work',
    household: 'Personal and household',
  },
  overview: {
    head: (span: string) => `An hour costs ${span}, by what it is for`,
    none: 'What an hour costs, by what it is for',
    lead: 'Choose a kind of work to see its rates by country, near and far, with the quality that comes with them. Every rate is what a listed freelancer asks.',
    columns: { category: 'Kind of work', rate: (currency: string) => `Rate, ${currency}/h` },
    freelancers: 'Freelancers',
    nobody: 'nobody yet',
    caption: (family: string) => `Rates in ${family}`,
  },
  finding: (category: string, span: string) => `${category} costs ${span} an hour`,
  findingNone: (category: string) => `Nobody is listed for ${category} yet`,
  findingNoneHere: (category: string) => `Nobody for ${category} fits this choice`,
  lead: (count: number, places: number) => `${freelancers(count)} in ${countries(places)}.`,
  spread: (times: string) => `The dearest hour costs ${times} times the cheapest.`,
  seenFrom: (country: string) => `Distance is measured from your country, ${country}.`,
  seenFromNowhere:
    'Choose your country to see what is near, how many hours you share, and what onshore would cost.',
  form: {
    label: 'Which rates',
    category: 'Kind of work',
    from: 'Your country',
    nowhere: 'Not said',
    shore: 'Shore',
    anyShore: 'All shores',
    shared: 'Hours shared with you',
    sharedAt: (count: number) => `at least ${count} h`,
    quality: 'Quality at least',
    qualityAt: (score: number) => `${score.toFixed(1)} of 5`,
    any: 'Any',
    hours: 'Hours of work',
    show: 'Show rates',
  },
  filters: {
    shore: (shore: string) => `Shore: ${shore}`,
    shared: (count: number) => `${hours(count)} shared or more`,
    quality: (score: string) => `Quality ${score} or better`,
  },
  chart: {
    title: (currency: string) => `Hourly rate by country, ${currency}`,
    label: (finding: string) => `${finding}. The table below has the same numbers.`,
    legend: 'Lowest to highest; the tick is the median.',
    part: (shown: number, all: number) =>
      `${shown} of ${all} countries are drawn; the table has all.`,
  },
  table: {
    title: 'The numbers',
    caption: (category: string) => `${category}: hourly rates by country`,
    csv: 'CSV',
    country: 'Country',
    rate: (currency: string) => `Rate, ${currency}/h`,
    perHour: (currency: string) => `${currency}/h`,
    median: 'Median',
    freelancers: 'Freelancers',
    quality: 'Quality, 95% interval',
    qualityShort: 'Quality, 95%',
    noQuality: 'new',
    onTime: 'On time',
    shared: 'Hours shared',
    sharedHours: (count: string) => `${count} h`,
    noneShared: 'none',
    notKnown: '–',
    cost: (count: number, currency: string) => `${hours(count)} cost, ${currency}`,
    difference: 'Against onshore',
    less: (sum: string) => `${sum} less`,
    more: (sum: string) => `${sum} more`,
    same: 'the same',
    onshore: 'onshore',
    together: 'Together',
    sortBy: 'Sort by',
  },
  sorts: {
    '-rate': 'highest rate',
    rate: 'lowest rate',
    median: 'median',
    freelancers: 'freelancers',
    quality: 'quality',
    onTime: 'on time',
    shared: 'hours shared',
    country: 'country',
  },
  onshore: {
    finding: (count: number, median: string, country: string) =>
      `Onshore, in ${country}, ${hours(count)} at the median rate cost ${median}.`,
    nobody: (country: string) =>
      `Nobody in ${country} is listed for this, so there is no onshore price to compare with.`,
  },
  source: {
    text: 'Rates are what listed freelancers ask now: the lowest, the median of what lies halfway between each one’s low and high, and the highest. Nothing is converted and nobody is left out.',
    quality:
      'Quality is the mean of the scores of those who have one, with the interval in which it lies 95 times of 100.',
    onTime: 'On time is the mean of their on-time rates.',
    shared: 'Hours shared compare 9 to 17 by the main clocks of both countries today.',
    difference: 'The difference compares median rates.',
    how: 'How a score is computed',
  },
  ask: {
    title: (places: number) =>
      places === 1 ? 'Ask all of them at once.' : `Ask all ${places} countries at once.`,
    text: (most: number) =>
      most === 0
        ? 'Post the work; freelancers answer with a price, a date and a plan, sealed from each other.'
        : `Post the work; up to ${most} freelancers who fit are told, and answer with a price, a date and a plan, sealed from each other.`,
    act: 'Post a project',
    browse: (category: string) => `All about ${category}`,
  },
  empty: {
    title: 'No rates yet',
    text: 'Rates appear as soon as a freelancer lists a profile in this kind of work. Post a project now: whoever finds it may propose.',
    none: 'Other kinds of work',
    filteredTitle: 'Nobody fits this choice',
    filtered:
      'There are freelancers for this work, but none on this shore with this overlap and quality.',
    all: 'Show all rates',
  },
  sheet: {
    title: (category: string, country: string) => `${category} in ${country}`,
    name: (category: string, country: string) => `${category} in ${country}, hourly rate`,
    value: (span: string) => `${span} an hour`,
    formula:
      'lowest = the smallest low of all; highest = the largest high of all; median = the middle one of each freelancer’s (low + high) ÷ 2 in order, or halfway between the two middle ones',
    lowest: (name: string) => `Lowest, ${name}`,
    median: (count: number) => `Median of ${freelancers(count)}`,
    highest: (name: string) => `Highest, ${name}`,
    several: (name: string, more: number) => (more === 0 ? name : `${name} and ${more} more`),
    origin:
      'The listed profiles below, as they stand now. Suspended members and unlisted profiles are left out.',
    rows: 'Freelancers and their rates',
    columns: { name: 'Freelancer', low: 'Low', high: 'High', middle: 'Middle', quality: 'Quality' },
    part: (shown: number, all: number) =>
      `${shown} of ${all}, by the middle of their rates. All are in the CSV.`,
    quality: {
      title: 'Quality of them together',
      text: (of: { mean: string; low: string; high: string; count: number }) =>
        `${of.mean}, ${of.low}–${of.high}: the mean score of ${freelancers(of.count)} with a score, give or take 1.96 × √(v ÷ n). v is the larger of how much their scores differ (the sample’s variance) and how unsure each one is (the mean of its squared standard error).`,
      none: 'None of them has a score yet.',
      onTime: (share: string) => `On time: ${share}, the mean of their on-time rates.`,
    },
    recomputed: 'Recomputed from every single rate',
    equal: (span: string) => `${span}: the same as the page shows.`,
    notEqual: (found: string, shown: string) => `${found}, but the page shows ${shown}.`,
    csv: 'All rows, CSV',
    back: 'Back to the rates',
  },
};
