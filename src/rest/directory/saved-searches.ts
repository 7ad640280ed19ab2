import { z } from '@hono/zod-openapi';
import {
  changeSavedSearch,
  dropSavedSearch,
  saveSearch,
} from '#domain/directory/commands/save-search.ts';
import {
  type SavedSearch,
  savedSearch,
  savedSearches,
} from '#domain/directory/queries/saved-searches.ts';
import { SAVED_SEARCH_LIMITS, SEARCH_KINDS } from '#domain/directory/saved-search.ts';
import { requireOwnKey } from '../accounts/own-account.ts';
import { AT, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeOrNull } from '../present.ts';
import { id, instant, list, text } from '../schema.ts';

const name = text(SAVED_SEARCH_LIMITS.nameChars, 1);
const query = text(SAVED_SEARCH_LIMITS.queryChars).openapi({
  description: 'As the address of the search page asks it, such as category=software&place=ES.',
});
const alerts = z.boolean().openapi({ description: 'Tells of what comes, at most once a day.' });

const view = z
  .strictObject({
    id,
    kind: z.enum(SEARCH_KINDS),
    name: z.string(),
    query: z.string(),
    alerts,
    made_at: instant,
    told_at: instant.nullable(),
  })
  .openapi('SavedSearch');

const example = {
  id: IDS.other,
  kind: 'freelancers' as const,
  name: 'Renderers in Spain',
  query: 'category=architectural-illustration&place=ES&rate_to=50',
  alerts: true,
  made_at: AT,
  told_at: null,
};

const params = { searchId: id.openapi({ example: IDS.other }) };

export const savedSearchOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/saved-searches',
    id: 'listSavedSearches',
    tag: 'Directory',
    summary: 'The searches that the member keeps',
    scope: 'read',
    answer: { schema: list(view), example: { items: [example] } },
    async handle({ db, actor }) {
      requireOwnKey(actor);
      return { body: { items: (await savedSearches(db, actor)).map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/saved-searches',
    id: 'saveSearch',
    tag: 'Directory',
    summary: 'Keep a search, and be told of what comes',
    scope: 'work',
    body: {
      schema: z.strictObject({
        kind: z.enum(SEARCH_KINDS),
        name,
        query,
        alerts: alerts.default(true),
      }),
      example: { kind: 'freelancers', name: 'Renderers in Spain', query: 'place=ES' },
    },
    answer: { status: 201, schema: view, example },
    refuses: ['input_invalid', 'already_done'],
    async handle(call) {
      requireOwnKey(call.actor);
      const { searchId } = await call.act(saveSearch, call.body, call.actor.memberId);
      const search = await savedSearch(call.db, call.sight, searchId);
      return { body: present(search), location: '/saved-searches' };
    },
  }),
  operation({
    method: 'patch',
    path: '/saved-searches/{searchId}',
    id: 'changeSavedSearch',
    tag: 'Directory',
    summary: 'Change a kept search; alerts turned on tell of what comes from then',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ name, query, alerts }).partial(),
      example: { alerts: false },
    },
    answer: { schema: view, example: { ...example, alerts: false } },
    refuses: ['input_invalid'],
    async handle(call) {
      requireOwnKey(call.actor);
      const { searchId } = call.params;
      const given = Object.entries(call.body).filter(([, value]) => value !== undefined);
      const input = { ...Object.fromEntries(given), searchId };
      await call.act(changeSavedSearch, input, call.actor.memberId);
      return { body: present(await savedSearch(call.db, call.sight, searchId)) };
    },
  }),
  operation({
    method: 'delete',
    path: '/saved-searches/{searchId}',
    id: 'dropSavedSearch',
    tag: 'Directory',
    summary: 'Forget a kept search',
    scope: 'work',
    params,
    answer: { schema: list(view), example: { items: [] } },
    async handle(call) {
      requireOwnKey(call.actor);
      await call.act(dropSavedSearch, call.params, call.actor.memberId);
      return { body: { items: (await savedSearches(call.db, call.sight)).map(present) } };
    },
  }),
];

function present(search: SavedSearch) {
  return {
    id: search.id,
    kind: search.kind,
    name: search.name,
    query: search.query,
    alerts: search.alerts,
    made_at: time(search.madeAt),
    told_at: timeOrNull(search.toldAt),
  };
}
