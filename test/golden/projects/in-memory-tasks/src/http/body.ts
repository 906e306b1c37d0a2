import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';

const JSON_IN_UTF8 = /^application\/json\s*(?!.*charset=(?!"?utf-8"?\s*(;|$)))(;|$)/i;

/** Accepts JSON in UTF-8 and nothing else; Fastify answers 415 for what no parser takes. */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(JSON_IN_UTF8, { parseAs: 'buffer' }, (request, body, done) => {
    // Decoding would turn every wrong byte into U+FFFD without a word.
    if (isUtf8(body)) parseJson(request, body.toString(), done);
    else done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }));
  });
}
