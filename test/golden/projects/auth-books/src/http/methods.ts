import type { FastifyInstance } from 'fastify';

/**
 * Watches the routes that are added to `app`; the function it returns names the methods that the
 * path of a URL offers (RFC 9110, 10.2.1), sorted; none for an unknown path.
 */
export function collectMethods(app: FastifyInstance): (url: string) => string[] {
  const routes = new Map<string, { pattern: RegExp; methods: string[] }>();
  app.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: ['OPTIONS'] };
    route.methods.push(...[method].flat());
    routes.set(url, route);
  });
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    const found = [...routes.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => methods))].toSorted();
  };
}

/** Parameters are ids: `/abc` leads nowhere. */
function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace('*', '.*').replace(/:\w+/g, '[1-9]\\d*')}$`);
}
