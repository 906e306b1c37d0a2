import type { Token, Tokens } from 'marked';
import type { Output } from '../../system/output.ts';

type Style = Output['style'];

/** How a link to another lesson is written: `lesson:03-create-and-read`. */
const LESSON_LINK = 'lesson:';

/** How a run of the kit shows Markdown. */
export interface Look {
  readonly style: Style;
  readonly symbols: Output['symbols'];
  /** Columns that prose may take. */
  readonly width: number;
  /** What a person types to read another lesson, e.g. `create-backend lesson`. */
  readonly lessonCommand: string;
}

/** Words with their emphasis; where colours are off, code keeps its backticks. */
export function inlineText(tokens: readonly Token[] | undefined, look: Look): string {
  return (tokens ?? []).map((token) => inlineToken(token, look)).join('');
}

function inlineToken(token: Token, look: Look): string {
  const { style } = look;
  const inside = () => inlineText((token as Tokens.Strong).tokens, look);
  switch (token.type) {
    case 'strong':
      return style.bold(inside());
    case 'em':
      return style.italic(inside());
    case 'codespan':
      return style.isColorSupported ? style.cyan(token['text'] as string) : token.raw;
    case 'link':
      return linkText(inside(), (token as Tokens.Link).href, look);
    case 'br':
      return '\n';
    case 'text':
      return 'tokens' in token ? inside() : proseOf(token as Tokens.Text);
    default:
      return 'text' in token ? (token['text'] as string) : token.raw;
  }
}

/** A line break in the source of a paragraph is a space. */
function proseOf({ text }: Tokens.Text): string {
  return text.replaceAll('\n', ' ');
}

function linkText(text: string, href: string, { style, lessonCommand }: Look): string {
  const isLesson = href.startsWith(LESSON_LINK);
  const target = isLesson ? `${lessonCommand} ${href.slice(LESSON_LINK.length)}` : href;
  return target === text ? style.underline(text) : `${text} ${style.dim(`(${target})`)}`;
}
