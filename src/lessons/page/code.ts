import { createLowlight } from 'lowlight';
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import powershell from 'highlight.js/lib/languages/powershell';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import type { Output } from '../../system/output.ts';

type Style = Output['style'];
type Tree = ReturnType<typeof lowlight.highlight>;
type Node = Tree['children'][number];
type Paint = (text: string) => string;

const lowlight = createLowlight({
  bash,
  dockerfile,
  http,
  ini,
  json,
  powershell,
  sql,
  typescript,
  yaml,
});
const plain: Paint = (text) => text;

/** Code with its words coloured; as it is where the language is not known or colours are off. */
export function paintCode(code: string, language: string, style: Style): string {
  if (!style.isColorSupported || !lowlight.registered(language)) return code;
  return paintNodes(lowlight.highlight(language, code).children, plain, style);
}

function paintNodes(nodes: readonly Node[], paint: Paint, style: Style): string {
  return nodes.map((node) => paintNode(node, paint, style)).join('');
}

function paintNode(node: Node, paint: Paint, style: Style): string {
  if (node.type === 'text') return node.value.split('\n').map(paint).join('\n');
  if (node.type !== 'element') return '';
  return paintNodes(node.children as Node[], paintOf(node.properties['className'], style), style);
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
