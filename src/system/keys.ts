import { emitKeypressEvents } from 'node:readline';

/** Tells of single keys until the returned function is called. */
export type ListenForKeys = (onKey: (key: string) => void) => () => void;

/** Keys as they are pressed, without Enter; Ctrl-C goes on being an interrupt. */
export function terminalKeys(host: NodeJS.Process): ListenForKeys {
  return (onKey) => {
    const { stdin } = host;
    const hear = (text: string | undefined, key: { name?: string; ctrl?: boolean }) => {
      if (key.ctrl && key.name === 'c') host.kill(host.pid, 'SIGINT');
      else if (text !== undefined) onKey(text.toLowerCase());
    };
    emitKeypressEvents(stdin);
    stdin.setRawMode(true).on('keypress', hear).resume();
    return () => {
      stdin.off('keypress', hear).setRawMode(false).pause();
    };
  };
}
