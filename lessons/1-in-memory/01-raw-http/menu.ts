import { readOneOf } from '../../../src/checker/files/project-files.ts';

/** A request of the menu, as its author expects it to go. */
export interface Dish {
  readonly method: string;
  /** Without scheme, host and query, e.g. `/api/v1/tasks/1`. */
  readonly path: string;
  /** Statuses that the heading or a comment names. */
  readonly statuses: readonly number[];
}

const files = ['requests.http', 'requests.rest', 'api.http', 'http/requests.http'];
const requestLine = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+(\S+)/gm;
const variableLine = /^@([\w-]+)[ \t]*=[ \t]*(\S+)/gm;

/** The requests in a project's `requests.http`; the check fails where there is no such file. */
export function readMenu(project: string): Dish[] {
  return parseMenu(readOneOf(project, files));
}

/** The requests in a text: between `###` each, with comments that begin with `#` or `//`. */
export function parseMenu(text: string): Dish[] {
  const plain = withVariables(text.replaceAll('\r\n', '\n'));
  return plain.split(/^(?=###)/m).flatMap((part) => {
    const statuses = statusesIn(part);
    return [...part.matchAll(requestLine)].map(([, method, url]) => ({
      method: method!,
      path: pathOf(url!),
      statuses,
    }));
  });
}

/** Replaces `{{name}}` by what a line `@name = value` says. */
function withVariables(text: string): string {
  const known = new Map([...text.matchAll(variableLine)].map(([, name, value]) => [name, value!]));
  return text.replaceAll(/\{\{([\w-]+)\}\}/g, (whole, name) => known.get(name) ?? whole);
}

function statusesIn(part: string): number[] {
  const comments = part.split('\n').filter((line) => /^\s*(?:#|\/\/)/.test(line));
  return [...comments.join('\n').matchAll(/\b[1-5]\d\d\b/g)].map(([status]) => Number(status));
}

function pathOf(url: string): string {
  return url.replace(/^(?:https?:\/\/[^/]+|\{\{[^}]+\}\})/, '').replace(/[?#].*$/, '');
}
