import { exitCodes } from '../exitCodes';
import type { Terminal } from './terminal';

const clearLine = '\r\u001b[K';

/** The terminal, or the pipes, that this process was started with. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const showsBar = stderr.isTTY === true && process.env.TERM !== 'dumb';
  let barShown = false;
  let interrupted: (() => void) | undefined;

  const clearBar = () => {
    if (barShown) stderr.write(clearLine);
    barShown = false;
  };
  const interrupt = () => {
    const tell = interrupted;
    interrupted = undefined;
    clearBar();
    if (tell) tell();
    else process.exit(exitCodes.interrupted);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  // whoever read the pipe has seen enough (| head)
  let closed = false;
  stdout.on('error', error => {
    if (!closed && (error as NodeJS.ErrnoException).code !== 'EPIPE') {
      stderr.write(`The output can’t be written: ${error.message.split('\n')[0]}.\n`);
      process.exit(exitCodes.unreadable);
    }
    closed = true;
    if (!interrupted) process.exit(exitCodes.done);
    interrupt();
  });
  stderr.on('error', () => {});

  return {
    line(text) {
      clearBar();
      if (!closed) stdout.write(`${text}\n`);
    },
    async write(text) {
      clearBar();
      if (closed || stdout.write(text)) return;
      await new Promise(resolve => stdout.once('drain', resolve));
    },
    note(text) {
      clearBar();
      stderr.write(`${text}\n`);
    },
    bar(text) {
      if (!showsBar) return;
      stderr.write(`${clearLine}${text.slice(0, (stderr.columns ?? 80) - 1)}`);
      barShown = true;
    },
    showsBar,
    get width() {
      return stdout.columns ?? 80;
    },
    onInterrupt(tell) {
      interrupted = tell;
    },
  };
}
