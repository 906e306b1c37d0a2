import { parseResource } from '../../catalog/parse-resource.ts';
import type { Resource } from '../../catalog/resource.ts';
import { randomFrom } from '../../checker/values/random.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderTemplate } from '../../scaffold/render-template.ts';
import { templateValues } from '../../scaffold/template-values.ts';
import { grantWish } from './grant-wish.ts';
import type { Letter, Wish } from './letter.ts';

/** A letter as it arrives, and what it changes. */
export interface ReceivedLetter {
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  /** Paragraphs, with a blank line between them. */
  readonly text: string;
  /** The resource as the customer wants it. */
  readonly wanted: Resource;
}

/**
 * Draws one of the letters that fit the resource: the same seed draws the same letter.
 * @throws Error where none fits, which the presets and every smaller schema rule out
 */
export function drawLetter(letters: readonly Letter[], plan: Plan, seed: number): ReceivedLetter {
  const { resource } = plan;
  const random = randomFrom(seed, `mail-${letters[0]?.stage}`);
  const fitting = letters.filter(({ wishes }) => granted(wishes, resource).length > 0);
  if (fitting.length === 0) throw new Error(`no letter fits the resource ${resource.name}`);
  const letter = random.pick(fitting);
  const { wish, wanted } = random.pick(granted(letter.wishes, resource));
  return writeLetter(letter, wish, plan, wanted);
}

/** The wishes that can be granted: neither is their field there already, nor the limit reached. */
export function granted(wishes: readonly Wish[], resource: Resource) {
  return wishes.flatMap((wish) => {
    const schema = grantWish(wish, resource);
    const wanted = schema === null ? null : parseResource(schema).resource;
    return wanted === null ? [] : [{ wish, wanted }];
  });
}

/** Fills a letter in: the words of the plan's resource, and of the wish. */
export function writeLetter(
  { id, from, subject, text }: Letter,
  wish: Wish,
  plan: Plan,
  wanted: Resource,
): ReceivedLetter {
  const name = 'add' in wish ? wish.add : 'key' in wish ? wish.key : plan.resource.key.name;
  const asked = { ...wish, name, length: wanted.key.maxLength };
  const values = { ...templateValues(plan), wish: asked };
  const filled = { subject: renderTemplate(subject, values), text: renderTemplate(text, values) };
  return { id, from, ...filled, wanted };
}
