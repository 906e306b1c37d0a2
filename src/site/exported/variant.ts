import type { Stack } from '../../catalog/stacks.ts';
import type { Stage } from '../../catalog/stages.ts';
import type { Reader } from '../../scaffold/render-template.ts';

/** One way to read an exported site: the texts differ by language and by shell. */
export interface Variant {
  readonly stack: Stack;
  readonly shell: Reader['shell'];
  /** Stages that are written in the stack. */
  readonly stages: readonly Stage[];
}

/** What each shell is called. */
const shellNames: Readonly<Record<Variant['shell'], string>> = {
  posix: 'sh',
  powershell: 'PowerShell',
};

/** The folder of a variant's pages. */
export function folderOf({ stack, shell }: Variant): string {
  return shell === 'posix' ? stack.id : `${stack.id}-${shell}`;
}

/** What a variant is called in the switch. */
export function titleOf({ stack, shell }: Variant): string {
  return `${stack.language}, ${shellNames[shell]}`;
}
