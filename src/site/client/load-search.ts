/** Lets the field in the bar search; the index comes with the first look at it. */
export function offerSearch(): void {
  const place = document.querySelector<HTMLElement>('[data-search]');
  place?.querySelector('input')?.addEventListener('focus', () => void load(place), { once: true });
}

async function load({ dataset }: HTMLElement): Promise<void> {
  await script(`${dataset['search']}search-index.js`);
  await script(`${dataset['root']}search.js`);
}

/** A script and not fetched data: a page that was opened as a file may load that, too. */
function script(address: string): Promise<void> {
  return new Promise((resolve) => {
    const element = document.createElement('script');
    element.src = address;
    element.addEventListener('load', () => resolve());
    document.head.append(element);
  });
}
