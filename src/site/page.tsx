import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { styleSheet } from './style-sheet.ts';

/** Addresses of what pages share, where they do not stand alone. */
export interface LinkedAssets {
  readonly style: string;
  readonly script: string;
  /** Whether the pages come from a server that tells what changes. */
  readonly isServed: boolean;
}

/** A page of ours, of a site or alone. */
export interface Page {
  readonly title: string;
  /** What stands between the bar and the foot; it has the only `<h1>`. */
  readonly body: ComponentChildren;
  /** What stands in the bar; none where a page leads nowhere. */
  readonly bar?: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** Where absent, the page is one file: its style sheet is in it, and nothing else is loaded. */
  readonly assets?: LinkedAssets;
}

/** A road between two stops; in the page, so that nothing is asked for. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='#0d655d'/>" +
    "<path d='M8 25c0-8 16-6 16-13S14 7 9 7' fill='none' stroke='#fff' stroke-width='3' stroke-linecap='round'/>" +
    "<circle cx='8' cy='25' r='3.4' fill='#f4d58a'/></svg>",
)}`;

/** A whole page as HTML. It reads well without scripts, and loads nothing from elsewhere. */
export function page({ title, body, bar, foot, assets }: Page): string {
  const tree = (
    <html lang="en" data-served={assets?.isServed ? '' : undefined}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="create-backend" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={ICON} />
        {assets === undefined ? <OwnStyle /> : <Linked {...assets} />}
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the text
        </a>
        {bar !== undefined && <header class="bar">{bar}</header>}
        <main id="content" tabIndex={-1}>
          {body}
        </main>
        {foot !== undefined && <footer class="foot">{foot}</footer>}
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(tree)}\n`;
}

/**
 * The script stands in the head and blocks: the chosen colours are there before the first paint.
 * A server says by a header what may be loaded; a file has to say it itself.
 */
function Linked({ style, script, isServed }: LinkedAssets) {
  return (
    <>
      {!isServed && (
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
        />
      )}
      <link rel="stylesheet" href={style} />
      <script src={script} />
    </>
  );
}

/** Allowed by its hash; whatever else might slip into the page is not loaded and not run. */
function OwnStyle() {
  const css = styleSheet();
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return (
    <>
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </>
  );
}
