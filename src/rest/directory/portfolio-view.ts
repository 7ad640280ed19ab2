import { z } from '@hono/zod-openapi';
import type { PortfolioItem } from '#domain/directory/queries/portfolio.ts';
import { AT, IDS } from '../examples.ts';
import { time } from '../present.ts';
import { id, instant, orNull } from '../schema.ts';

const picture = z
  .strictObject({
    large: z.string().openapi({ description: 'A WebP at most 1200 pixels wide.' }),
    small: z.string().openapi({ description: 'The same, at most 400 wide.' }),
    width: z.int(),
    height: z.int(),
  })
  .openapi('Picture');

export const portfolioItem = z
  .strictObject({
    id,
    title: z.string(),
    about: z.string().openapi({ description: 'Markdown.' }),
    alt: z.string().openapi({ description: 'What is to be seen, in words.' }),
    link: z.string(),
    category: z.string().nullable(),
    picture: orNull(picture),
    added_at: instant,
    hidden: z.boolean().openapi({ description: 'By an operator; only the owner sees it then.' }),
  })
  .openapi('PortfolioItem');

export const itemExample = {
  id: IDS.file,
  title: 'Harbour at dusk',
  about: '',
  alt: 'A lit pier between two warehouses',
  link: 'https://example.org/harbour',
  category: 'architectural-illustration',
  picture: {
    large: `/portfolio/${IDS.file}/1200.webp`,
    small: `/portfolio/${IDS.file}/400.webp`,
    width: 1200,
    height: 675,
  },
  added_at: AT,
  hidden: false,
};

export function presentItem(item: PortfolioItem) {
  const { width, height } = item;
  const at = (size: number) => `/portfolio/${item.id}/${size}.webp`;
  return {
    id: item.id,
    title: item.title,
    about: item.about,
    alt: item.alt,
    link: item.link,
    category: item.category,
    picture:
      width === null || height === null ? null : { large: at(1200), small: at(400), width, height },
    added_at: time(item.addedAt),
    hidden: item.hiddenAt !== null,
  };
}
