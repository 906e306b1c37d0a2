import type { Output } from '../../system/output.ts';
import { highlight, type CodeNode } from './highlight.ts';

type Style = Output['style'];
type Paint = (text: string) => string;

const plain: Paint = (text) => text;

/** Code with its words coloured; as it is where the language is not known or colours are off. */
export function paintCode(code: string, language: string, style: Style): string {
  const nodes = style.isColorSupported ? highlight(code, language) : null;
  return nodes === null ? code : paintNodes(nodes, plain, style);
}

function paintNodes(nodes: readonly CodeNode[], paint: Paint, style: Style): string {
  return nodes.map((node) => paintNode(node, paint, style)).join('');
}

function paintNode(node: CodeNode, paint: Paint, style: Style): string {
  if (node.type === 'text') return node.value.split('\n').map(paint).join('\n');
  if (node.type !== 'element') return '';
  return paintNodes(
    node.children as CodeNode[],
    paintOf(node.properties['className'], style),
    style,
  );
}

/** By what the highlighter calls a word: `hljs-keyword`, or `hljs-title` and `function_`. */
function paintOf(names: unknown, style: Style): Paint {
  const [name] = names as string[];
  const paints: Readonly<Record<string, Paint>> = {
    'hljs-keyword': style.magenta,
    'hljs-literal': style.yellow,
    'hljs-number': style.yellow,
    'hljs-string': style.green,
    'hljs-regexp': style.green,
    'hljs-comment': style.dim,
    'hljs-attr': style.cyan,
    'hljs-attribute': style.cyan,
    'hljs-variable': style.cyan,
    'hljs-title': style.blue,
    'hljs-built_in': style.blue,
    'hljs-type': style.cyan,
    'hljs-section': style.bold,
  };
  return paints[name!] ?? plain;
}
