const FRAME_MS = 80;
const frames = ['-', '\\', '|', '/'];

/**
 * Turns a wheel before a label until the returned function is called, which clears the line.
 * It leaves the terminal's input mode alone, so that Ctrl-C stays an interrupt.
 */
export function startSpinner(stream: NodeJS.WriteStream, label: string): () => void {
  const since = Date.now();
  let turn = 0;
  let running = true;
  const draw = () => {
    const seconds = Math.round((Date.now() - since) / 1000);
    const text = `${frames[turn++ % frames.length]} ${label}${seconds > 0 ? ` ${seconds} s` : ''}`;
    stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return () => {
    if (!running) return;
    running = false;
    clearInterval(timer);
    stream.write('\r\u001b[2K');
  };
}
