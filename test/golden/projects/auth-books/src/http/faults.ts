import type { FastifyError } from 'fastify';
import type { Fault } from '../errors.ts';

const ROOTS: Record<string, string> = { body: '/body', querystring: '/query' };

/** All faults that zod found in one part of a request, as JSON Pointers (RFC 6901). */
export function faultsOf(error: FastifyError): Fault[] {
  const root = ROOTS[error.validationContext ?? ''] ?? '';
  return (error.validation ?? []).flatMap(({ instancePath, keyword, params, message }) => {
    const pointer = root + (instancePath === '/' ? '' : instancePath);
    if (keyword !== 'unrecognized_keys') return [{ pointer, detail: message ?? 'is not allowed' }];
    return (params['keys'] as string[]).map((key) => unknownField(pointer, key));
  });
}

function unknownField(parent: string, key: string): Fault {
  // A name of any length may be sent; it is not echoed.
  const name = key.length > 100 ? `${key.slice(0, 100)}…` : key;
  const token = name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
  return { pointer: `${parent}/${token}`, detail: 'is not a field that can be set' };
}
