import { parse } from 'yaml';
import { layers, type Prediction } from '../src/lessons/predict/prediction.ts';

/** A prediction as its author writes it: its texts are still in the dialect. */
export interface AuthoredPrediction extends Pick<
  Prediction,
  'as' | 'choices' | 'answer' | 'decides'
> {
  readonly question: string;
  readonly before: readonly string[];
  readonly request: string;
  readonly why: string;
}

interface Rule {
  readonly wants: string;
  readonly holds: (value: unknown, all: Readonly<Record<string, unknown>>) => boolean;
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isRequest = (value: unknown) => isText(value) && /^[A-Z]+ \/\S*/.test(String(value));
const areStatuses = (value: unknown) =>
  Array.isArray(value) &&
  value.length >= 3 &&
  new Set(value).size === value.length &&
  value.every((status) => Number.isInteger(status) && status >= 100 && status <= 599);

const rules: Readonly<Record<keyof Prediction, Rule>> = {
  question: { wants: 'a text', holds: isText },
  as: {
    wants: 'nobody or newcomer, or nothing',
    holds: (value) => [undefined, 'nobody', 'newcomer'].includes(value as undefined),
  },
  before: {
    wants: 'a list of requests, or nothing',
    holds: (value) => value === undefined || (Array.isArray(value) && value.every(isRequest)),
  },
  request: { wants: 'a method and a path, then headers and a body', holds: isRequest },
  choices: { wants: 'at least three different statuses', holds: areStatuses },
  answer: {
    wants: 'one of the choices',
    holds: (value, { choices }) => Array.isArray(choices) && choices.includes(value),
  },
  decides: {
    wants: `one of ${layers.join(', ')}`,
    holds: (value) => layers.includes(value as 'router'),
  },
  why: { wants: 'a text', holds: isText },
};

/**
 * Reads a `predict.yaml`.
 * @param path below the folder of the lessons, for messages
 * @throws Error that names every fault
 */
export function readPredictions(path: string, text: string): AuthoredPrediction[] {
  const list = parse(text) as unknown;
  if (!Array.isArray(list) || list.length === 0) throw new Error(`${path} holds no list`);
  const faults = list.flatMap((each, at) => faultsOf(each, at + 1));
  if (faults.length > 0) throw new Error(`${path}:\n  ${faults.join('\n  ')}`);
  return (list as AuthoredPrediction[]).map((each) => ({ ...each, before: each.before ?? [] }));
}

function faultsOf(authored: unknown, number: number): string[] {
  const all = (authored ?? {}) as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(all)
    .filter((key) => !Object.hasOwn(rules, key))
    .map((key) => `${number}: there is no key ${key}`);
  const wrong = Object.entries(rules)
    .filter(([key, { holds }]) => !holds(all[key], all))
    .map(([key, { wants }]) => `${number}: ${key} must be ${wants}`);
  return [...unknown, ...wrong];
}
