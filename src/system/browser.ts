import type { Run, RunOptions } from './process.ts';

/** By platform, what opens an address in the person's browser. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the browser. Where there is none, nothing happens: the address was printed. */
export function openBrowser(
  address: string,
  { run, cwd, env }: Pick<RunOptions, 'cwd' | 'env'> & { readonly run: Run },
): void {
  const opener = openers[process.platform] ?? ['xdg-open'];
  void run([...opener, address], { cwd, env }).catch(() => {});
}
