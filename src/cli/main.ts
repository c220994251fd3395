// The command line: layerwise COMMAND …
import { version } from '../../package.json';
import { DataError } from '../data/dataError';
import { nearest } from '../data/nearest';
import { Cancelled } from '../data/reading';
import { FileFault } from '../platform/fileFault';
import { faultOf } from '../runs/faultOf';
import { commands } from './commands/all';
import { exitCodes } from './exitCodes';
import { commandHelp, overview } from './help';
import { parseCall } from './parseCall';
import { processTerminal } from './terminal/processTerminal';
import { UsageFault } from './usageFault';

const terminal = processTerminal();

main(process.argv.slice(2)).then(end, error => end(failed(error)));

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.line(overview(commands, terminal.width));
    return name === undefined ? exitCodes.unreadable : exitCodes.done;
  }
  if (name === '--version') {
    terminal.line(version);
    return exitCodes.done;
  }
  const command = commands.find(found => found.name === name);
  if (!command) {
    const [like] = nearest(
      name,
      commands.map(found => found.name),
      1,
    );
    throw new UsageFault(`There is no command ${name}. Did you mean ${like}?`);
  }
  if (words.includes('--help') || words.includes('-h')) {
    terminal.line(commandHelp(command, terminal.width));
    return exitCodes.done;
  }
  return command.run(parseCall(command, words, terminal));
}

/** Says what went wrong in one sentence; returns the exit code. */
function failed(error: unknown): number {
  if (error instanceof Cancelled) return exitCodes.interrupted;
  if (error instanceof UsageFault) {
    terminal.note(`${error.message} See layerwise --help.`);
    return exitCodes.unreadable;
  }
  const fault = faultOf(error);
  if (fault) {
    terminal.note(fault.message);
    return isUnreadable(error) ? exitCodes.unreadable : exitCodes.fault;
  }
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  terminal.note(`Layerwise failed, by a fault of its own: ${reason}`);
  return exitCodes.ownFault;
}

/** Whether a file isn't there or can't be opened, rather than holding what doesn't fit. */
function isUnreadable(error: unknown): boolean {
  return error instanceof FileFault || (error instanceof DataError && error.code === 'missing-data-file');
}

/** Ends the process when all that was written has been taken. */
function end(code: number): void {
  process.stdout.write('', () => process.exit(code));
}
