import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { requireMember } from '#domain/accounts/permission.ts';
import { addPortfolioItem } from '#domain/directory/commands/add-portfolio-item.ts';
import {
  changePortfolioItem,
  movePortfolioItem,
  removePortfolioItem,
} from '#domain/directory/commands/change-portfolio-item.ts';
import { notePicture } from '#domain/directory/commands/loose-picture.ts';
import { PORTFOLIO_LIMITS } from '#domain/directory/portfolio.ts';
import { portfolioOf } from '#domain/directory/queries/portfolio.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf, namedId, newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { keepPicture, PICTURE_LIMITS, type PictureShape } from '#platform/picture.ts';
import { IDS } from '../examples.ts';
import { type Operation, operation, type RestServices } from '../operation.ts';
import { RestRefusal } from '../problem.ts';
import { id, list, text } from '../schema.ts';
import { itemExample, portfolioItem, presentItem } from './portfolio-view.ts';

const { titleChars, aboutChars, altChars, linkChars } = PORTFOLIO_LIMITS;

const words = {
  title: text(titleChars, 1).openapi({ example: 'Harbour at dusk' }),
  about: text(aboutChars).openapi({ description: 'Markdown.' }),
  alt: text(altChars).openapi({ description: 'What is to be seen; a picture needs it.' }),
  link: text(linkChars).openapi({ description: 'A web address, or empty.' }),
};

const category = text(60, 1).openapi({ description: 'A slug.' });
const itemParams = { itemId: id.openapi({ example: IDS.file }) };

export const portfolioOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/me/freelancer/portfolio',
    id: 'addPortfolioItem',
    tag: 'Directory',
    summary: 'Show something in the portfolio, with its picture as the body',
    description:
      'The body is the picture itself, a JPEG, PNG, WebP or AVIF of at most 15 MB and 40 megapixels, or empty for an item without one. It is drawn again in two sizes; nothing else of it is kept.',
    scope: 'work',
    upload: true,
    query: {
      title: words.title,
      about: words.about.default(''),
      alt: words.alt.default(''),
      link: words.link.default(''),
      category: category.optional(),
    },
    answer: { status: 201, schema: portfolioItem, example: itemExample },
    refuses: ['picture_refused', 'file_too_large', 'too_many_files', 'input_invalid', 'busy'],
    async handle(call) {
      const { actor, key, request, services } = call;
      if (request.headers.get('Content-Type')?.startsWith('multipart/')) {
        const data = { expected: 'application/octet-stream, with the picture as the whole body' };
        throw new RestRefusal('media_type_unsupported', { data });
      }
      requireMember(actor, 'propose');
      const { itemId, picture } = await receive(services, request, { key, actor });
      const { category: slug = null, ...given } = call.query;
      const input = { ...given, category: slug, itemId, picture };
      await call.act(addPortfolioItem, input, itemId);
      return { body: await present(call.db, actor, itemId), location: '/me/freelancer' };
    },
  }),
  operation({
    method: 'patch',
    path: '/me/freelancer/portfolio/{itemId}',
    id: 'changePortfolioItem',
    tag: 'Directory',
    summary: 'Change the words of an item, or its place; its picture stays',
    scope: 'work',
    params: itemParams,
    body: {
      schema: z
        .strictObject({
          ...words,
          category: category.nullable(),
          move: z.enum(['up', 'down']).openapi({ description: 'One place.' }),
        })
        .partial(),
      example: { title: 'Harbour of Constanța at dusk' },
    },
    answer: { schema: portfolioItem, example: itemExample },
    refuses: ['input_invalid'],
    async handle(call) {
      const { itemId } = call.params;
      const { move, ...given } = call.body;
      const parts = Object.entries(given).filter(([, value]) => value !== undefined);
      if (move !== undefined && parts.length > 0) {
        return refuse('input_invalid', { rule: 'alone' }, 'move');
      }
      if (move === undefined) {
        const input = { ...Object.fromEntries(parts), itemId };
        await call.act(changePortfolioItem, input, call.actor.partyId);
      } else {
        await call.act(movePortfolioItem, { itemId, to: move }, call.actor.partyId);
      }
      return { body: await present(call.db, call.actor, itemId) };
    },
  }),
  operation({
    method: 'delete',
    path: '/me/freelancer/portfolio/{itemId}',
    id: 'removePortfolioItem',
    tag: 'Directory',
    summary: 'Remove an item and its picture',
    scope: 'work',
    params: itemParams,
    answer: { schema: list(portfolioItem), example: { items: [itemExample] } },
    async handle(call) {
      const { itemId } = call.params;
      await call.act(removePortfolioItem, { itemId }, call.actor.partyId);
      const left = await portfolioOf(call.db, call.actor.partyId, { hidden: true });
      return { body: { items: left.map(presentItem) } };
    },
  }),
];

type Receiving = { key: string | undefined; actor: MemberActor };

/**
 * Keeps the picture under the id of its item-to-be. Under an Idempotency-Key the id follows from
 * the key and the bytes, so that the same request is the same item.
 */
async function receive(
  services: RestServices,
  request: Request,
  { key, actor }: Receiving,
): Promise<{ itemId: string; picture: PictureShape | null }> {
  const { files, run } = services;
  const { memberId, partyId } = actor;
  const home = homeOf(partyId);
  const draftId = newId(home);
  await run(notePicture, { pictureId: draftId }, { actor, root: draftId });
  try {
    const mostBytes = PICTURE_LIMITS.bytes;
    const sent = await files.save(draftId, request.body ?? Readable.from([]), { mostBytes });
    const itemId =
      key === undefined
        ? newId(home)
        : namedId(home, 'portfolio', memberId, partyId, key, sent.sha256);
    if (sent.sizeBytes === 0) return { itemId, picture: null };
    await run(notePicture, { pictureId: itemId }, { actor, root: itemId });
    return { itemId, picture: await keepPicture(files, itemId, files.read(draftId)) };
  } finally {
    await files.remove(draftId);
  }
}

async function present(db: ReadDb, actor: MemberActor, itemId: string) {
  const items = await portfolioOf(db, actor.partyId, { hidden: true });
  const item = items.find((one) => one.id === itemId);
  return item === undefined ? refuse('not_found', { thing: 'portfolio_item' }) : presentItem(item);
}
