import { exchangeParts } from './exchange-parts.ts';

/** Follows what changes in the project, where the page is served and not just a file. */
export function followChanges(): void {
  if (document.querySelector('[data-live]') === null) return;
  if (document.documentElement.dataset['served'] === undefined) return;
  const events = new EventSource('/events');
  events.addEventListener('changed', () => void refresh());
}

async function refresh(): Promise<void> {
  const response = await fetch(location.href);
  if (response.ok) exchangeParts(await response.text());
}
