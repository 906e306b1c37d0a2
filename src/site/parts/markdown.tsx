import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { Code, QuotedCode } from './code.tsx';
import { typeset } from './typeset.ts';

/** How a link to another lesson is written, e.g. `lesson:03-create-and-read`. */
const LESSON_LINK = 'lesson:';

interface MarkdownProps {
  readonly text: string;
  /** Address of the lesson that a link names, e.g. `sqlite/01-it-forgets`. */
  readonly lessonLink: (name: string) => string;
}

type Links = MarkdownProps['lessonLink'];

/** A text of a lesson. HTML in it is shown as text: nothing that a resource brings becomes markup. */
export function Markdown({ text, lessonLink }: MarkdownProps) {
  return <>{blocks(lexer(text), lessonLink)}</>;
}

function blocks(tokens: readonly Token[], links: Links): ComponentChildren {
  return tokens.map((token) => block(token, links));
}

function block(token: Token, links: Links): ComponentChildren {
  switch (token.type) {
    case 'heading':
      return headingOf(token as Tokens.Heading, links);
    case 'paragraph':
      return <p>{inline(token.tokens, links)}</p>;
    case 'text':
      return inline(token.tokens ?? [token], links);
    case 'code':
      return codeOf(token as Tokens.Code);
    case 'list':
      return listOf(token as Tokens.List, links);
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [], links)}</blockquote>;
    case 'table':
      return tableOf(token as Tokens.Table, links);
    case 'hr':
      return <hr />;
    case 'html':
      return <p>{token.raw}</p>;
    default:
      return null;
  }
}

function headingOf({ depth, text, tokens }: Tokens.Heading, links: Links) {
  const id = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const Level = `h${Math.max(depth, 2)}` as 'h2';
  return <Level id={id}>{inline(tokens, links)}</Level>;
}

/** What stands behind the language is the path of the file. */
function codeOf({ lang = '', text }: Tokens.Code) {
  const [language = '', ...path] = lang.split(' ');
  if (path.length === 0) return <Code code={text} language={language} />;
  return <QuotedCode path={path.join(' ')} code={text} language={language} />;
}

function listOf({ items, ordered, start }: Tokens.List, links: Links) {
  const inside = items.map((item) => itemOf(item, links));
  if (ordered) return <ol start={Number(start)}>{inside}</ol>;
  return <ul class={items.some(({ task }) => task) ? 'task-list' : undefined}>{inside}</ul>;
}

function itemOf({ task, tokens }: Tokens.ListItem, links: Links) {
  const own = blocks(
    tokens.filter(({ type }) => type !== 'checkbox'),
    links,
  );
  if (!task) return <li>{own}</li>;
  return (
    <li>
      <label>
        <input type="checkbox" /> <span>{own}</span>
      </label>
    </li>
  );
}

function tableOf({ header, rows }: Tokens.Table, links: Links) {
  return (
    <div class="wide" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map(({ tokens }) => (
              <th scope="col">{inline(tokens, links)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map(({ tokens }) => (
                <td>{inline(tokens, links)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inline(tokens: readonly Token[] | undefined, links: Links): ComponentChildren {
  return (tokens ?? []).map((token, at) => inlineToken(token, links, at > 0));
}

/** @param isInside whether another part of the same line stands before it */
function inlineToken(token: Token, links: Links, isInside: boolean): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens, links)}</strong>;
    case 'em':
      return <em>{inline(token.tokens, links)}</em>;
    case 'codespan':
      return <code>{token['text']}</code>;
    case 'link':
      return <a href={addressOf(token as Tokens.Link, links)}>{inline(token.tokens, links)}</a>;
    case 'br':
      return <br />;
    case 'text':
      return token.tokens === undefined
        ? typeset(token['text'], isInside)
        : inline(token.tokens, links);
    default:
      return 'text' in token ? token['text'] : token.raw;
  }
}

/** A link may lead to another lesson or into the web, and nowhere else (`javascript:`). */
function addressOf({ href }: Tokens.Link, links: Links): string {
  if (href.startsWith(LESSON_LINK)) return links(href.slice(LESSON_LINK.length));
  return /^https?:/.test(href) ? href : '#';
}
