import type { FastifyInstance } from 'fastify';

const JSON_IN_UTF8 = /^application\/json\s*(?!.*charset=(?!"?utf-8"?\s*(;|$)))(;|$)/i;

/** Accepts JSON in UTF-8 and nothing else; Fastify answers 415 for what no parser takes. */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  // `fatal`: bytes that are not UTF-8 are an error, not a silent U+FFFD.
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_IN_UTF8, { parseAs: 'buffer' }, (request, body, done) => {
    try {
      parseJson(request, utf8.decode(body as Buffer), done);
    } catch {
      done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }));
    }
  });
}
