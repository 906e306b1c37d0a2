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

/** A part of highlighted code: a text, or an element with the names of its class around others. */
export type CodeNode = ReturnType<typeof lowlight.highlight>['children'][number];

/** Code taken apart by what its words are; null where the language is not known. */
export function highlight(code: string, language: string): readonly CodeNode[] | null {
  return lowlight.registered(language) ? lowlight.highlight(language, code).children : null;
}
