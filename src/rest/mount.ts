/** Mounts the REST API below /api on the process's Hono app. */
import type { Hono } from 'hono';
import { answer, type Door, serveOperation } from './answer.ts';
import { mountDocs } from './docs-page.ts';
import type { Operation, RestServices } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { RestRefusal } from './problem.ts';
import { createRateLimits, DEFAULT_LIMITS } from './rate-limits.ts';

/** Call before the pages are mounted: it answers everything below /api. */
export function mountRest(app: Hono, services: RestServices): void {
  const door: Door = { services, limits: createRateLimits(services.limits ?? DEFAULT_LIMITS) };
  mountDocs(app, door);
  for (const [path, operations] of byPath(OPERATIONS)) mountPath(app, door, { path, operations });
  const nothing = () => Promise.reject(new RestRefusal('no_such_path'));
  app.all('/api', (c) => answer(c, door, nothing));
  app.all('/api/*', (c) => answer(c, door, nothing));
}

function byPath(operations: readonly Operation[]): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>();
  for (const operation of operations) {
    paths.set(operation.path, [...(paths.get(operation.path) ?? []), operation]);
  }
  return paths;
}

function mountPath(
  app: Hono,
  door: Door,
  { path, operations }: { path: string; operations: readonly Operation[] },
): void {
  const address = `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`;
  for (const operation of operations) {
    app.on(operation.method.toUpperCase(), address, (c) =>
      answer(c, door, (beside) => serveOperation(c, door, { operation, beside })),
    );
  }
  const methods = operations.map((one) => one.method.toUpperCase());
  const allow = (methods.includes('GET') ? [...methods, 'HEAD'] : methods).join(', ');
  const wrongMethod = () => {
    const headers = { Allow: allow };
    return Promise.reject(new RestRefusal('method_not_allowed', { data: { allow }, headers }));
  };
  app.all(address, (c) => answer(c, door, wrongMethod));
}
