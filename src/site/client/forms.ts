import { exchangeParts } from './exchange-parts.ts';

/** Sends forms without leaving the page; the parts that change by it are exchanged. */
export function sendFormsInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset['swap'] === undefined) return;
    event.preventDefault();
    void send(form, form.dataset['swap']);
  });
}

async function send(form: HTMLFormElement, part: string): Promise<void> {
  const button = form.querySelector('button');
  if (button !== null) {
    button.disabled = true;
    button.textContent = button.dataset['busy'] ?? button.textContent;
  }
  const body = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, `${value}`]),
  );
  const response = await fetch(form.action, { method: 'POST', body });
  if (!response.ok) return form.submit();
  exchangeParts(await response.text());
  document.getElementById(part)?.querySelector<HTMLElement>('[data-news]')?.focus();
}
