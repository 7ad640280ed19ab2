/** A profile in the words of schema.org, as search engines read it. */
import { languageName } from '#domain/directory/language.ts';
import type { FreelancerPage } from '#domain/directory/queries/freelancer-page.ts';
import { decimalAmount } from '#domain/kernel/money.ts';

type Data = Record<string, unknown>;

/**
 * The person or the agency, and what is sold as a service: schema.org gives a rating to a service
 * and to an organization, but to no person. The rating is the plain mean of the stars that clients
 * gave, which is what the words there mean; without any it is left out.
 */
export function structuredData(
  freelancer: FreelancerPage,
  { address, stars }: { address: string; stars: { count: number; mean: number | null } },
): Data {
  const who = { '@id': `${address}#who` };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'ProfilePage',
        '@id': address,
        url: address,
        dateCreated: freelancer.since.toISOString(),
        dateModified: freelancer.changedAt.toISOString(),
        mainEntity: who,
      },
      { ...who, ...whoOf(freelancer, address) },
      {
        '@type': 'Service',
        '@id': `${address}#service`,
        name: freelancer.headline,
        serviceType: freelancer.categories.map(({ name }) => name),
        provider: who,
        ...offer(freelancer),
        ...rating(stars),
      },
    ],
  };
}

function whoOf(freelancer: FreelancerPage, address: string): Data {
  const { kind, name, headline, country, languages, skills } = freelancer;
  const agency = kind === 'agency';
  const known = {
    knowsLanguage: languages.map(({ code }) => ({
      '@type': 'Language',
      name: languageName(code),
      alternateName: code,
    })),
    knowsAbout: skills.map((skill) => skill.name),
  };
  return {
    '@type': agency ? 'Organization' : 'Person',
    name,
    url: address,
    description: headline,
    ...(agency ? {} : { jobTitle: freelancer.categories[0]?.name }),
    ...(country === null ? {} : { address: placeOf(country) }),
    ...known,
  };
}

function placeOf(country: string): Data {
  return { '@type': 'PostalAddress', addressCountry: country };
}

function offer({ rateLowMinor: low, rateHighMinor: high, currency }: FreelancerPage): Data {
  if (low === null) return {};
  return {
    offers: {
      '@type': 'Offer',
      priceCurrency: currency,
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        priceCurrency: currency,
        minPrice: decimalAmount(low, currency),
        maxPrice: decimalAmount(high ?? low, currency),
        unitCode: 'HUR',
      },
    },
  };
}

function rating({ count, mean }: { count: number; mean: number | null }): Data {
  if (mean === null || count === 0) return {};
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: mean.toFixed(2),
      ratingCount: count,
      bestRating: 5,
      worstRating: 1,
    },
  };
}
