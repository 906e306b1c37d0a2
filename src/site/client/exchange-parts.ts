/** Exchanges those parts of this page that differ in another version of it. */
export function exchangeParts(html: string): void {
  const other = new DOMParser().parseFromString(html, 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = other.getElementById(part.id);
    if (now !== null && withoutOpened(now) !== withoutOpened(part)) part.replaceWith(now);
  }
}

/** What was unfolded by hand makes no difference. */
function withoutOpened(part: Element): string {
  return part.outerHTML.replaceAll(/ open=""| open(?=[ >])/g, '');
}
