/** Who asks the crowd for work. Firms of two words that nobody is called. */
import type { OrganizationKind } from '#domain/accounts/profile.ts';

export type Client = {
  key: string;
  /** The person who signs in. */
  name: string;
  firm: { name: string; kind: OrganizationKind } | null;
  country: string;
  zone: string;
  currency: 'USD' | 'EUR' | 'GBP';
  /** How easy it is to work for, 0 to 1. */
  fair: number;
};

/** Person, firm or a dash, country, clock, currency, fairness. */
const ROWS = `
Helen Marsden|Aldergate Housing|GB|Europe/London|GBP|.9
Piet Verhoef|Kanaal Bicycles|NL|Europe/Amsterdam|EUR|.95
Joyce Tremblay|Snowline Foods|CA|America/Toronto|USD|.85
Marco Zanetti|Officina Zanetti|IT|Europe/Rome|EUR|.6
Rebecca Oyelaran|Greenmarket Lagos|NG|Africa/Lagos|USD|.8
Ulrike Stamm|Stamm Museum Works|DE|Europe/Berlin|EUR|.9
Daniel Whitford|Whitford Dental|US|America/Chicago|USD|.7
Amélie Dubost|Dubost Tea|FR|Europe/Paris|EUR|.95
Kenji Arai|Arai Machine Tools|JP|Asia/Tokyo|USD|.9
Sofía Landa|Landa Hoteles|MX|America/Mexico_City|USD|.75
Bridget Nolan|-|IE|Europe/Dublin|EUR|.9
Aksel Rønning|Fjordkant Ferries|NO|Europe/Oslo|USD|.85
Patricia Gomes|Maré Publishers|BR|America/Sao_Paulo|USD|.8
Yusuf Demir|Demir Packaging|TR|Europe/Istanbul|USD|.5
Charlotte Hale|Open Gate School|AU|Australia/Sydney|USD|.95
Sanjay Wadia|Wadia Pumps|IN|Asia/Kolkata|USD|.65
Emma Lindqvist|-|SE|Europe/Stockholm|EUR|.9
Grant Sutter|Sutter Orchards|US|America/Los_Angeles|USD|.85
Noor van Dam|Stadshart Bureau|NL|Europe/Amsterdam|EUR|.8
Thomas Achterberg|Achterberg Legal|BE|Europe/Brussels|EUR|.7
Lina Haddad|Cedar Press|AE|Asia/Dubai|USD|.9
Moses Kiplagat|Rift Valley Coops|KE|Africa/Nairobi|USD|.85
Victoria Pearce|-|GB|Europe/London|GBP|.4
Chen Rui|Lantern Games|SG|Asia/Singapore|USD|.8
Ingrid Solberg|-|US|America/New_York|USD|.95`;

export const CLIENTS: readonly Client[] = ROWS.trim()
  .split('\n')
  .map((row, index) => {
    const [name = '', firm = '-', country = '', zone = '', currency, fair] = row.split('|');
    return {
      key: `c${String(index + 1).padStart(2, '0')}`,
      name,
      firm: firm === '-' ? null : { name: firm, kind: 'client' },
      country,
      zone,
      currency: currency as Client['currency'],
      fair: Number(fair),
    };
  });
