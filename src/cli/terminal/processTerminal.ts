import { exitCodes } from '../exitCodes';
import { drained } from './drained';
import type { Terminal } from './terminal';

/** What a run says of why it was stopped. */
const terminalClosed =
  'Stopped because the terminal was closed. The weights are kept: Resume goes on from there.';

const clearLine = '\r\u001b[K';

/** The terminal, or the pipes, that this process was started with. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const showsBar = stderr.isTTY === true && process.env.TERM !== 'dumb';
  let barShown = false;
  let interrupted: ((reason?: string) => void) | undefined;
  let ending = false;
  let hungUp = false;

  const clearBar = () => {
    if (barShown) stderr.write(clearLine);
    barShown = false;
  };
  const interrupt = (reason?: string) => {
    const tell = interrupted;
    interrupted = undefined;
    ending = true;
    clearBar();
    if (tell) tell(reason);
    else process.exit(exitCodes.interrupted);
  };
  process.on('SIGINT', () => interrupt());
  // what ends a session sends both of these, one after the other: they ask for the same
  process.on('SIGTERM', () => ending || interrupt());
  process.on('SIGHUP', () => {
    hungUp = stdout.isTTY || stderr.isTTY;
    if (!ending) interrupt(terminalClosed);
  });
  let closed = false;
  stdout.on('error', error => {
    const { code } = error as NodeJS.ErrnoException;
    // whoever read the pipe has seen enough (| head), or the terminal has gone
    if (!closed && code !== 'EPIPE' && code !== 'EIO') {
      stderr.write(`The output can’t be written: ${error.message.split('\n')[0]}.\n`);
      process.exit(exitCodes.unreadable);
    }
    closed = true;
    if (ending) return;
    if (!interrupted) process.exit(exitCodes.done);
    interrupt(code === 'EIO' ? terminalClosed : undefined);
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
      await drained(stdout);
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
    end(code) {
      stdout.write('', () => {
        if (!hungUp) process.exit(code);
        // Node aborts where it sets back a terminal that has gone: the signal ends it as it ends any program
        process.removeAllListeners('SIGHUP');
        process.kill(process.pid, 'SIGHUP');
      });
    },
  };
}
